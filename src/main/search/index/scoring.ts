// Owns which articles a plan finds and in what order. Reads an index through TermSource; changes nothing.
import { searchFields, type SearchField } from '@shared/model/search'
import type { PlannedWord, QueryPlan } from '../query/plan'
import type { TermPostings, TermSource } from './termSource'

/** How much a field counts beside the body. */
export const fieldBoosts: Readonly<Record<SearchField, number>> = {
  title: 3,
  deck: 1.5,
  body: 1,
  byline: 1.5,
  siteName: 1.2,
  tags: 2
}

/** Parameters of BM25+ as MiniSearch sets them: term saturation, length normalisation, lower bound. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 } as const
/** MiniSearch's weight of a longer word that a prefix found, before its length factor. */
const prefixWeight = 0.375

/** An article's slot and its score; higher is better. */
export interface RankedSlot {
  readonly slot: number
  readonly score: number
}

/** Which share of a plan's words an article must have: all of them, or the best share that any article reaches. */
export type WordRequirement = 'all' | 'some'

/**
 * The articles that have the plan's words (phrases are not checked here), best first, equal ones in order of slot. The
 * score is MiniSearch's: BM25+ summed over fields and terms, times the number of words that the article has.
 *
 * With `some`, articles that have at least half of the words are found, or as many as the best article has.
 */
export function rankArticles(plan: QueryPlan, source: TermSource, requirement: WordRequirement): readonly RankedSlot[] {
  if (plan.words.length === 0) return []
  const totals = new Float64Array(source.slotCount)
  const matched = new Uint16Array(source.slotCount)
  for (const [index, word] of plan.words.entries()) {
    const { scores, touched } = scoreWord(word, source)
    for (const slot of touched) {
      if (requirement === 'all' && matched[slot] !== index) continue
      totals[slot] = (totals[slot] ?? 0) + (scores[slot] ?? 0)
      matched[slot] = (matched[slot] ?? 0) + 1
    }
  }
  for (const word of plan.excludedWords) {
    for (const slot of scoreWord(word, source).touched) matched[slot] = 0
  }
  const required = requirement === 'all' ? plan.words.length : leastWords(matched, plan.words.length)
  const ranked: RankedSlot[] = []
  for (const [slot, words] of matched.entries()) {
    if (words > 0 && words >= required) ranked.push({ slot, score: (totals[slot] ?? 0) * words })
  }
  return ranked.toSorted((first, second) => second.score - first.score || first.slot - second.slot)
}

/** True where the index has the word itself, one of its stems or, for a beginning, a longer word. */
export function isKnownWord(word: PlannedWord, source: TermSource): boolean {
  return scoreWord(word, source).touched.length > 0
}

function leastWords(matched: Uint16Array, words: number): number {
  let best = 0
  for (const count of matched) if (count > best) best = count
  return Math.min(best, Math.ceil(words / 2))
}

interface WordScores {
  /** By slot. */
  readonly scores: Float64Array
  /** The slots that have a score, each once. */
  readonly touched: readonly number[]
}

function scoreWord(word: PlannedWord, source: TermSource): WordScores {
  const scores = new Float64Array(source.slotCount)
  const touched: number[] = []
  const fields = searchFields
    .filter(field => word.scope === 'everywhere' || field !== 'body')
    .map(field => ({ number: source.fieldNumber(field), boost: fieldBoosts[field] }))

  const addTerm = (postings: TermPostings, weight: number, language: string | null): void => {
    for (const { number, boost } of fields) {
      const frequencies = postings.get(number)
      if (!frequencies) continue
      const { k, b, d } = bm25
      // Discarded articles stay in the postings for a while; more articles than there are would make a term count less than nothing.
      const count = Math.min(frequencies.size, source.documentCount)
      const rarity = Math.log(1 + (source.documentCount - count + 0.5) / (count + 0.5))
      const averageLength = source.averageFieldLength(number)
      for (const [slot, frequency] of frequencies) {
        if (!source.isAlive(slot)) continue
        if (language !== null && source.languageOf(slot) !== language) continue
        const length = source.fieldLength(slot, number)
        const saturation = (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength))
        const before = scores[slot] ?? 0
        if (before === 0) touched.push(slot)
        scores[slot] = before + weight * boost * rarity * (d + saturation)
      }
    }
  }

  const exactTerms = new Set<string>()
  for (const { term, weight, kind, language } of word.terms) {
    if (kind === 'exact') exactTerms.add(term)
    const postings = source.findPostings(term)
    if (postings) addTerm(postings, weight, language)
  }
  if (word.prefix !== null) {
    for (const [term, postings] of source.withPrefix(word.prefix)) {
      if (exactTerms.has(term)) continue
      const distance = term.length - word.prefix.length
      addTerm(postings, (prefixWeight * term.length) / (term.length + 0.3 * distance), null)
    }
  }
  return { scores, touched }
}
