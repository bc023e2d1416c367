// Owns what search is told of the library: which articles there are, in which revision, and their texts. Reads only.
import type { Database } from 'better-sqlite3'
import type { ArticleId } from '@shared/model/common'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import type { ArticleFacts } from '@shared/model/searchFacts'
import type { TagRepository } from './tags'

/** Feeds search. Articles in Trash are not searched. */
export interface SearchFeed {
  /** Every searchable article, the newest first. Few are read at a time, so that the reader may let others have their turn. */
  readonly listRevisions: () => Iterable<DocumentRevision>
  /** The searchable ones among these articles, in no order. */
  readonly loadDocuments: (articleIds: readonly ArticleId[]) => readonly SearchDocument[]
  /** The facts of the searchable ones among these articles, in no order. */
  readonly loadFacts: (articleIds: readonly ArticleId[]) => readonly ArticleFacts[]
  /** The articles that changed at or after this time, trashed ones too, and when each did last. */
  readonly changedSince: (time: number) => readonly ArticleChangeTime[]
}

/** When an article changed last, in milliseconds since 1970. */
export interface ArticleChangeTime {
  readonly articleId: ArticleId
  readonly changedAt: number
}

interface FactsRow extends Omit<ArticleFacts, 'tags' | FlagName>, Readonly<Record<FlagName, 0 | 1>> {
  readonly number: number
}
type FlagName = 'isRead' | 'isStarred' | 'isArchived' | 'hasHighlight' | 'hasNote' | 'hasImage'

/** How many revisions are read at once: about a millisecond of work. */
const revisionsAtOnce = 1_000

interface RevisionRow extends DocumentRevision {
  readonly importedAt: number
  readonly number: number
}

type DocumentRow = Omit<SearchDocument, 'tags'> & { readonly number: number }

/** Prepares the statements. */
export function createSearchFeed(database: Database, tags: TagRepository): SearchFeed {
  const selectRevisions = database.prepare<[number, number], RevisionRow>(
    `SELECT id AS articleId, revision, imported_at AS importedAt, number FROM article
     WHERE trashed_at IS NULL AND (imported_at, number) < (?, ?)
     ORDER BY imported_at DESC, number DESC LIMIT ${revisionsAtOnce}`
  )
  const selectDocuments = database.prepare<[string], DocumentRow>(
    `SELECT article.number, article.id AS articleId, revision, language, title, ifnull(deck, '') AS deck,
       content.text AS body, ifnull(byline, '') AS byline, ifnull(site_name, '') AS siteName
     FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value
     JOIN content ON content.article_number = article.number WHERE trashed_at IS NULL`
  )
  const selectFacts = database.prepare<[string], FactsRow>(
    `SELECT article.number, article.id AS articleId, site_name AS siteName, source_credit AS sourceCredit, language, format, published,
       published_at AS publishedAt, imported_at AS importedAt, is_read AS isRead, is_starred AS isStarred,
       is_archived AS isArchived,
       EXISTS (SELECT 1 FROM annotation WHERE article_number = article.number AND kind = 'highlight') AS hasHighlight,
       EXISTS (SELECT 1 FROM annotation WHERE article_number = article.number AND ifnull(note, '') <> '') AS hasNote,
       EXISTS (SELECT 1 FROM resource WHERE article_number = article.number) AS hasImage
     FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value WHERE trashed_at IS NULL`
  )
  const selectChanged = database.prepare<[number], ArticleChangeTime>(
    'SELECT id AS articleId, changed_at AS changedAt FROM article WHERE changed_at >= ?'
  )
  return {
    listRevisions: function* () {
      let last: Pick<RevisionRow, 'importedAt' | 'number'> = { importedAt: Infinity, number: 0 }
      for (;;) {
        const rows = selectRevisions.all(last.importedAt, last.number)
        for (const { articleId, revision } of rows) yield { articleId, revision }
        const end = rows.at(-1)
        if (!end || rows.length < revisionsAtOnce) return
        last = end
      }
    },
    loadDocuments: articleIds => {
      const rows = selectDocuments.all(JSON.stringify(articleIds))
      const names = tags.findFor(rows.map(row => row.number))
      return rows.map(({ number, ...row }) => ({ ...row, tags: names.get(number) ?? [] }))
    },
    loadFacts: articleIds => {
      const rows = selectFacts.all(JSON.stringify(articleIds))
      const names = tags.findFor(rows.map(row => row.number))
      return rows.map(({ number, ...row }) => ({
        ...row,
        isRead: row.isRead === 1,
        isStarred: row.isStarred === 1,
        isArchived: row.isArchived === 1,
        hasHighlight: row.hasHighlight === 1,
        hasNote: row.hasNote === 1,
        hasImage: row.hasImage === 1,
        tags: names.get(number) ?? []
      }))
    },
    changedSince: time => selectChanged.all(time)
  }
}
