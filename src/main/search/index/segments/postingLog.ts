// Owns the form in which indexed articles wait to become a segment. Types only.
import type { ArticleRow } from './articleTable'

/** What was noted of articles: for each word of a field its number and frequency, field after field. */
export interface PostingLog {
  /** Eight times a word's number in the vocabulary, plus the field. */
  keys: Uint32Array
  frequencies: Uint32Array
  length: number
}

/** An article that was noted, and where its entries in the log end. */
export interface NotedArticle extends ArticleRow {
  readonly logEnd: number
  isAlive: boolean
}
