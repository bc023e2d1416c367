// Owns the scores of one query's words, word after word. Decides nothing about which words are needed.
import { searchFields } from '@shared/model/search'
import { toLanguageNumber } from '../analysis/stemmers'
import type { PlannedWord } from '../query/plan'
import { fieldBoosts } from './fieldBoosts'
import type { IndexView } from './indexView'
import { eachPrefixTerm } from './prefixTerms'
import { createRanking, type Ranking } from './ranking'
import { PostingBuffer, type PostingSink } from './segments/recordReader'
import type { TermPostings } from './segments/segment'

/** Parameters of BM25+ as MiniSearch sets them: term saturation, length normalisation, lower bound. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 } as const
/** MiniSearch's weight of a longer word that a prefix found, before its length factor. */
const prefixWeight = 0.375

type TermPlaces = ReadonlyArray<{ readonly postings: TermPostings; readonly base: number }>

const fields = searchFields.map((name, number) => ({ number, bit: 1 << number, boost: fieldBoosts[name] }))

/**
 * The scores of a query over a view. It can be cleared for the next query: making its arrays anew takes longer than most
 * queries.
 */
export class ScoreSheet implements PostingSink {
  readonly #view: IndexView
  #totals: Float64Array
  /** By slot: how many of the words so far the article has. */
  readonly #matched: Uint16Array
  /** By slot: the score of the present word; 0 again after it. */
  #scores: Float64Array
  readonly #touched: Uint32Array
  #touchedCount = 0
  #buffer: PostingBuffer | null = null
  /** By field, then its length: the saturation of a word that is there once, as most are. Made when first needed. */
  readonly #singles: Float64Array[] = []
  #wordCount = 0
  /** How many words an article must have so far for the present word to count. */
  #needed = 0
  // The term and field whose postings are being added.
  #language: number | null = null
  #lengths: Uint32Array = new Uint32Array(0)
  #average = 1
  #fieldSingles: Float64Array = new Float64Array(0)
  #factor = 0

