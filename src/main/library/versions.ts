// Owns the versions of an article: a new one over the old, reading an older one, and going back to it. Loses none.
import type { Database } from 'better-sqlite3'
import { AppError } from '@shared/errors'
import type { ArticleVersion, VersionText } from '@shared/model/article'
import type { ArticleId } from '@shared/model/common'
import type { AnnotationRepository } from './annotations'
import { keepCorrections, type ArticleContent, type ArticleContents } from './articleContent'

/** Keeps versions. Numbers count from 1, the first that came in. */
export interface VersionRepository {
  /** Makes this the article's newest version, under what a person corrected by hand. Call inside a transaction. */
  readonly add: (articleNumber: number, content: ArticleContent, now: number) => number
  /** Shows another version of an article. Call inside a transaction. */
  readonly switchTo: (articleNumber: number, version: number, now: number) => void
  /** The versions of an article, the newest first; one that was never changed has one. @throws AppError `article_not_found` */
  readonly list: (articleId: ArticleId) => readonly ArticleVersion[]
  /** One version's text. @throws AppError `article_not_found` | `version_not_found` */
  readonly get: (articleId: ArticleId, version: number) => VersionText
}

interface CurrentRow {
  readonly number: number
  readonly version: number
  readonly importedAt: number
}

interface VersionRow {
  readonly number: number
  readonly made_at: number
  readonly snapshot: string
}

/** Prepares the statements. */
export function createVersionRepository(
  database: Database,
  contents: ArticleContents,
  annotations: AnnotationRepository
): VersionRepository {
  const selectCurrent = database.prepare<[number], { version: number; imported_at: number }>(
    'SELECT version, imported_at FROM article WHERE number = ?'
  )
  const selectById = database.prepare<[string], CurrentRow>(
    'SELECT number, version, imported_at AS importedAt FROM article WHERE id = ?'
  )
  const selectNewest = database
    .prepare<[number], number | null>('SELECT max(number) FROM version WHERE article_number = ?')
    .pluck()
  const selectOne = database.prepare<[number, number], VersionRow>(
    'SELECT number, made_at, snapshot FROM version WHERE article_number = ? AND number = ?'
  )
  const selectAll = database.prepare<[number], VersionRow>(
    'SELECT number, made_at, snapshot FROM version WHERE article_number = ? ORDER BY number DESC'
  )
  const save = database.prepare(
    `INSERT INTO version (article_number, number, original_sha256, original_part, made_at, snapshot)
     VALUES (@articleNumber, @number, @sha256, @part, @madeAt, @snapshot)
     ON CONFLICT (article_number, number) DO UPDATE SET snapshot = excluded.snapshot,
       original_sha256 = excluded.original_sha256, original_part = excluded.original_part`
  )
  const setVersion = database.prepare(
    `UPDATE article SET version = ?, changed_at = ?, revision = revision + 1,
       progress_offset = min(progress_offset, (SELECT length(text) FROM content WHERE article_number = article.number))
     WHERE number = ?`
  )

  const keep = (articleNumber: number, number: number, content: ArticleContent, madeAt: number): void => {
    save.run({
      articleNumber,
      number,
      sha256: content.original_sha256,
      part: content.original_part,
      madeAt,
      snapshot: JSON.stringify(content)
    })
  }
  /** Writes down the shown version as it is now, with the corrections that it has got since. */
  const keepCurrent = (articleNumber: number): { readonly version: number; readonly content: ArticleContent } => {
    const current = selectCurrent.get(articleNumber)
    if (!current) throw new Error(`There is no article ${articleNumber}`)
    const content = contents.read(articleNumber)
    keep(articleNumber, current.version, content, current.imported_at)
    return { version: current.version, content }
  }
  const show = (articleNumber: number, version: number, content: ArticleContent, now: number): void => {
    contents.write(articleNumber, content)
    setVersion.run(version, now, articleNumber)
    annotations.anchorAgain(articleNumber)
  }
  const getCurrent = (articleId: ArticleId): CurrentRow => {
    const row = selectById.get(articleId)
    if (!row) throw new AppError('article_not_found', 'This article is no longer in the library')
    return row
  }

  return {
    add: (articleNumber, content, now) => {
      const previous = keepCurrent(articleNumber)
      const number = (selectNewest.get(articleNumber) ?? previous.version) + 1
      const corrected = keepCorrections(content, previous.content)
      keep(articleNumber, number, corrected, now)
      show(articleNumber, number, corrected, now)
      return number
    },
    switchTo: (articleNumber, version, now) => {
      if (selectCurrent.get(articleNumber)?.version === version) return
      keepCurrent(articleNumber)
      const wanted = selectOne.get(articleNumber, version)
      if (!wanted) throw new AppError('version_not_found', 'This version of the article is no longer in the library')
      show(articleNumber, version, JSON.parse(wanted.snapshot), now)
    },
    list: articleId => {
      const current = getCurrent(articleId)
      const rows = selectAll.all(current.number)
      if (rows.length > 0) return rows.map(row => describe(row, row.number === current.version))
      const snapshot = JSON.stringify(contents.read(current.number))
      return [describe({ number: current.version, made_at: current.importedAt, snapshot }, true)]
    },
    get: (articleId, version) => {
      const current = getCurrent(articleId)
      const row = selectOne.get(current.number, version)
      if (!row && version !== current.version) {
        throw new AppError('version_not_found', 'This version of the article is no longer in the library')
      }
      const content: ArticleContent =
        row && version !== current.version ? JSON.parse(row.snapshot) : contents.read(current.number)
      return { number: version, title: String(content.title), html: String(content.html), text: String(content.text) }
    }
  }
}

function describe({ number, made_at, snapshot }: VersionRow, isShown: boolean): ArticleVersion {
  const content: ArticleContent = JSON.parse(snapshot)
  return {
    number,
    madeAt: made_at,
    isShown,
    title: String(content.title),
    fileName: String(content.file_name),
    format: content.format as ArticleVersion['format'],
    wordCount: Number(content.word_count)
  }
}
