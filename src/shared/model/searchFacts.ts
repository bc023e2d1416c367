// Owns what the library tells search of an article beside its words: what filters, facets and orders need. Types only.
import type { ArticleFormat } from './article'
import type { ArticleId } from './common'

/** The facts of an article. Changing one makes no new revision of the article. */
export interface ArticleFacts {
  readonly articleId: ArticleId
  readonly siteName: string | null
  readonly sourceCredit: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly format: ArticleFormat
  /** `YYYY-MM-DD`, or with a time of day, as in `publicationDateSchema`. */
  readonly published: string | null
  /** The same in milliseconds since 1970. */
  readonly publishedAt: number | null
  /** Milliseconds since 1970. */
  readonly importedAt: number
  readonly isRead: boolean
  readonly isStarred: boolean
  readonly isArchived: boolean
  readonly hasHighlight: boolean
  readonly hasNote: boolean
  readonly hasImage: boolean
  readonly tags: readonly string[]
}
