// Owns the view of an index that scoring needs. A segment on disk can implement it beside the live index.
import type { SearchField } from '@shared/model/search'
import type { StemLanguage } from '../analysis/stemmers'

/** Where a term occurs: by field number, how often in which document slot. A slot may have been discarded since. */
export type TermPostings = ReadonlyMap<number, ReadonlyMap<number, number>>

/** The terms and statistics of an index. Documents are known by slots: whole numbers from 0, below `slotCount`. */
export interface TermSource {
  readonly slotCount: number
  readonly documentCount: number
  isAlive(slot: number): boolean
  /** The stem language of a slot's article. */
  languageOf(slot: number): StemLanguage | null
  findPostings(term: string): TermPostings | undefined
  /** Every word (no stem) that begins with `prefix`, itself included. */
  withPrefix(prefix: string): Iterable<readonly [term: string, postings: TermPostings]>
  /** Every word (no stem) within an edit distance, with its distance. */
  withinDistance(word: string, distance: number): Iterable<readonly [term: string, distance: number]>
  fieldNumber(field: SearchField): number
  /** Number of different words in a slot's field. */
  fieldLength(slot: number, field: number): number
  averageFieldLength(field: number): number
}
