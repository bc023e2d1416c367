// Owns the writing of a new article into its tables, inside the caller's transaction.
import type { Database } from 'better-sqlite3'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { createId } from './ids'
import { titleKey } from './titleKey'
import type { TagRepository } from './tags'

/** An original or resource that lies in the store already. */
export interface StoredFile {
  readonly sha256: string
  readonly extension: string
  readonly sizeBytes: number
}

/** A parsed article with where it came from. */
export interface NewArticle {
  readonly parsed: ImportedArticle
  readonly original: StoredFile
  /** The stored files of `parsed.resources`, in the same order. */
  readonly resources: readonly StoredFile[]
  readonly fileName: string
  readonly sourcePath: string | null
  readonly importId: ImportId
  /** When it came in, in milliseconds since 1970. */
  readonly now: number
}

/** When an article was published, as milliseconds for sorting; a bare day counts from its midnight in UTC. */
export function publishedAtOf(published: string | null): number | null {
  if (published === null) return null
  const time = Date.parse(published)
  return Number.isNaN(time) ? null : time
}

/** Prepares the statements and gives the function that inserts one article and answers its id. */
export function createArticleInserter(database: Database, tags: TagRepository): (article: NewArticle) => ArticleId {
  const insertOriginal = database.prepare(
    `INSERT INTO original (sha256, extension, size_bytes, stored_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`
  )
  // A file that was to be removed but is wanted again stays.
  const keepOriginal = database.prepare('DELETE FROM discarded_original WHERE sha256 = ? AND extension = ?')
  const insertArticle = database.prepare(
    `INSERT INTO article (id, original_sha256, import_number, file_name, source_path, format, encoding, title, title_key,
       deck, byline, site_name, source_credit, published, published_at, dateline_place, language, direction, url, excerpt,
       word_count, reading_minutes, imported_at, changed_at)
     VALUES (@id, @sha256, (SELECT number FROM import WHERE id = @importId), @fileName, @sourcePath, @format, @encoding,
       @title, @titleKey, @deck, @byline, @siteName, @sourceCredit, @published, @publishedAt, @datelinePlace, @language,
       @direction, @url, @excerpt, @wordCount, @readingMinutes, @now, @now)`
  )
  const insertContent = database.prepare(
    `INSERT INTO content (article_number, html, text, outline, inferred, warnings, removed) VALUES (?, ?, ?, ?, ?, ?, ?)`
  )
  const insertResource = database.prepare(
    'INSERT OR IGNORE INTO resource (article_number, sha256, media_type, source_path) VALUES (?, ?, ?, ?)'
  )
  const insertMention = database.prepare(
    'INSERT INTO related_mention (article_number, position, text, title_key) VALUES (?, ?, ?, ?)'
  )

  const storeFile = (file: StoredFile, now: number): void => {
    insertOriginal.run(file.sha256, file.extension, file.sizeBytes, now)
    keepOriginal.run(file.sha256, file.extension)
  }

  return ({ parsed, original, resources, fileName, sourcePath, importId, now }) => {
    const id = createId(now) as ArticleId
    storeFile(original, now)
    const { lastInsertRowid: number } = insertArticle.run({
      id,
      sha256: original.sha256,
      importId,
      fileName,
      sourcePath,
      format: parsed.format,
      encoding: parsed.encoding,
      title: parsed.title,
      titleKey: titleKey(parsed.title),
      deck: parsed.deck,
      byline: parsed.byline,
      siteName: parsed.siteName,
      sourceCredit: parsed.sourceCredit,
      published: parsed.publishedAt,
      publishedAt: publishedAtOf(parsed.publishedAt),
      datelinePlace: parsed.datelinePlace,
      language: parsed.language,
      direction: parsed.direction,
      url: parsed.url,
      excerpt: parsed.excerpt,
      wordCount: parsed.wordCount,
      readingMinutes: parsed.readingMinutes,
      now
    })
    insertContent.run(
      number,
      parsed.html,
      parsed.text,
      JSON.stringify(parsed.outline),
      JSON.stringify(parsed.inferred),
      JSON.stringify(parsed.warnings),
      JSON.stringify(parsed.removed)
    )
    parsed.resources.forEach((resource, index) => {
      const stored = resources[index]
      if (!stored) throw new Error(`No stored file for resource ${index}`)
      storeFile(stored, now)
      insertResource.run(number, stored.sha256, resource.mediaType, resource.sourcePath)
    })
    parsed.relatedMentions.forEach((text, position) => insertMention.run(number, position, text, titleKey(text)))
    if (parsed.tags.length > 0) tags.replace(Number(number), parsed.tags)
    return id
  }
}
