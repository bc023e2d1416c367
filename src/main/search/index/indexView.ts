// Owns the index as one query sees it: all segments under one numbering, with the statistics of all together.
// Changes nothing. It stays valid while segments are merged; articles that are taken out meanwhile are found no more.
import type { ArticleId } from '@shared/model/common'
import { searchFields } from '@shared/model/search'
import { fromLanguageNumber, toLanguageNumber, type StemLanguage } from '../analysis/stemmers'
import { PostingBuffer } from './segments/recordReader'
import type { Segment, TermPostings } from './segments/segment'

/** A segment, and the number that its slot 0 has among all. */
export interface PlacedSegment {
  readonly segment: Segment
  readonly base: number
}

/** All segments together. Slots of different segments do not meet. */
export interface IndexView {
  readonly segments: readonly PlacedSegment[]
  readonly slotCount: number
  readonly documentCount: number
  /** By field, then slot: number of different words. */
  readonly fieldLengths: readonly Uint32Array[]
  /** By field, over the articles that are alive. */
  readonly averageFieldLengths: readonly number[]
  /** By slot, as in `SegmentParts.languages`. */
  readonly languages: Uint8Array
  /** The stem languages of the articles. */
  readonly stemLanguages: readonly StemLanguage[]
  articleIdOf(slot: number): ArticleId
  /** The segment that a slot is in. */
  placeOf(slot: number): PlacedSegment
  /** The postings of a term in each segment that has it, with the segment's base. */
  find(term: string): ReadonlyArray<{ readonly postings: TermPostings; readonly base: number }>
  /** The exact forms that a term, or a marked stem, stands for. */
  wordsOf(term: string): ReadonlySet<string>
  /** True where an article that is alive, and in the language where one is named, has the term. */
  hasTerm(term: string, language?: StemLanguage | null): boolean
  /** True where an article that is alive has a word that begins so. */
  hasPrefix(prefix: string): boolean
}

/** Puts segments together. */
export function createIndexView(parts: readonly Segment[]): IndexView {
  const segments: PlacedSegment[] = []
  let slotCount = 0
  for (const segment of parts) {
    segments.push({ segment, base: slotCount })
    slotCount += segment.slotCount
  }
  const documentCount = parts.reduce((sum, segment) => sum + segment.documentCount, 0)
  const fieldLengths = searchFields.map(() => new Uint32Array(slotCount))
  const languages = new Uint8Array(slotCount)
  for (const { segment, base } of segments) segment.describe(languages, fieldLengths, base)
  const languageCounts = new Uint32Array(256)
  for (const language of languages) languageCounts[language] = (languageCounts[language] ?? 0) + 1
  let scratch: PostingBuffer | null = null

  const find: IndexView['find'] = term =>
    segments.flatMap(({ segment, base }) => {
      const postings = segment.findTerm(term)
      return postings ? [{ postings, base }] : []
    })

  const placeOf = (slot: number): PlacedSegment => {
    const placed = segments.findLast(({ base }) => base <= slot)
    if (!placed) throw new RangeError(`There is no slot ${slot}`)
    return placed
  }

  return {
    segments,
    slotCount,
    documentCount,
    fieldLengths,
    averageFieldLengths: fieldLengths.map(lengths => (documentCount === 0 ? 0 : sumOf(lengths) / documentCount)),
    languages,
    // In one order, however the articles lie in segments: scores add up in the order of the terms.
    stemLanguages: Array.from(languageCounts.entries()).flatMap(([number, count]) =>
      count > 0 ? (fromLanguageNumber(number) ?? []) : []
    ),
    articleIdOf: slot => {
      const { segment, base } = placeOf(slot)
      return segment.articleIdOf(slot - base)
    },
    placeOf,
    find,
    wordsOf: term => new Set(segments.flatMap(({ segment }) => segment.wordsOf(term))),
    hasTerm: (term, language = null) => {
      const wanted = language === null ? null : toLanguageNumber(language)
      return find(term).some(({ postings, base }) => hasPosting(postings, base, wanted))
    },
    hasPrefix: prefix =>
      segments.some(({ segment, base }) => {
        const cursor = segment.withPrefix(prefix, (1 << searchFields.length) - 1)
        while (cursor.next()) if (hasPosting(cursor, base, null)) return true
        return false
      })
  }

  function hasPosting(postings: TermPostings, base: number, language: number | null): boolean {
    const buffer = (scratch ??= new PostingBuffer(slotCount))
    for (const field of searchFields.keys()) {
      if ((postings.fieldMask & (1 << field)) === 0) continue
      buffer.count = 0
      postings.appendTo(buffer, field, base)
      for (let index = 0; index < buffer.count; index++) {
        if (language === null || languages[buffer.slots[index] ?? 0] === language) return true
      }
    }
    return false
  }
}

function sumOf(numbers: Uint32Array): number {
  let sum = 0
  for (let at = 0; at < numbers.length; at++) sum += numbers[at] ?? 0
  return sum
}
