// Owns reading and writing the changeable part of articles, as the undo journal keeps it. Journals nothing itself.
import type { Database } from 'better-sqlite3'
import { editableFields, type ArticleCorrection, type EditableField, type StateChange } from '@shared/model/article'
import type { ArticleId } from '@shared/model/common'
import { addressKey } from './addressKey'
import { fieldColumns as columnOf, publishedAtOf } from './articleContent'
import type { TagRepository } from './tags'
import { titleKey } from './titleKey'
import type { VersionRepository } from './versions'

/** Some of an article: what one action read before it, or wrote after it. Missing parts are not touched. */
export interface PartialArticle {
  readonly id: ArticleId
  readonly isRead?: boolean
  readonly isStarred?: boolean
  readonly isArchived?: boolean
  readonly trashedAt?: number | null
  readonly tags?: readonly string[]
  /** The version that is shown. */
  readonly version?: number
  readonly fields?: Readonly<Partial<Record<EditableField, string | null>>>
  /** The version that the fields are of: where another is shown by now they are not written. */
  readonly fieldsVersion?: number
  /** What the corrected fields were before their first correction. */
  readonly corrected?: Readonly<Partial<Record<EditableField, string | null>>>
}

/** Reads and writes parts of articles. */
export interface PartialArticles {
  /** The states that `change` names, of each article that exists. */
  readonly readStates: (articleIds: readonly ArticleId[], change: StateChange) => readonly PartialArticle[]
  readonly readTags: (articleIds: readonly ArticleId[]) => readonly PartialArticle[]
  readonly readVersions: (articleIds: readonly ArticleId[]) => readonly PartialArticle[]
  /** States, tags and version of each article: what an import may change. */
  readonly readAll: (articleIds: readonly ArticleId[]) => readonly PartialArticle[]
  readonly readFields: (articleIds: readonly ArticleId[]) => readonly PartialArticle[]
  readonly withStates: (article: PartialArticle, change: StateChange) => PartialArticle
  readonly withCorrection: (article: PartialArticle, correction: ArticleCorrection) => PartialArticle
  /** Writes the parts; gives those whose article still exists. Call inside a transaction. */
  readonly apply: (articles: readonly PartialArticle[]) => readonly PartialArticle[]
}

interface PartRow extends Readonly<Record<EditableField, string | null>> {
  readonly number: number
  readonly id: ArticleId
  readonly isRead: number
  readonly isStarred: number
  readonly isArchived: number
  readonly trashedAt: number | null
  readonly version: number
  readonly corrected: string
}

