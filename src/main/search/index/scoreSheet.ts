// Owns the scores of one query's words, word after word. Decides nothing about which words are needed.
import { searchFields } from '@shared/model/search'
import { toLanguageNumber } from '../analysis/stemmers'
import type { PlannedWord } from '../query/plan'
import { fieldBoosts } from './fieldBoosts'
import type { IndexView } from './indexView'
import type { PhraseSieve } from './pairs/phraseSieve'
import { eachPrefixTerm } from './prefixTerms'
import { createRanking, createRankingRoom, type Ranking, type RankingRoom } from './ranking'
import { PostingBuffer, type RecordReader } from './segments/recordReader'
import type { TermPostings } from './segments/segment'
import { countAtLeast, keepEqual } from './slotLists'
import { createFieldScoring, mostTabled, rarityOf, worthOf, type FieldScoring } from './termWorth'

/** MiniSearch's weight of a longer word that a prefix found, before its length factor. */
const prefixWeight = 0.375

type TermPlaces = ReadonlyArray<{ readonly postings: TermPostings; readonly base: number }>

const fields = searchFields.map((name, number) => ({ number, bit: 1 << number, boost: fieldBoosts[name] }))
const boosts = fields.map(({ boost }) => boost)

/**
 * The scores of a query over a view. It can be cleared for the next query: making its arrays anew takes longer than most
 * queries.
 */
export class ScoreSheet {
  readonly #view: IndexView
  #totals: Float64Array
  /** By slot: how many of the words so far the article has. */
  readonly #matched: Uint16Array
  /** By slot: the score of the present word; 0 again after it. */
  #scores: Float64Array
  readonly #touched: Uint32Array
  #touchedCount = 0
  #buffer: PostingBuffer | null = null
  /** False where the present word's scores say which articles it has touched, and the list does not. */
  #isTouchedKnown = true
  /** By field. Made when first needed. */
  readonly #scoring: FieldScoring[] = []
  /** By slot: the sum of the rarities of the words that the article has; made where it is needed. */
  #coverage: Float64Array | null = null
  #wordCount = 0
  /** How many words an article must have so far for the present word to count. */
  #needed = 0

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
    this.#noteTouched()
    this.#clearWord()
    this.#totals.fill(0)
    this.#matched.fill(0)
    this.#coverage?.fill(0)
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

  /** True where an article has one of the words so far. */
  hasMatches(): boolean {
    return this.#matched.some(count => count > 0)
  }

