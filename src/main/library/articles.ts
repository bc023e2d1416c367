// Owns single articles: bringing them in, reading them whole, their place, and deleting them for good.
import type { Database } from 'better-sqlite3'
import { AppError } from '@shared/errors'
import type { ArticleDetail, Progress, ReadOptions } from '@shared/model/article'
import type { ArticleId, ImportId } from '@shared/model/common'
import { summaryColumns, toDetail, type DetailRow } from './articleRows'
import type { AnnotationRepository } from './annotations'
import type { TagRepository } from './tags'

/** Reads and writes single articles. */
export interface ArticleRepository {
  /** Everything about an article. @throws AppError `article_not_found` */
  readonly get: (articleId: ArticleId) => ArticleDetail
  /** Takes an article out of Trash because its file came in again; not journalled. Call inside a transaction. */
  readonly putBack: (articleId: ArticleId, now: number) => void
  /** Remembers how far an article was read. Not an action: it cannot be undone and makes no new revision. */
  readonly saveProgress: (articleId: ArticleId, progress: Progress) => void
  /** Where an original lies and what it was called. @throws AppError `article_not_found` */
  readonly getOriginal: (articleId: ArticleId) => {
    sha256: string
    extension: string
    fileName: string
    sourcePath: string | null
    number: number
    part: string
    parseOptions: ReadOptions
  }
  /** A resource that some article has, or an original that is shown as it is (PDF), by its hash. */
  readonly findResource: (sha256: string) => { mediaType: string; extension: string } | undefined
  /** The articles that an import brought in. */
  readonly idsOfImport: (importId: ImportId) => readonly ArticleId[]
  readonly trashedIds: (trashedBefore: number) => readonly ArticleId[]
  /**
   * Deletes trashed articles for good and lists the originals that no article needs any more (`FileLedger.listDiscarded`).
   * Articles that are not in Trash are left alone. Gives how many were deleted.
   */
  readonly deleteForGood: (articleIds: readonly ArticleId[]) => number
}

/** True of an original that no article shows, has shown, was told of by an export, or has as its image. */
const isUnneeded = `NOT EXISTS (SELECT 1 FROM article WHERE original_sha256 = original.sha256)
  AND NOT EXISTS (SELECT 1 FROM version WHERE original_sha256 = original.sha256)
  AND NOT EXISTS (SELECT 1 FROM record WHERE record.sha256 = original.sha256)
  AND NOT EXISTS (SELECT 1 FROM resource WHERE resource.sha256 = original.sha256)`