  constructor(view: IndexView) {
    this.#view = view
    this.#totals = new Float64Array(view.slotCount)
    this.#matched = new Uint16Array(view.slotCount)
    this.#scores = new Float64Array(view.slotCount)
    this.#touched = new Uint32Array(view.slotCount)
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
    this.#scoreWord(word, isNeeded ? this.#wordCount : 0)
    if (this.#wordCount === 0) {
      // The totals are still 0, as the next word's scores must be.
      ;[this.#totals, this.#scores] = [this.#scores, this.#totals]
      for (let index = 0; index < this.#touchedCount; index++) this.#matched[this.#touched[index] ?? 0] = 1
      this.#touchedCount = 0
    } else this.#addScores()
    this.#wordCount++
  }

  /** Adds a word that an article may have or lack; gives the slots of those that have it. */
  addOptional(word: PlannedWord): Uint32Array {
    this.#scoreWord(word, 0)
    const slots = this.#touched.slice(0, this.#touchedCount)
    this.#addScores()
    this.#wordCount++
    return slots
  }

  /** The slots of the articles that have a word, whose scores stay as they are. */
  findSlots(word: PlannedWord): Uint32Array {
    this.#scoreWord(word, 0)
    const slots = this.#touched.slice(0, this.#touchedCount)
    this.#clearWord()
    return slots
  }

  /** The score of an article, and how many words it has. */
  scoreOf(slot: number): number {
    return (this.#totals[slot] ?? 0) * (this.#matched[slot] ?? 0)
  }

  /** How many of the words so far an article has. */
  matchedOf(slot: number): number {
    return this.#matched[slot] ?? 0
  }

  #addScores(): void {
    for (let index = 0; index < this.#touchedCount; index++) {
      const slot = this.#touched[index] ?? 0
      this.#totals[slot] = (this.#totals[slot] ?? 0) + (this.#scores[slot] ?? 0)
      this.#matched[slot] = (this.#matched[slot] ?? 0) + 1
    }
    this.#clearWord()
  }

  /** Leaves out the articles that have a word. */
  exclude(word: PlannedWord): void {
    this.#scoreWord(word, 0)
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

  #scoreWord(word: PlannedWord, needed: number): void {
    this.#needed = needed
    const wanted = word.fieldMask
    const exactTerms = new Set<string>()
    for (const { term, weight, kind, language } of word.terms) {
      if (kind === 'exact') exactTerms.add(term)
      const only = language === null ? null : toLanguageNumber(language)
      this.#scoreTerm(this.#view.find(term), wanted, weight, only)
    }
    const { prefix } = word
    if (prefix === null) return
    eachPrefixTerm({ view: this.#view, prefix, leftOut: exactTerms, fieldMask: wanted }, ({ length, places }) => {
      const weight = (prefixWeight * length) / (length + 0.3 * (length - prefix.length))
      this.#scoreTerm(places, wanted, weight, null)
    })
  }

  /** Adds the scores of a term in the wanted fields. */
  #scoreTerm(places: TermPlaces, wanted: number, weight: number, language: number | null): void {
    let mask = 0
    for (const { postings } of places) mask |= postings.fieldMask
    mask &= wanted
    if (mask === 0) return
    this.#language = language
    for (const { number, bit, boost } of fields) {
      if ((mask & bit) === 0) continue
      const count = countPlaces(places, number)
      if (count === null) this.#scoreUncounted(places, number, weight * boost)
      else if (this.#beginField(number, count, weight * boost)) {
        for (const { postings, base } of places)
          if ((postings.fieldMask & bit) !== 0) postings.appendTo(this, number, base)
      }
    }
  }

  /** How rare a term is must be known before its first posting is scored. */
  #scoreUncounted(places: TermPlaces, field: number, weight: number): void {
    const buffer = (this.#buffer ??= new PostingBuffer(this.#view.slotCount))
    buffer.count = 0
    for (const { postings, base } of places) {
      if ((postings.fieldMask & (1 << field)) !== 0) postings.appendTo(buffer, field, base)
    }
    if (!this.#beginField(field, buffer.count, weight)) return
    for (let index = 0; index < buffer.count; index++)
      this.add(buffer.slots[index] ?? 0, buffer.frequencies[index] ?? 0)
  }

  /** Makes ready for `count` postings of a term in a field; false where there are none. */
  #beginField(field: number, count: number, weight: number): boolean {
    const { documentCount, averageFieldLengths, fieldLengths } = this.#view
    const lengths = fieldLengths[field]
    if (count === 0 || !lengths) return false
    this.#lengths = lengths
    this.#average = averageFieldLengths[field] ?? 1
    this.#fieldSingles = this.#singles[field] ??= makeSingles(lengths, this.#average)
    this.#factor = weight * Math.log(1 + (documentCount - count + 0.5) / (count + 0.5))
    return true
  }

  /** Scores a posting of the term and field that have been begun. */
  add(slot: number, frequency: number): void {
    if (this.#needed > 0 && this.#matched[slot] !== this.#needed) return
    if (this.#language !== null && this.#view.languages[slot] !== this.#language) return
    const length = this.#lengths[slot] ?? 0
    const saturation = frequency === 1 ? (this.#fieldSingles[length] ?? 0) : saturate(frequency, length, this.#average)
    const before = this.#scores[slot] ?? 0
    if (before === 0) this.#touched[this.#touchedCount++] = slot
    this.#scores[slot] = before + this.#factor * (bm25.d + saturation)
  }
}

function countPlaces(places: TermPlaces, field: number): number | null {
  let sum = 0
  for (const { postings } of places) {
    const count = postings.countIn(field)
    if (count === null) return null
    sum += count
  }
  return sum
}

function makeSingles(lengths: Uint32Array, average: number): Float64Array {
  let longest = 0
  for (const length of lengths) if (length > longest) longest = length
  return Float64Array.from({ length: longest + 1 }, (_, length) => saturate(1, length, average))
}

/** How much a word counts that is there so often, in a field of so many words. */
function saturate(frequency: number, length: number, averageLength: number): number {
  const { k, b } = bm25
  return (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength))
}
