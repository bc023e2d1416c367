// Owns the queries of the benchmark: drawn from the articles themselves, the same for every engine.
import type { SearchDocument } from '@shared/model/searchDocument'
import { createRandom, pick } from '../generate'

/** The kinds of query, in the order of the report. */
export const queryClasses = [
  'typing',
  'veryCommon',
  'common',
  'rare',
  'and3',
  'prefix1',
  'prefix2',
  'prefix3',
  'fuzzy',
  'phrase'
] as const
/** Classes of which only the slowest matter, beside the report's own. */
export const furtherClasses = ['phraseOfTwo'] as const
/** A kind of query. */
export type QueryClass = (typeof queryClasses)[number] | (typeof furtherClasses)[number]

/** The queries of every class. */
export type BenchQueries = Readonly<Record<QueryClass, readonly BenchQuery[]>>

/** A query: words that must all occur, the last perhaps only begun; or, as a phrase, one after the other. */
export interface BenchQuery {
  readonly words: readonly string[]
  readonly isLastPrefix: boolean
  readonly isPhrase: boolean
  /** True where the word is misspelt, so that only an engine that allows errors finds something. */
  readonly isFuzzy: boolean
}

const queriesPerClass = 40

/** Draws the queries of every class. */
export function makeQueries(documents: Iterable<SearchDocument>): BenchQueries {
  const random = createRandom(7)
  const counts = new Map<string, number>()
  const sample: string[][] = []
  let number = 0
  for (const { body } of documents) {
    const words = body.toLowerCase().match(/[a-z]+/g) ?? []
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
    // Every article would do; a sample keeps this process small beside what it measures.
    if (number++ % 10 === 0) sample.push(words)
  }
  const byFrequency = [...counts].toSorted((first, second) => second[1] - first[1]).map(([word]) => word)
  const rareWords = [...counts].filter(([, count]) => count <= 5).map(([word]) => word)
  const longWords = byFrequency.slice(200, 5_000).filter(word => word.length >= 6)
  const ranked = (from: number, to: number): string => pick(byFrequency.slice(from, to), random)
  const many = (make: () => BenchQuery): readonly BenchQuery[] => Array.from({ length: queriesPerClass }, make)
  const run = (length: number): string[] => {
    const words = pick(sample, random)
    const start = Math.floor(random() * (words.length - length))
    return words.slice(start, start + length)
  }
  const common = new Set(byFrequency.slice(0, 1_000))
  /** A run of words all of which are among some words. */
  const findRun = (length: number, wanted: ReadonlySet<string>): string[] => {
    for (;;) {
      const words = run(length)
      if (new Set(words).size === length && words.every(word => wanted.has(word))) return words
    }
  }
  const beginning = (length: number) => (): BenchQuery => ({
    words: [ranked(50, 5_000).padEnd(length, 'a').slice(0, length)],
    isLastPrefix: true,
    isPhrase: false,
    isFuzzy: false
  })
  return {
    typing: Array.from({ length: 12 }, () => typeOut([ranked(100, 2_000), ranked(100, 2_000)])).flat(),
    veryCommon: many(() => singleWord(ranked(0, 20))),
    common: many(() => singleWord(ranked(200, 1_000))),
    rare: many(() => singleWord(pick(rareWords, random))),
    and3: many(() => ({ words: [...new Set(run(3))], isLastPrefix: false, isPhrase: false, isFuzzy: false })),
    prefix1: many(beginning(1)),
    prefix2: many(beginning(2)),
    prefix3: many(beginning(3)),
    fuzzy: many(() => ({ ...singleWord(misspell(pick(longWords, random), random)), isFuzzy: true })),
    phrase: many(() => ({ words: run(3), isLastPrefix: false, isPhrase: true, isFuzzy: false })),
    phraseOfTwo: many(() => ({
      words: findRun(2, common),
      isLastPrefix: false,
      isPhrase: true,
      isFuzzy: false
    }))
  }
}

function singleWord(text: string): BenchQuery {
  return { words: [text], isLastPrefix: false, isPhrase: false, isFuzzy: false }
}

/** The word with a letter in its middle replaced by one that no word of the articles has. */
function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  return `${word.slice(0, at)}q${word.slice(at + 1)}`
}

/** Every state of the search field while a person types the words. */
function typeOut(words: readonly string[]): readonly BenchQuery[] {
  const text = words.join(' ')
  return Array.from(text, (_, index) => text.slice(0, index + 1))
    .filter(typed => !typed.endsWith(' '))
    .map(typed => ({ words: typed.split(' '), isLastPrefix: true, isPhrase: false, isFuzzy: false }))
}
