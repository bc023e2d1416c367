// Owns the compared engines behind one interface: Lontar's through its worker, plain MiniSearch, and SQLite FTS5.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { createSearchEngine } from '../../../src/main/search/searchEngine'
import type { SearchStatus } from '@shared/model/search'
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { DocumentStore } from './documents'
import type { BenchQuery, QueryClass } from './queries'

/** The first page of an answer. Lontar and FTS5 give snippets with it; MiniSearch keeps no texts and gives none. */
export const pageSize = 20

/** An engine: builds its index in a folder, then opens it and answers. */
export interface BenchEngine {
  /** Builds the index of all documents and writes it into the folder. */
  build(folder: string, documents: DocumentStore): Promise<void>
  /** Query classes that the engine has no answer to. */
  readonly lacks: readonly QueryClass[]
  /** True where it works on a thread of its own, and keeps a ranking for its next page. */
  readonly isThreaded: boolean
  /** Opens what `build` wrote; resolves when it can answer from it. */
  open(folder: string, documents: DocumentStore): Promise<OpenEngine>
}

/** An opened engine. */
export interface OpenEngine {
  /** The number of articles found; the first page, of `pageSize` unless told, is made and thrown away. */
  query(query: BenchQuery, limit?: number): Promise<number>
  /** Adds an article; resolves when it can be found. */
  add(document: SearchDocument): Promise<void>
  /** Waits for what goes on in the background after the opening. */
  settle(): Promise<void>
  close(): Promise<void>
}

const lontar: BenchEngine = {
  lacks: [],
  isThreaded: true,
  build: async (folder, documents) => {
    const { engine } = startLontar(folder, documents)
    await engine.start()
    await engine.dispose()
  },
  open: async (folder, documents) => {
    const added = new Map<ArticleId, SearchDocument>()
    const loadDocuments: DocumentStore['loadDocuments'] = ids => [
      ...documents.loadDocuments(ids),
      ...ids.flatMap(id => added.get(id) ?? [])
    ]
    const { engine, loaded } = startLontar(folder, { ...documents, loadDocuments })
    const started = engine.start()
    await loaded
    return {
      query: async ({ words, isLastPrefix, isPhrase }, limit = pageSize) => {
        const text = isPhrase ? `"${words.join(' ')}"` : words.join(' ')
        return (await engine.query({ query: text, isTyping: isLastPrefix, offset: 0, limit })).total
      },
      add: async document => {
        added.set(document.articleId, document)
        await engine.update([document.articleId])
      },
      settle: async () => {
        await started
        // The comparison is over; short beginnings are ranked in the idle moment that follows.
        await delay(idleMs)
      },
      close: () => engine.dispose()
    }
  }
}

/** An engine, and when its snapshot is loaded: it answers from then on, while it compares itself with the library. */
function startLontar(folder: string, { listRevisions, loadDocuments }: Omit<DocumentStore, 'close'>) {
  const workerFile = new URL('./searchWorker.js', import.meta.url)
  let resolveLoaded = (): void => undefined
  const loaded = new Promise<void>(resolve => (resolveLoaded = resolve))
  const onStatus = ({ state }: SearchStatus): void => {
    if (state !== 'loading') resolveLoaded()
  }
  return {
    engine: createSearchEngine({ workerFile, folder, listRevisions, loadDocuments, loadFacts: () => [], onStatus }),
    loaded
  }
}

/** As long as a person needs to begin to type. */
const idleMs = 2_000

const miniSearchOptions = { idField: 'articleId', fields: ['title', 'deck', 'body'] }

const minisearch: BenchEngine = {
  lacks: [],
  isThreaded: false,
  build: (folder, documents) => {
    const index = new MiniSearch(miniSearchOptions)
    for (const document of documents.all()) index.add(document)
    writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
    return Promise.resolve()
  },
  open: folder => {
    const index = MiniSearch.loadJSON(readFileSync(join(folder, 'index.json'), 'utf8'), miniSearchOptions)
    return Promise.resolve({
      query: ({ words, isLastPrefix, isFuzzy }) => {
        const found = index.search(words.join(' '), {
          combineWith: 'AND',
          boost: { title: 3, deck: 1.5 },
          fuzzy: isFuzzy ? 0.2 : false,
          prefix: (_, number, terms) => isLastPrefix && number === terms.length - 1
        })
        return Promise.resolve(found.length)
      },
      add: document => Promise.resolve(index.add(document)),
      settle: () => Promise.resolve(),
      close: () => Promise.resolve()
    })
  }
}

/** SQLite's FTS5; `options` are those of its table. It allows no spelling errors. */
const createFts5 = (options: string): BenchEngine => ({
  lacks: ['fuzzy'],
  isThreaded: false,
  build: (folder, documents) => {
    const database = new Database(join(folder, 'index.db'))
    database.exec(
      `CREATE VIRTUAL TABLE article USING fts5(
         id UNINDEXED, title, deck, body, tokenize = 'unicode61 remove_diacritics 2'${options})`
    )
    const insert = database.prepare('INSERT INTO article VALUES (?, ?, ?, ?)')
    database.transaction(() => {
      for (const { articleId, title, deck, body } of documents.all()) insert.run(articleId, title, deck, body)
    })()
    database.close()
    return Promise.resolve()
  },
  open: folder => {
    const database = new Database(join(folder, 'index.db'))
    const insert = database.prepare('INSERT INTO article VALUES (?, ?, ?, ?)')
    const count = database.prepare<[string], { total: number }>(
      'SELECT count(*) AS total FROM article WHERE article MATCH ?'
    )
    const page = database.prepare(
      `SELECT id, snippet(article, 3, '[', ']', '…', 24) FROM article WHERE article MATCH ?
       ORDER BY bm25(article, 0, 3, 1.5, 1) LIMIT ${pageSize}`
    )
    return Promise.resolve({
      query: ({ words, isLastPrefix, isPhrase }) => {
        const quoted = isPhrase ? `"${words.join(' ')}"` : words.map(word => `"${word}"`).join(' ')
        const match = isLastPrefix ? `${quoted}*` : quoted
        page.all(match)
        return Promise.resolve(count.get(match)?.total ?? 0)
      },
      add: ({ articleId, title, deck, body }) => {
        insert.run(articleId, title, deck, body)
        return Promise.resolve()
      },
      settle: () => Promise.resolve(),
      close: () => {
        database.close()
        return Promise.resolve()
      }
    })
  }
})

/** Every compared engine by its name in the report. */
export const engines: Readonly<Record<string, BenchEngine>> = {
  lontar,
  minisearch,
  fts5: createFts5(''),
  'fts5-prefix': createFts5(", prefix = '1 2 3'")
}

/** What the files of a folder take, in megabytes. */
export function folderMegabytes(folder: string): number {
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  return bytes / 1_000_000
}
