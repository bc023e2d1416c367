// Owns the part of an article that comes from its original: its columns and rows, written and read as one. No journal.
import type { Database } from 'better-sqlite3'
import { editableFields, type EditableField } from '@shared/model/article'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { addressKey } from './addressKey'
import { titleKey } from './titleKey'

/** Where an article's content came from. */
export interface ContentSource {
  readonly sha256: string
  /** Which of the articles of its file it is; empty where the file is one article. */
  readonly part: string
  readonly fileName: string
  readonly sourcePath: string | null
  /** How a person chose to have it read, as JSON. */
  readonly parseOptions: string
}

const articleColumns = [
  'original_sha256',
  'original_part',
  'file_name',
  'source_path',
  'parse_options',
  'format',
  'encoding',
  'title',
  'title_key',
  'deck',
  'byline',
  'site_name',
  'source_credit',
  'published',
  'published_at',
  'dateline_place',
  'language',
  'direction',
  'url',
  'address_key',
  'excerpt',
  'word_count',
  'reading_minutes'
] as const
const contentColumns = ['html', 'text', 'outline', 'inferred', 'corrected', 'warnings', 'removed'] as const

type Column = (typeof articleColumns)[number] | (typeof contentColumns)[number]

/** Everything of an article that comes from its original, and what a person corrected in it. Plain JSON. */
export type ArticleContent = Readonly<Record<Column, string | number | null>> & { readonly mentions: readonly string[] }

/** The columns that hold the fields which a person may correct. */
export const fieldColumns: Readonly<Record<EditableField, (typeof articleColumns)[number]>> = {
  title: 'title',
  deck: 'deck',
  byline: 'byline',
  siteName: 'site_name',
  sourceCredit: 'source_credit',
  publishedAt: 'published',
  datelinePlace: 'dateline_place',
  language: 'language',
  url: 'url'
}

/** When an article was published, as milliseconds for sorting; a bare day counts from its midnight in UTC. */
export function publishedAtOf(published: string | null): number | null {
  if (published === null) return null
  const time = Date.parse(published)
  return Number.isNaN(time) ? null : time
}

/** The columns that follow from others. */
function withDerived(content: ArticleContent): ArticleContent {
  return {
    ...content,
    title_key: titleKey(String(content.title)),
    published_at: publishedAtOf(content.published as string | null),
    address_key: addressKey(content.url as string | null)
  }
}

/** The content of a parsed article. */
export function contentOf(parsed: ImportedArticle, source: ContentSource): ArticleContent {
  return withDerived({
    original_sha256: source.sha256,
    original_part: source.part,
    file_name: source.fileName,
    source_path: source.sourcePath,
    parse_options: source.parseOptions,
    format: parsed.format,
    encoding: parsed.encoding,
    title: parsed.title,
    title_key: '',
    deck: parsed.deck,
    byline: parsed.byline,
    site_name: parsed.siteName,
    source_credit: parsed.sourceCredit,
    published: parsed.publishedAt,
    published_at: null,
    dateline_place: parsed.datelinePlace,
    language: parsed.language,
    direction: parsed.direction,
    url: parsed.url,
    address_key: null,
    excerpt: parsed.excerpt,
    word_count: parsed.wordCount,
    reading_minutes: parsed.readingMinutes,
    html: parsed.html,
    text: parsed.text,
    outline: JSON.stringify(parsed.outline),
    inferred: JSON.stringify(parsed.inferred),
    corrected: '{}',
    warnings: JSON.stringify(parsed.warnings),
    removed: JSON.stringify(parsed.removed),
    mentions: parsed.relatedMentions
  })
}

