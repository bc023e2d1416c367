// Owns how rows of the tables `article` and `content` become the models of src/shared. Runs no statement.
import type { Annotation } from '@shared/model/annotation'
import type { ArticleDetail, ArticleSummary } from '@shared/model/article'
import type { ArticleId, ImportId } from '@shared/model/common'

/** The columns of a summary, for every statement that lists articles; `article` must be in scope. */
export const summaryColumns = `article.number, article.id, article.title, article.deck, article.site_name,
  article.published, article.language, article.direction, article.excerpt, article.word_count, article.reading_minutes,
  article.format, article.is_read, article.is_starred, article.is_archived, article.trashed_at, article.imported_at,
  article.progress_fraction`

/** A row of `summaryColumns`. */
export interface SummaryRow {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly deck: string | null
  readonly site_name: string | null
  readonly published: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly excerpt: string
  readonly word_count: number
  readonly reading_minutes: number
  readonly format: ArticleSummary['format']
  readonly is_read: number
  readonly is_starred: number
  readonly is_archived: number
  readonly trashed_at: number | null
  readonly imported_at: number
  readonly progress_fraction: number
}

/** A row with everything of one article but its mentions and tags. */
export interface DetailRow extends SummaryRow {
  readonly byline: string | null
  readonly source_credit: string | null
  readonly dateline_place: string | null
  readonly url: string | null
  readonly html: string
  readonly text: string
  readonly outline: string
  readonly inferred: string
  readonly corrected: string
  readonly warnings: string
  readonly removed: string
  readonly file_name: string
  readonly source_path: string | null
  readonly encoding: string | null
  readonly original_sha256: string
  readonly size_bytes: number
  readonly progress_offset: number
  readonly import_id: string | null
  readonly original_part: string
  readonly parse_options: string
  readonly version: number
  readonly version_count: number
}

/** What a detail is made of beside its row. */
export interface DetailParts {
  readonly tags: readonly string[]
  readonly relatedMentions: ArticleDetail['relatedMentions']
  readonly annotations: readonly Annotation[]
  readonly records: readonly { readonly service: string; readonly fields: string }[]
}

/** A summary from its row and its tags. */
export function toSummary(row: SummaryRow, tags: readonly string[]): ArticleSummary {
  return {
    // Ids in the database were made by this program, so the brand is true.
    id: row.id as ArticleId,
    title: row.title,
    deck: row.deck,
    siteName: row.site_name,
    publishedAt: row.published,
    language: row.language,
    direction: row.direction,
    excerpt: row.excerpt,
    wordCount: row.word_count,
    readingMinutes: row.reading_minutes,
    format: row.format,
    tags: [...tags],
    isRead: row.is_read === 1,
    isStarred: row.is_starred === 1,
    isArchived: row.is_archived === 1,
    trashedAt: row.trashed_at,
    importedAt: row.imported_at,
    progressFraction: row.progress_fraction
  }
}

/** A detail from its row and what belongs to it. JSON columns were written by this program and are trusted. */
export function toDetail(row: DetailRow, parts: DetailParts): ArticleDetail {
  return {
    ...toSummary(row, parts.tags),
    byline: row.byline,
    sourceCredit: row.source_credit,
    datelinePlace: row.dateline_place,
    url: row.url,
    html: row.html,
    text: row.text,
    outline: JSON.parse(row.outline),
    relatedMentions: parts.relatedMentions,
    warnings: JSON.parse(row.warnings),
    source: {
      fileName: row.file_name,
      format: row.format,
      sha256: row.original_sha256,
      bytes: row.size_bytes,
      path: row.source_path,
      encoding: row.encoding,
      part: row.original_part,
      options: JSON.parse(row.parse_options)
    },
    inferred: JSON.parse(row.inferred),
    corrected: JSON.parse(row.corrected),
    // Rows from before trackers were counted say nothing of them.
    removed: { trackers: 0, ...JSON.parse(row.removed) },
    progress: { fraction: row.progress_fraction, textOffset: row.progress_offset },
    importId: row.import_id as ImportId | null,
    annotations: [...parts.annotations],
    records: parts.records.map(({ service, fields }) => ({ service, fields: JSON.parse(fields) })),
    version: row.version,
    versionCount: Math.max(1, row.version_count)
  }
}
