// Owns which articles a plan finds and their scores, over all segments with the statistics of all. Changes nothing.
import { searchFields, type SearchField } from '@shared/model/search'
import { toLanguageNumber } from '../analysis/stemmers'
import type { PlannedWord, QueryPlan } from '../query/plan'
import type { IndexView } from './indexView'
import { eachPrefixTerm } from './prefixTerms'
import { createRanking, type Ranking } from './ranking'
import { PostingBuffer } from './segments/recordReader'
import type { TermPostings } from './segments/segment'

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

/** Which share of a plan's words an article must have: all of them, or the best share that any article reaches. */
export type WordRequirement = 'all' | 'some'

/**
 * The articles that have the plan's words (phrases are not checked here). The score is MiniSearch's: BM25+ summed over
 * fields and terms, times the number of words that the article has. It does not depend on how articles lie in segments.
 *
 * With `some`, articles that have at least half of the words are found, or as many as the best article has.
 */
export function rankArticles(plan: QueryPlan, view: IndexView, requirement: WordRequirement): Ranking {
  const sheet = openSheet(view)
  if (plan.words.length > 0) {
    for (const word of plan.words) sheet.addWord(word, requirement === 'all')
    for (const word of plan.excludedWords) sheet.exclude(word)
  }
  return sheet.rank(requirement === 'all' ? plan.words.length : sheet.leastWords(plan.words.length))
}

/** True where an article has the word itself, one of its stems or, for a beginning, a longer word. */
export function isKnownWord(word: PlannedWord, view: IndexView): boolean {
  const sheet = openSheet(view)
  sheet.addWord(word, true)
  return sheet.leastWords(2) > 0
}

/** One sheet a view: making its arrays anew takes longer than most queries. */
const sheets = new WeakMap<IndexView, ScoreSheet>()

function openSheet(view: IndexView): ScoreSheet {
  let sheet = sheets.get(view)
  if (!sheet) sheets.set(view, (sheet = new ScoreSheet(view)))
  sheet.clear()
  return sheet
}

type TermPlaces = ReadonlyArray<{ readonly postings: TermPostings; readonly base: number }>

const fields = searchFields.map((name, number) => ({ number, bit: 1 << number, boost: fieldBoosts[name] }))
const everywhere = (1 << fields.length) - 1
const metadata = everywhere & ~(1 << searchFields.indexOf('body'))

class ScoreSheet {
  readonly #view: IndexView
  readonly #totals: Float64Array
  /** By slot: how many of the words so far the article has. */
  readonly #matched: Uint16Array
  /** By slot: the score of the present word; 0 again after it. */
  readonly #scores: Float64Array
  readonly #touched: Uint32Array
  #touchedCount = 0
  readonly #buffer: PostingBuffer
  /** By field, then slot: the saturation of a word that is there once, as most are. Made when a field is first scored. */
  readonly #singles: Float64Array[] = []
  #wordCount = 0

  constructor(view: IndexView) {
    this.#view = view
    this.#totals = new Float64Array(view.slotCount)
    this.#matched = new Uint16Array(view.slotCount)
    this.#scores = new Float64Array(view.slotCount)
    this.#touched = new Uint32Array(view.slotCount)
    this.#buffer = new PostingBuffer(view.slotCount)
  }

  /** Makes the sheet ready for another query. */
  clear(): void {
    // A query that failed half-way may have left scores behind.
    this.#clearWord()
    this.#totals.fill(0)
    this.#matched.fill(0)
    this.#wordCount = 0
  }

  /** Adds a word. Where all words are needed, articles that lack an earlier one are left out. */
  addWord(word: PlannedWord, isNeeded: boolean): void {
    this.#scoreWord(word, isNeeded ? this.#wordCount : null)
    for (let index = 0; index < this.#touchedCount; index++) {
      const slot = this.#touched[index] ?? 0
      this.#totals[slot] = (this.#totals[slot] ?? 0) + (this.#scores[slot] ?? 0)
      this.#matched[slot] = (this.#matched[slot] ?? 0) + 1
    }
    this.#clearWord()
    this.#wordCount++
  }