/** New content under the corrections of the old: what a person set by hand stays, over whatever the new original says. */
export function keepCorrections(content: ArticleContent, previous: ArticleContent): ArticleContent {
  const corrected = JSON.parse(String(previous.corrected)) as Partial<Record<EditableField, string | null>>
  const kept: Partial<Record<Column, string | number | null>> = {}
  const replaced: Partial<Record<EditableField, string | null>> = {}
  for (const field of editableFields) {
    if (!(field in corrected)) continue
    const column = fieldColumns[field]
    kept[column] = previous[column]
    replaced[field] = content[column] as string | null
  }
  return withDerived({ ...content, ...kept, corrected: JSON.stringify(replaced) })
}

/** Reads and writes articles' content, by the articles' numbers. */
export interface ArticleContents {
  readonly read: (articleNumber: number) => ArticleContent
  /** Puts the content in the place of what the article has. */
  readonly write: (articleNumber: number, content: ArticleContent) => void
  /** Adds an article with this content; `states` are the other columns of a new article. Gives its number. */
  readonly insert: (content: ArticleContent, states: NewArticleStates) => number
}

/** What a new article has beside its content. */
export interface NewArticleStates {
  readonly id: string
  readonly importId: string | null
  readonly isRead: number
  readonly isStarred: number
  readonly isArchived: number
  readonly importedAt: number
  readonly now: number
  readonly progress: number
}

/** Prepares the statements. */
export function createArticleContents(database: Database): ArticleContents {
  const selectContent = database.prepare<[number], Omit<ArticleContent, 'mentions'>>(
    `SELECT ${[...articleColumns, ...contentColumns].join(', ')} FROM article
     JOIN content ON content.article_number = article.number WHERE article.number = ?`
  )
  const selectMentions = database
    .prepare<[number], string>('SELECT text FROM related_mention WHERE article_number = ? ORDER BY position')
    .pluck()
  const updateArticle = database.prepare(
    `UPDATE article SET ${articleColumns.map(column => `${column} = @${column}`).join(', ')} WHERE number = @number`
  )
  const updateContent = database.prepare(
    `UPDATE content SET ${contentColumns.map(column => `${column} = @${column}`).join(', ')}
     WHERE article_number = @number`
  )
  const insertArticle = database.prepare(
    `INSERT INTO article (id, import_number, is_read, is_starred, is_archived, place, imported_at, changed_at,
       progress_fraction, ${articleColumns.join(', ')})
     VALUES (@id, (SELECT number FROM import WHERE id = @importId), @isRead, @isStarred, @isArchived,
       CASE WHEN @isArchived = 1 THEN 'archive' ELSE 'inbox' END, @importedAt, @now, @progress,
       ${articleColumns.map(column => `@${column}`).join(', ')})`
  )
  const insertContent = database.prepare(
    `INSERT INTO content (article_number, ${contentColumns.join(', ')})
     VALUES (@number, ${contentColumns.map(column => `@${column}`).join(', ')})`
  )
  const deleteMentions = database.prepare('DELETE FROM related_mention WHERE article_number = ?')
  const insertMention = database.prepare(
    'INSERT INTO related_mention (article_number, position, text, title_key) VALUES (?, ?, ?, ?)'
  )
  const insertMentions = (number: number, mentions: readonly string[]): void =>
    mentions.forEach((text, position) => insertMention.run(number, position, text, titleKey(text)))

  return {
    read: articleNumber => {
      const row = selectContent.get(articleNumber)
      if (!row) throw new Error(`Article ${articleNumber} has no content`)
      return { ...row, mentions: selectMentions.all(articleNumber) }
    },
    write: (articleNumber, content) => {
      const { mentions, ...columns } = content
      updateArticle.run({ ...columns, number: articleNumber })
      updateContent.run({ ...columns, number: articleNumber })
      deleteMentions.run(articleNumber)
      insertMentions(articleNumber, mentions)
    },
    insert: (content, states) => {
      const { mentions, ...columns } = content
      const number = Number(insertArticle.run({ ...columns, ...states }).lastInsertRowid)
      insertContent.run({ ...columns, number })
      insertMentions(number, mentions)
      return number
    }
  }
}