/** Prepares the statements. */
export function createPartialArticles(
  database: Database,
  tags: TagRepository,
  versions: VersionRepository,
  now: () => number
): PartialArticles {
  const fieldColumns = editableFields.map(field => `article.${columnOf[field]} AS ${field}`).join(', ')
  const select = database.prepare<[string], PartRow>(
    `SELECT article.number, article.id, is_read AS isRead, is_starred AS isStarred, is_archived AS isArchived,
       trashed_at AS trashedAt, version, content.corrected, ${fieldColumns}
     FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value
     JOIN content ON content.article_number = article.number ORDER BY wanted.key`
  )
  const selectNumber = database.prepare<[string], number>('SELECT number FROM article WHERE id = ?').pluck()
  const selectVersion = database.prepare<[number], number>('SELECT version FROM article WHERE number = ?').pluck()
  const updateStates = database.prepare(
    `UPDATE article SET is_read = ifnull(@isRead, is_read), is_starred = ifnull(@isStarred, is_starred),
       is_archived = ifnull(@isArchived, is_archived),
       trashed_at = CASE WHEN @setsTrashed THEN @trashedAt ELSE trashed_at END, changed_at = @now,
       place = CASE WHEN CASE WHEN @setsTrashed THEN @trashedAt ELSE trashed_at END IS NOT NULL THEN 'trash'
         WHEN ifnull(@isArchived, is_archived) = 1 THEN 'archive' ELSE 'inbox' END
     WHERE number = @number`
  )
  const updateFields = database.prepare(
    `UPDATE article SET ${editableFields.map(field => `${columnOf[field]} = @${field}`).join(', ')},
       title_key = @titleKey, address_key = @addressKey, published_at = @publishedTime, changed_at = @now, revision = revision + 1
     WHERE number = @number`
  )
  const updateCorrected = database.prepare('UPDATE content SET corrected = ? WHERE article_number = ?')
  const touch = database.prepare('UPDATE article SET changed_at = ?, revision = revision + 1 WHERE number = ?')

  const read = (articleIds: readonly ArticleId[]): readonly PartRow[] =>
    select.all(JSON.stringify([...new Set(articleIds)]))

  const applyStates = (number: number, article: PartialArticle): void => {
    const flag = (value: boolean | undefined): number | null => (value === undefined ? null : Number(value))
    updateStates.run({
      number,
      now: now(),
      isRead: flag(article.isRead),
      isStarred: flag(article.isStarred),
      isArchived: flag(article.isArchived),
      setsTrashed: Number(article.trashedAt !== undefined),
      trashedAt: article.trashedAt ?? null
    })
  }
  const applyFields = (number: number, article: PartialArticle): void => {
    const { fields, fieldsVersion } = article
    if (!fields || (fieldsVersion !== undefined && fieldsVersion !== selectVersion.get(number))) return
    const values = Object.fromEntries(editableFields.map(field => [field, fields[field] ?? null]))
    updateFields.run({
      ...values,
      number,
      now: now(),
      titleKey: titleKey(fields.title ?? ''),
      addressKey: addressKey(fields.url ?? null),
      publishedTime: publishedAtOf(fields.publishedAt ?? null)
    })
    updateCorrected.run(JSON.stringify(article.corrected ?? {}), number)
  }

  return {
    readStates: (articleIds, change) =>
      read(articleIds).map(row => ({
        id: row.id,
        ...(change.isRead === undefined ? {} : { isRead: row.isRead === 1 }),
        ...(change.isStarred === undefined ? {} : { isStarred: row.isStarred === 1 }),
        ...(change.isArchived === undefined ? {} : { isArchived: row.isArchived === 1 }),
        ...(change.isTrashed === undefined ? {} : { trashedAt: row.trashedAt })
      })),
    readTags: articleIds => {
      const rows = read(articleIds)
      const names = tags.findFor(rows.map(row => row.number))
      return rows.map(row => ({ id: row.id, tags: names.get(row.number) ?? [] }))
    },
    readAll: articleIds => {
      const rows = read(articleIds)
      const names = tags.findFor(rows.map(row => row.number))
      return rows.map(row => ({
        id: row.id,
        isRead: row.isRead === 1,
        isStarred: row.isStarred === 1,
        isArchived: row.isArchived === 1,
        trashedAt: row.trashedAt,
        tags: names.get(row.number) ?? [],
        version: row.version
      }))
    },
    readVersions: articleIds => read(articleIds).map(row => ({ id: row.id, version: row.version })),
    readFields: articleIds =>
      read(articleIds).map(row => ({
        id: row.id,
        fieldsVersion: row.version,
        fields: Object.fromEntries(editableFields.map(field => [field, row[field]])),
        corrected: JSON.parse(row.corrected)
      })),
    withStates: (article, change) => ({
      ...article,
      ...(change.isRead === undefined ? {} : { isRead: change.isRead }),
      ...(change.isStarred === undefined ? {} : { isStarred: change.isStarred }),
      ...(change.isArchived === undefined ? {} : { isArchived: change.isArchived }),
      // Trashing again keeps the first date, so that the 30 days are not begun anew.
      ...(change.isTrashed === undefined ? {} : { trashedAt: change.isTrashed ? (article.trashedAt ?? now()) : null })
    }),
    withCorrection: (article, correction) => {
      const fields: Partial<Record<EditableField, string | null>> = { ...article.fields }
      const corrected: Partial<Record<EditableField, string | null>> = { ...article.corrected }
      for (const field of editableFields) {
        const wanted = correction[field]
        if (wanted === undefined) continue
        const value = wanted === '' ? null : wanted
        const previous = fields[field] ?? null
        if (value === previous) continue
        if (!(field in corrected)) corrected[field] = previous
        else if (corrected[field] === value) delete corrected[field]
        fields[field] = value
      }
      return { ...article, fields, corrected }
    },
    apply: articles => {
      const touched = articles.filter(article => {
        const number = selectNumber.get(article.id)
        if (number === undefined) return false
        // First: what else is written belongs to the version that is shown afterwards.
        if (article.version !== undefined) versions.switchTo(number, article.version, now())
        applyStates(number, article)
        applyFields(number, article)
        if (article.tags) {
          tags.replace(number, article.tags)
          touch.run(now(), number)
        }
        return true
      })
      if (articles.some(article => article.tags)) tags.removeUnused()
      return touched
    }
  }
}