  /** Leaves out the articles that have a word. */
  exclude(word: PlannedWord): void {
    this.#scoreWord(word, null)
    for (let index = 0; index < this.#touchedCount; index++) this.#matched[this.#touched[index] ?? 0] = 0
    this.#clearWord()
  }

  /** How many words an article must have where `words` are wanted and half of them are enough. */
  leastWords(words: number): number {
    let best = 0
    for (const count of this.#matched) if (count > best) best = count
    return Math.min(best, Math.ceil(words / 2))
  }

  /** The articles that have at least so many words, and one at least. */
  rank(required: number): Ranking {
    const least = Math.max(1, required)
    const matched = this.#matched
    let count = 0
    for (let slot = 0; slot < matched.length; slot++) if ((matched[slot] ?? 0) >= least) count++
    const slots = new Uint32Array(count)
    const scores = new Float64Array(count)
    let at = 0
    for (let slot = 0; slot < matched.length; slot++) {
      const words = matched[slot] ?? 0
      if (words < least) continue
      slots[at] = slot
      scores[at++] = (this.#totals[slot] ?? 0) * words
    }
    return createRanking(slots, scores, this.#view)
  }

  #clearWord(): void {
    for (let index = 0; index < this.#touchedCount; index++) this.#scores[this.#touched[index] ?? 0] = 0
    this.#touchedCount = 0
  }

  #scoreWord(word: PlannedWord, needed: number | null): void {
    const wanted = word.scope === 'everywhere' ? everywhere : metadata
    const exactTerms = new Set<string>()
    for (const { term, weight, kind, language } of word.terms) {
      if (kind === 'exact') exactTerms.add(term)
      const only = language === null ? null : toLanguageNumber(language)
      this.#scoreTerm(this.#view.find(term), wanted, weight, only, needed)
    }
    const { prefix } = word
    if (prefix === null) return
    eachPrefixTerm({ view: this.#view, prefix, leftOut: exactTerms, fieldMask: wanted }, ({ length, places }) => {
      const weight = (prefixWeight * length) / (length + 0.3 * (length - prefix.length))
      this.#scoreTerm(places, wanted, weight, null, needed)
    })
  }

  /** Adds the scores of a term in the wanted fields. */
  #scoreTerm(places: TermPlaces, wanted: number, weight: number, language: number | null, needed: number | null): void {
    let mask = 0
    for (const { postings } of places) mask |= postings.fieldMask
    mask &= wanted
    if (mask === 0) return
    for (const { number, bit, boost } of fields) {
      if ((mask & bit) === 0) continue
      this.#buffer.count = 0
      for (const { postings, base } of places) {
        if ((postings.fieldMask & bit) !== 0) postings.appendTo(this.#buffer, number, base)
      }
      this.#scoreField(number, weight * boost, language, needed)
    }
  }

  /** Adds the score of the buffer's postings of one term in one field. */
  #scoreField(field: number, weight: number, language: number | null, needed: number | null): void {
    const { documentCount, languages, averageFieldLengths, fieldLengths } = this.#view
    const { slots, frequencies, count } = this.#buffer
    const lengths = fieldLengths[field]
    if (count === 0 || !lengths) return
    const rarity = Math.log(1 + (documentCount - count + 0.5) / (count + 0.5))
    const factor = weight * rarity
    const average = averageFieldLengths[field] ?? 1
    const singles = (this.#singles[field] ??= Float64Array.from(lengths, length => saturate(1, length, average)))
    const scores = this.#scores
    const matched = this.#matched
    for (let index = 0; index < count; index++) {
      const slot = slots[index] ?? 0
      if (needed !== null && matched[slot] !== needed) continue
      if (language !== null && languages[slot] !== language) continue
      const frequency = frequencies[index] ?? 0
      const saturation = frequency === 1 ? (singles[slot] ?? 0) : saturate(frequency, lengths[slot] ?? 0, average)
      const before = scores[slot] ?? 0
      if (before === 0) this.#touched[this.#touchedCount++] = slot
      scores[slot] = before + factor * (bm25.d + saturation)
    }
  }
}

/** How much a word counts that is there so often, in a field of so many words. */
function saturate(frequency: number, length: number, averageLength: number): number {
  const { k, b } = bm25
  return (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength))
}
