// Owns the view of a part of the index that ranking needs: the live part and those on disk implement it.
import type { ArticleId } from '@shared/model/common'
import type { Codebook } from '../pairs/codebook'
import type { Signature } from '../pairs/signatureTable'
import type { PostingBuffer, RecordReader } from './recordReader'

/** Where a term occurs in a segment. */
export interface TermPostings {
  /** Bits of the fields in which it occurs, by their place in `searchFields`. */
  readonly fieldMask: number
  /** Where all postings lie as they are: nothing is dead, and nothing has to be summed up. Else null. */
  readonly record: RecordReader | null
  /** Appends the postings of a field of articles that are alive; slots count from `base`. */
  appendTo(buffer: PostingBuffer, field: number, base: number): void
}

/** Terms in ascending order. The postings are those of the term that the cursor stands on. */
export interface TermCursor extends TermPostings {
  /** Goes to the next term, first to the first; false at the end. */
  next(): boolean
  /** The term as a string. */
  term(): string
  /** Length of the term in UTF-16 code units. */
  readonly termLength: number
}

/** Articles and their terms. Articles are known by slots: whole numbers from 0, below `slotCount`. */
export interface Segment {
  readonly slotCount: number
  /** Number of slots that are alive. */
  readonly documentCount: number
  /** The slot of an article that is alive, or -1. */
  find(articleId: ArticleId): number
  isAlive(slot: number): boolean
  articleIdOf(slot: number): ArticleId
  revisionOf(slot: number): number
  /**
   * Writes the articles' languages (see `SegmentParts.languages`) and, by field, their numbers of different words into
   * arrays over all segments, from `base` on; 0 for those that are dead.
   */
  describe(languages: Uint8Array, fieldLengths: readonly Uint32Array[], base: number): void
  /** The codebooks of its articles' signatures. */
  readonly books: readonly Codebook[]
  /** Which common words are neighbours in an article; null where that is not known. */
  signatureOf(slot: number): Signature | null
  /** Takes an alive article out. Its postings are no longer given. */
  discard(slot: number): void
  /** A term, or the marked stem of words; null where no article ever had it. */
  findTerm(term: string): TermPostings | null
  /** The exact forms of which a term, or a marked stem, has the postings. */
  wordsOf(term: string): readonly string[]
  /** The words (no stems) that begin with `prefix` and occur in one of the fields of the mask. */
  withPrefix(prefix: string, fieldMask: number): TermCursor
  /** Calls `onTerm` for every word (no stem) within an edit distance. */
  withinDistance(word: string, distance: number, onTerm: (term: string, distance: number) => void): void
}
