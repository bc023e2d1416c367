// Owns the writing of parsed articles into their tables, as new ones or as new versions, inside the caller's transaction.
import type { Database } from 'better-sqlite3'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { AnnotationRepository, NewAnnotation } from './annotations'
import { contentOf, type ArticleContent, type ArticleContents } from './articleContent'
import { createId } from './ids'
import type { TagRepository } from './tags'
import type { VersionRepository } from './versions'

/** An original or resource that lies in the store already. */
export interface StoredFile {
  readonly sha256: string
  readonly extension: string
  readonly sizeBytes: number
}

/** What an entry of another service's export says of an article beside its text. */
export interface ArticleRecord {
  readonly service: string
  /** The entry's name in its export. */
  readonly key: string
  /** The export's file. */
  readonly export: StoredFile
  /** Everything by the service's own names. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly tags: readonly string[]
  readonly isRead: boolean
  readonly isStarred: boolean
  readonly isArchived: boolean
  /** Share that was read, 0 to 1. */
  readonly progress: number
  readonly annotations: readonly NewAnnotation[]
  /** When the person saved it there, in milliseconds since 1970; null where that is not known. */
  readonly savedAt: number | null
}

/** A parsed article with where it came from. */
export interface NewArticle {
  readonly parsed: ImportedArticle
  readonly original: StoredFile
  /** Which of the articles of its file it is; empty where the file is one article. */
  readonly part: string
  /** The stored files of `parsed.resources`, in the same order. */
  readonly resources: readonly StoredFile[]
  readonly fileName: string
  readonly sourcePath: string | null
  /** How a person chose to have the file read; empty where nobody chose. */
  readonly parseOptions: Readonly<Record<string, unknown>>
  /** The import that brings it in; null for a version that no import brings. */
  readonly importId: ImportId | null
  readonly record: ArticleRecord | null
  /** When it came in, in milliseconds since 1970. */
  readonly now: number
}

/** Writes articles that came in. */
export interface ArticleWriter {
  /** Adds an article and answers its id. */
  readonly insert: (article: NewArticle) => ArticleId
  /** Makes a parsed article the newest version of one that is there. */
  readonly addVersion: (articleNumber: number, article: NewArticle) => void
  /** Notes what an export says of an article that is there, and adds the highlights that it does not have: so many. */
  readonly addRecord: (articleNumber: number, record: ArticleRecord, now: number) => number
}

/** What the writer is made of. */
export interface ArticleWriterDependencies {
  readonly database: Database
  readonly tags: TagRepository
  readonly contents: ArticleContents
  readonly versions: VersionRepository
  readonly annotations: AnnotationRepository
}

/** Prepares the statements. */
export function createArticleWriter(dependencies: ArticleWriterDependencies): ArticleWriter {
  const { database, tags, contents, versions, annotations } = dependencies
  const insertOriginal = database.prepare(
    `INSERT INTO original (sha256, extension, size_bytes, stored_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`
  )
  // A file that was to be removed but is wanted again stays.
  const keepOriginal = database.prepare('DELETE FROM discarded_original WHERE sha256 = ? AND extension = ?')
  const insertResource = database.prepare(
    'INSERT OR IGNORE INTO resource (article_number, sha256, media_type, source_path) VALUES (?, ?, ?, ?)'
  )
  const insertRecord = database.prepare(
    `INSERT INTO record (article_number, sha256, key, service, fields) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (article_number, sha256, key) DO UPDATE SET fields = excluded.fields`
  )

  const storeFile = (file: StoredFile, now: number): void => {
    insertOriginal.run(file.sha256, file.extension, file.sizeBytes, now)
    keepOriginal.run(file.sha256, file.extension)
  }
  const storeFiles = (number: number, { original, parsed, resources, now }: NewArticle): void => {
    parsed.resources.forEach((resource, index) => {
      const stored = resources[index]
      if (!stored) throw new Error(`No stored file for resource ${index} of ${original.sha256}`)
      storeFile(stored, now)
      // Older versions show their images too, so none is ever taken from an article.
      insertResource.run(number, stored.sha256, resource.mediaType, resource.sourcePath)
    })
  }
  const addRecord = (number: number, record: ArticleRecord, now: number): number => {
    storeFile(record.export, now)
    insertRecord.run(number, record.export.sha256, record.key, record.service, JSON.stringify(record.fields))
    return annotations.add(number, record.annotations)
  }

  return {
    insert: article => {
      const { parsed, original, record, importId, now } = article
      const id = createId(now) as ArticleId
      storeFile(original, now)
      const number = contents.insert(toContent(article), {
        id,
        importId,
        isRead: Number(record?.isRead ?? false),
        isStarred: Number(record?.isStarred ?? false),
        isArchived: Number(record?.isArchived ?? false),
        importedAt: record?.savedAt ?? now,
        progress: record?.progress ?? 0,
        now
      })
      storeFiles(number, article)
      const names = [...parsed.tags, ...(record?.tags ?? [])]
      if (names.length > 0) tags.replace(number, names)
      if (record) addRecord(number, record, now)
      return id
    },
    addVersion: (number, article) => {
      storeFile(article.original, article.now)
      versions.add(number, toContent(article), article.now)
      storeFiles(number, article)
    },
    addRecord
  }
}

function toContent({ parsed, original, part, fileName, sourcePath, parseOptions }: NewArticle): ArticleContent {
  const { sha256 } = original
  return contentOf(parsed, { sha256, part, fileName, sourcePath, parseOptions: JSON.stringify(parseOptions) })
}
