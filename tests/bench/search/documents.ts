// Owns the articles that all compared engines read: one SQLite file of their own, outside of every index.
import Database from 'better-sqlite3'
import type { ArticleId } from '@shared/model/common'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import { generateArticles } from '../generate'

/** The seed of every search benchmark. */
const seed = 20_261_123

/** Reads the articles. */
export interface DocumentStore {
  readonly listRevisions: () => Iterable<DocumentRevision>
  readonly count: number
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
  readonly all: () => Iterable<SearchDocument>
  readonly close: () => void
}

/** Writes `size` generated articles into a new file. */
export function writeDocuments(file: string, size: number): void {
  const database = new Database(file)
  // Ids apart from texts, as in the library: listing them must not read the texts.
  database.exec(`CREATE TABLE document (id TEXT PRIMARY KEY, language TEXT, title TEXT, deck TEXT, body TEXT) STRICT`)
  const insert = database.prepare('INSERT INTO document VALUES (?, ?, ?, ?, ?)')
  database.transaction(() => {
    let number = 0
    for (const { text, language } of generateArticles(size, seed)) {
      const [title = '', deck = '', ...body] = text.split('\n')
      insert.run(`a${String(number++).padStart(8, '0')}`, language, title, deck, body.join('\n'))
    }
  })()
  database.close()
}

interface DocumentRow {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly deck: string
  readonly body: string
}

/** Opens what `writeDocuments` wrote. */
export function openDocuments(file: string): DocumentStore {
  const database = new Database(file, { readonly: true })
  const ids = database.prepare<[string], { id: string }>(
    'SELECT id FROM document WHERE id < ? ORDER BY id DESC LIMIT 1000'
  )
  const count = database.prepare<[], { total: number }>('SELECT count(*) AS total FROM document')
  const byId = database.prepare<[string], DocumentRow>('SELECT * FROM document WHERE id = ?')
  const all = database.prepare<[], DocumentRow>('SELECT * FROM document ORDER BY id')
  return {
    // As the library does: a page at a time.
    listRevisions: function* () {
      for (let last = '~'; ;) {
        const page = ids.all(last)
        for (const { id } of page) yield { articleId: id as ArticleId, revision: 1 }
        const end = page.at(-1)
        if (!end) return
        last = end.id
      }
    },
    count: count.get()?.total ?? 0,
    loadDocuments: wanted =>
      wanted.flatMap(id => {
        const row = byId.get(id)
        return row ? [toDocument(row)] : []
      }),
    all: function* () {
      for (const row of all.iterate()) yield toDocument(row)
    },
    close: () => database.close()
  }
}

function toDocument({ id, language, title, deck, body }: DocumentRow): SearchDocument {
  return { articleId: id as ArticleId, revision: 1, language, title, deck, body, byline: '', siteName: '', tags: [] }
}