/** Prepares the statements. */
export function createArticleRepository(
  database: Database,
  tags: TagRepository,
  annotations: AnnotationRepository
): ArticleRepository {
  const selectDetail = database.prepare<[string], DetailRow>(
    `SELECT ${summaryColumns}, article.byline, article.source_credit, article.dateline_place, article.url,
       content.html, content.text, content.outline, content.inferred, content.corrected, content.warnings,
       content.removed, article.file_name, article.source_path, article.encoding, article.original_sha256,
       original.size_bytes, article.progress_offset, import.id AS import_id, article.original_part,
       article.parse_options, article.version,
       (SELECT count(*) FROM version WHERE article_number = article.number) AS version_count
     FROM article JOIN content ON content.article_number = article.number
     JOIN original ON original.sha256 = article.original_sha256
     LEFT JOIN import ON import.number = article.import_number
     WHERE article.id = ?`
  )
  // A mention means the newest article of that title; it is looked up when read, so either may come first.
  const selectMentions = database.prepare<[number], { text: string; articleId: ArticleId | null }>(
    `SELECT text, (SELECT id FROM article WHERE article.title_key = related_mention.title_key AND trashed_at IS NULL
       AND article.number <> related_mention.article_number ORDER BY number DESC LIMIT 1) AS articleId
     FROM related_mention WHERE article_number = ? ORDER BY position`
  )
  const selectRecords = database.prepare<[number], { service: string; fields: string }>(
    'SELECT service, fields FROM record WHERE article_number = ? ORDER BY rowid'
  )
  const untrash = database.prepare(
    `UPDATE article SET trashed_at = NULL, changed_at = ?,
       place = CASE WHEN is_archived = 1 THEN 'archive' ELSE 'inbox' END WHERE id = ?`
  )
  const updateProgress = database.prepare('UPDATE article SET progress_fraction = ?, progress_offset = ? WHERE id = ?')
  const selectOriginal = database.prepare<
    [string],
    {
      number: number
      sha256: string
      extension: string
      fileName: string
      sourcePath: string | null
      part: string
      options: string
    }
  >(
    `SELECT article.number, original.sha256, original.extension, article.file_name AS fileName,
       article.source_path AS sourcePath, article.original_part AS part, article.parse_options AS options
     FROM article JOIN original ON original.sha256 = article.original_sha256 WHERE article.id = ?`
  )
  const selectResource = database.prepare<[string], { mediaType: string; extension: string }>(
    `SELECT resource.media_type AS mediaType, original.extension FROM resource
     JOIN original ON original.sha256 = resource.sha256 WHERE resource.sha256 = ? LIMIT 1`
  )
  const selectShownOriginal = database.prepare<[string], { mediaType: string; extension: string }>(
    `SELECT 'application/pdf' AS mediaType, original.extension FROM article
     JOIN original ON original.sha256 = article.original_sha256
     WHERE article.original_sha256 = ? AND article.format = 'pdf' LIMIT 1`
  )
  const selectOfImport = database
    .prepare<[string], ArticleId>(
      'SELECT id FROM article WHERE import_number = (SELECT number FROM import WHERE id = ?) ORDER BY number'
    )
    .pluck()
  const selectTrashed = database
    .prepare<[number], ArticleId>('SELECT id FROM article WHERE trashed_at IS NOT NULL AND trashed_at < ?')
    .pluck()
  const deleteTrashed = database.prepare('DELETE FROM article WHERE id = ? AND trashed_at IS NOT NULL')
  const selectFiles = database
    .prepare<[{ id: string }], string>(
      `SELECT original_sha256 FROM article WHERE id = @id UNION
       SELECT original_sha256 FROM version WHERE article_number = (SELECT number FROM article WHERE id = @id) UNION
       SELECT sha256 FROM record WHERE article_number = (SELECT number FROM article WHERE id = @id) UNION
       SELECT sha256 FROM resource WHERE article_number = (SELECT number FROM article WHERE id = @id)`
    )
    .pluck()
  const discard = database.prepare(
    `INSERT OR IGNORE INTO discarded_original (sha256, extension) SELECT sha256, extension FROM original
     WHERE sha256 = ? AND ${isUnneeded}`
  )
  const deleteUnneeded = database.prepare(`DELETE FROM original WHERE sha256 = ? AND ${isUnneeded}`)

  return {
    get: articleId => {
      const row = selectDetail.get(articleId)
      if (!row) throw notFound()
      const names = tags.findFor([row.number]).get(row.number) ?? []
      return toDetail(row, {
        tags: names,
        relatedMentions: selectMentions.all(row.number),
        annotations: annotations.findFor(row.number),
        records: selectRecords.all(row.number)
      })
    },
    putBack: (articleId, now) => {
      untrash.run(now, articleId)
    },
    saveProgress: (articleId, progress) => {
      if (updateProgress.run(progress.fraction, progress.textOffset, articleId).changes === 0) throw notFound()
    },
    getOriginal: articleId => {
      const row = selectOriginal.get(articleId)
      if (!row) throw notFound()
      const { options, ...original } = row
      return { ...original, parseOptions: JSON.parse(options) as ReadOptions }
    },
    findResource: sha256 => selectResource.get(sha256) ?? selectShownOriginal.get(sha256),
    idsOfImport: importId => selectOfImport.all(importId),
    trashedIds: trashedBefore => selectTrashed.all(trashedBefore),
    deleteForGood: database.transaction((articleIds: readonly ArticleId[]) => {
      let deleted = 0
      const files = new Set(articleIds.flatMap(articleId => selectFiles.all({ id: articleId })))
      for (const articleId of articleIds) deleted += deleteTrashed.run(articleId).changes
      for (const sha256 of files) {
        discard.run(sha256)
        deleteUnneeded.run(sha256)
      }
      tags.removeUnused()
      return deleted
    })
  }
}

function notFound(): AppError {
  return new AppError('article_not_found', 'This article is no longer in the library')
}
