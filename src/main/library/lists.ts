// Owns the lists of articles: views, orders, pages and counts. Reads only.
import type { Database } from 'better-sqlite3'
import { assertNever } from '@shared/errors'
import type { ArticleSummary } from '@shared/model/article'
import type { ArticleId } from '@shared/model/common'
import type { ArticlePage, LibraryCounts, ListOrder, ListView } from '@shared/model/library'
import { summaryColumns, toSummary, type SummaryRow } from './articleRows'
import type { TagRepository } from './tags'

/** The sidebar names at most so many publishers and tags. */
const mostNames = 500

/** Reads lists of articles. */
export interface ArticleLists {
  /** One page of a view. */
  readonly page: (view: ListView, order: ListOrder, offset: number, limit: number) => ArticlePage
  /** The row of an article in a view, or undefined where the view does not have it. */
  readonly findIndex: (view: ListView, order: ListOrder, articleId: ArticleId) => number | undefined
  readonly counts: () => LibraryCounts
  /** The summaries of these articles that exist, in the order asked for. */
  readonly summaries: (articleIds: readonly ArticleId[]) => readonly ArticleSummary[]
}

interface Condition {
  readonly where: string
  readonly values: readonly (string | number)[]
}

/** What a view leaves in, as SQL over `article`. The texts are constants: no part of them comes from outside. */
function conditionOf(view: ListView): Condition {
  switch (view.kind) {
    case 'inbox':
    case 'archive':
    case 'trash':
      return { where: 'place = ?', values: [view.kind] }
    case 'starred':
      return { where: 'trashed_at IS NULL AND is_starred = 1', values: [] }
    case 'all':
      return { where: 'trashed_at IS NULL', values: [] }
    case 'tag':
      return {
        where: `trashed_at IS NULL AND number IN (SELECT article_number FROM article_tag WHERE tag_number =
          (SELECT number FROM tag WHERE name = ?))`,
        values: [view.tag]
      }
    case 'site':
      return { where: 'trashed_at IS NULL AND site_name = ?', values: [view.siteName] }
    default:
      return assertNever(view, 'view')
  }
}

interface Ordering {
  readonly by: string
  /** True for the rows that come before the article of number ?. SQLite sorts NULL below every value. */
  readonly before: string
}

const orderings: Readonly<Record<ListOrder, Ordering>> = {
  imported: {
    by: 'imported_at DESC, number DESC',
    before: '(imported_at, number) > (SELECT imported_at, number FROM article WHERE number = ?)'
  },
  published: {
    by: 'published_at DESC, number DESC',
    // NULL compares as unknown inside row values; the least integer stands for it.
    before: `(ifnull(published_at, -9e15), number) >
      (SELECT ifnull(published_at, -9e15), number FROM article WHERE number = ?)`
  },
  title: {
    by: 'title_key ASC, number ASC',
    before: '(title_key, number) < (SELECT title_key, number FROM article WHERE number = ?)'
  }
}

/** Prepares the reading of lists. Statements are made on first use and kept. */
export function createArticleLists(database: Database, tags: TagRepository): ArticleLists {
  const prepared = new Map<string, ReturnType<Database['prepare']>>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  const selectNumber = database.prepare<[string], { number: number }>('SELECT number FROM article WHERE id = ?')
  const selectByIds = database.prepare<[string], SummaryRow>(
    `SELECT ${summaryColumns} FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value ORDER BY wanted.key`
  )
  const countPlaces = database.prepare<[], { place: string; is_read: number; count: number }>(
    'SELECT place, is_read, count(*) AS count FROM article GROUP BY place, is_read'
  )
  const countStarred = database
    .prepare<[], number>('SELECT count(*) FROM article WHERE trashed_at IS NULL AND is_starred = 1')
    .pluck()
  const countTags = database.prepare<[number], { name: string; count: number }>(
    `SELECT tag.name, count(*) AS count FROM article_tag JOIN tag ON tag.number = article_tag.tag_number
     JOIN article ON article.number = article_tag.article_number
     WHERE article.trashed_at IS NULL GROUP BY tag.number ORDER BY tag.name COLLATE NOCASE LIMIT ?`
  )
  const countSites = database.prepare<[number], { name: string; count: number }>(
    `SELECT name, count FROM (SELECT site_name AS name, count(*) AS count FROM article
     WHERE trashed_at IS NULL AND site_name IS NOT NULL GROUP BY site_name ORDER BY count DESC LIMIT ?)
     ORDER BY name COLLATE NOCASE`
  )

  const withTags = (rows: readonly SummaryRow[]): ArticleSummary[] => {
    const found = tags.findFor(rows.map(row => row.number))
    return rows.map(row => toSummary(row, found.get(row.number) ?? []))
  }
  const countOf = (condition: Condition): number => {
    const row = prepare(`SELECT count(*) AS total FROM article WHERE ${condition.where}`).get(...condition.values)
    return (row as { readonly total: number }).total
  }

  return {
    page: (view, order, offset, limit) => {
      const condition = conditionOf(view)
      const { by } = orderings[order]
      // The inner select walks an index alone, so that skipping `offset` rows touches no article.
      const rows = prepare(
        `SELECT ${summaryColumns} FROM article WHERE number IN
         (SELECT number FROM article WHERE ${condition.where} ORDER BY ${by} LIMIT ? OFFSET ?) ORDER BY ${by}`
      ).all(...condition.values, limit, offset) as SummaryRow[]
      return { articles: withTags(rows), total: countOf(condition) }
    },
    findIndex: (view, order, articleId) => {
      const number = selectNumber.get(articleId)?.number
      if (number === undefined) return undefined
      const { where, values } = conditionOf(view)
      const isThere = prepare(`SELECT 1 AS found FROM article WHERE ${where} AND number = ?`).get(...values, number)
      if (!isThere) return undefined
      return countOf({ where: `${where} AND ${orderings[order].before}`, values: [...values, number] })
    },
    counts: () => {
      const places = countPlaces.all()
      const sum = (isWanted: (row: { place: string; is_read: number }) => boolean): number =>
        places.filter(isWanted).reduce((total, row) => total + row.count, 0)
      return {
        all: sum(row => row.place !== 'trash'),
        inbox: sum(row => row.place === 'inbox'),
        inboxUnread: sum(row => row.place === 'inbox' && row.is_read === 0),
        starred: countStarred.get() ?? 0,
        archive: sum(row => row.place === 'archive'),
        trash: sum(row => row.place === 'trash'),
        tags: countTags.all(mostNames),
        sites: countSites.all(mostNames)
      }
    },
    summaries: articleIds => withTags(selectByIds.all(JSON.stringify(articleIds)))
  }
}
