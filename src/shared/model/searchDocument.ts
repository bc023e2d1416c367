// Owns what the library tells search of an article. Types only: neither side knows the other.
import type { ArticleId } from './common'

/** An article as search sees it. `revision` grows with every change of any of these fields. */
export interface SearchDocument {
  readonly articleId: ArticleId
  readonly revision: number
  readonly language: string | null
  readonly title: string
  readonly deck: string
  readonly body: string
  readonly byline: string
  readonly siteName: string
  readonly tags: readonly string[]
}

/** Which version of an article the library has. */
export interface DocumentRevision {
  readonly articleId: ArticleId
  readonly revision: number
}