  /**
   * The articles that have at least so many words, and one at least, and that pass the sieve where there is one. In `room`,
   * where it is given, the ranking holds until the next one is made there.
   */
  rank(required: number, sieve: PhraseSieve | null = null, room: RankingRoom | null = null): Ranking {
    const least = Math.max(1, required)
    const matched = this.#matched
    const { slots, scores } = room ?? createRankingRoom(countAtLeast(matched, least))
    let count = 0
    for (let slot = 0; slot < matched.length; slot++) {
      const words = matched[slot] ?? 0
      if (words < least || (sieve && !sieve(slot))) continue
      slots[count] = slot
      scores[count++] = (this.#totals[slot] ?? 0) * words
    }
    return createRanking(slots.subarray(0, count), scores.subarray(0, count), this.#view)
  }

  /** Adds a word that articles may lack; gives its rarity, by which it counts in `rankOptional`. */
  addOptionalWord(word: PlannedWord): number {
    const coverage = (this.#coverage ??= new Float64Array(this.#view.slotCount))
    this.#scoreWord(word, 0)
    const rarity = this.#touchedCount === 0 ? 0 : rarityOf(this.#touchedCount, this.#view.documentCount)
    for (let index = 0; index < this.#touchedCount; index++) {
      const slot = this.#touched[index] ?? 0
      coverage[slot] = (coverage[slot] ?? 0) + rarity
    }
    this.#addScores()
    this.#wordCount++
    return rarity
  }

  /** The articles that have one of the optional words, and of all of them at least a share of what the best article has. */
  rankOptional(leastShare: number, sieve: PhraseSieve | null): Ranking {
    const coverage = this.#coverage ?? new Float64Array(0)
    const matched = this.#matched
    const isWanted = (slot: number): boolean => (matched[slot] ?? 0) > 0 && (!sieve || sieve(slot))
    let best = 0
    for (let slot = 0; slot < coverage.length; slot++) {
      if ((coverage[slot] ?? 0) > best && isWanted(slot)) best = coverage[slot] ?? 0
    }
    const slots: number[] = []
    const scores: number[] = []
    for (let slot = 0; slot < coverage.length; slot++) {
      const covered = coverage[slot] ?? 0
      if (covered < best * leastShare || !isWanted(slot)) continue
      slots.push(slot)
      scores.push((this.#totals[slot] ?? 0) * covered)
    }
    return createRanking(Uint32Array.from(slots), Float64Array.from(scores), this.#view)
  }

  #clearWord(): void {
    for (let index = 0; index < this.#touchedCount; index++) this.#scores[this.#touched[index] ?? 0] = 0
    this.#touchedCount = 0
  }

  #scoreWord(word: PlannedWord, needed: number): void {
    this.#scoreTerms(word, needed)
    this.#noteTouched()
  }

  #scoreTerms(word: PlannedWord, needed: number): void {
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
    const only = places.length === 1 ? places[0] : undefined
    if (only && language === null) {
      const { record } = only.postings
      if (record) {
        this.#scoreRecord(record, only.base, wanted, weight)
        return
      }
    }
    let mask = 0
    for (const { postings } of places) mask |= postings.fieldMask
    mask &= wanted
    if (mask === 0) return
    // How rare a term is must be known before its first posting is scored.
    const buffer = (this.#buffer ??= new PostingBuffer(this.#view.slotCount))
    for (const { number, bit, boost } of fields) {
      if ((mask & bit) === 0) continue
      buffer.count = 0
      for (const { postings, base } of places) {
        if ((postings.fieldMask & bit) !== 0) postings.appendTo(buffer, number, base)
      }
      if (buffer.count === 0) continue
      const factor = weight * boost * rarityOf(buffer.count, this.#view.documentCount)
      if (language !== null) keepEqual(buffer, this.#view.languages, language)
      if (this.#needed > 0) keepEqual(buffer, this.#matched, this.#needed)
      this.#scorePostings(buffer, this.#scoringOf(number), factor)
    }
  }

  /** Adds the scores of a term all of whose postings lie in one record. */
  #scoreRecord(record: RecordReader, base: number, wanted: number, weight: number): void {
    const { documentCount } = this.#view
    const target = { scores: this.#scores, matched: this.#matched, needed: this.#needed }
    const mask = record.fieldMask & wanted
    for (let field = 0; mask >>> field > 0; field++) {
      if ((mask & (1 << field)) === 0) continue
      const factor = weight * (boosts[field] ?? 1) * rarityOf(record.countIn(field), documentCount)
      record.addScores(field, base, factor, this.#scoringOf(field), target)
    }
    this.#isTouchedKnown = false
  }

  #scoringOf(field: number): FieldScoring {
    return (this.#scoring[field] ??= createFieldScoring(
      this.#view.fieldLengths[field] ?? new Uint32Array(0),
      this.#view.averageFieldLengths[field] ?? 1
    ))
  }

  #scorePostings({ slots, frequencies, count }: PostingBuffer, scoring: FieldScoring, factor: number): void {
    const { lengths, worths, width, average } = scoring
    const scores = this.#scores
    const touched = this.#touched
    let touchedCount = this.#touchedCount
    for (let index = 0; index < count; index++) {
      const slot = slots[index] ?? 0
      const frequency = frequencies[index] ?? 0
      const length = lengths[slot] ?? 0
      const worth =
        frequency <= mostTabled ? (worths[frequency * width + length] ?? 0) : worthOf(frequency, length, average)
      const before = scores[slot] ?? 0
      if (before === 0) touched[touchedCount++] = slot
      scores[slot] = before + factor * worth
    }
    this.#touchedCount = touchedCount
  }

  /** Finds what the present word has touched where that was not noted. */
  #noteTouched(): void {
    if (this.#isTouchedKnown) return
    this.#isTouchedKnown = true
    const scores = this.#scores
    const touched = this.#touched
    let count = 0
    for (let slot = 0; slot < scores.length; slot++) if ((scores[slot] ?? 0) !== 0) touched[count++] = slot
    this.#touchedCount = count
  }
}
