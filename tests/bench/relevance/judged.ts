// Owns reading judged collections and what a ranking of them is worth. Ranks nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A question and the texts that answer it, each with how well. */
export interface JudgedQuestion {
  readonly text: string
  readonly judgments: ReadonlyMap<string, number>
}

/** A collection in BEIR's layout: texts, questions, judgments. */
export interface JudgedCollection {
  readonly name: string
  readonly texts: ReadonlyArray<{ readonly id: string; readonly title: string; readonly body: string }>
  readonly questions: readonly JudgedQuestion[]
}

const folder = resolve('../shared/data/search')

/** Every judged collection that lies beside the checkout. */
export function readCollections(): readonly JudgedCollection[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => existsSync(join(folder, name, 'qrels.tsv')))
  return names.toSorted().map(name => readCollection(name))
}

function readCollection(name: string): JudgedCollection {
  const read = (file: string): string[] =>
    readFileSync(join(folder, name, file), 'utf8')
      .trimEnd()
      .split('\n')
  const texts = read('corpus.jsonl').map(line => {
    const { _id: id, title, text } = JSON.parse(line) as { _id: string; title: string; text: string }
    return { id, title, body: text }
  })
  const judgments = new Map<string, Map<string, number>>()
  for (const line of read('qrels.tsv').slice(1)) {
    const [question = '', text = '', score = ''] = line.split('\t')
    const known = judgments.get(question) ?? new Map<string, number>()
    judgments.set(question, known.set(text, Number(score)))
  }
  const questions = read('queries.jsonl').flatMap(line => {
    const { _id: id, text } = JSON.parse(line) as { _id: string; text: string }
    const judged = judgments.get(id)
    return judged ? [{ text, judgments: judged }] : []
  })
  return { name, texts, questions }
}

/** Normalised discounted cumulative gain of the first ten. Source: Järvelin and Kekäläinen 2002, doi:10.1145/582415.582418. */
export function ndcgAt10(ranked: readonly string[], judgments: ReadonlyMap<string, number>): number {
  const gain = (scores: readonly number[]): number =>
    scores.slice(0, 10).reduce((sum, score, place) => sum + (2 ** score - 1) / Math.log2(place + 2), 0)
  const ideal = gain([...judgments.values()].toSorted((first, second) => second - first))
  return ideal === 0 ? 0 : gain(ranked.map(id => judgments.get(id) ?? 0)) / ideal
}

/** The question with one letter of one of its longer words replaced, left out, doubled or swapped with its neighbour. */
export function mistype(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{5,}/gu)]
  const chosen = words[Math.floor(random() * words.length)]
  if (!chosen) return text
  const [word] = chosen
  const at = 1 + Math.floor(random() * (word.length - 2))
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const made = [
    word.slice(0, at) + letters.charAt(Math.floor(random() * letters.length)) + word.slice(at + 1),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  ][Math.floor(random() * 4)]
  return text.slice(0, chosen.index) + (made ?? word) + text.slice(chosen.index + word.length)
}
