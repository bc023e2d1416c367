// Owns the articles that the tests of search read: a library in memory with the two functions that the engine is given.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import type { SearchStatus } from '@shared/model/search'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { createSearchEngine, type SearchEngine } from '../../../src/main/search/searchEngine'
import { testWorkersFolder } from '../buildWorkers'

/** An article of the tests; what is not given is empty. */
export function makeDocument(id: string, fields: Partial<Omit<SearchDocument, 'articleId'>> = {}): SearchDocument {
  return {
    articleId: id as ArticleId,
    revision: 1,
    language: 'id',
    title: '',
    deck: '',
    body: '',
    byline: '',
    siteName: '',
    tags: [],
    ...fields
  }
}

/** Facts of the tests; what is not given is empty. */
export function makeFacts(id: string, facts: Partial<Omit<ArticleFacts, 'articleId'>> = {}): ArticleFacts {
  return {
    articleId: id as ArticleId,
    siteName: null,
    sourceCredit: null,
    language: 'id',
    format: 'text',
    published: null,
    publishedAt: facts.published ? Date.parse(facts.published) : null,
    importedAt: 0,
    isRead: false,
    isStarred: false,
    isArchived: false,
    hasHighlight: false,
    hasNote: false,
    hasImage: false,
    tags: [],
    ...facts
  }
}

function factsOf({ articleId, siteName, language, tags }: SearchDocument): ArticleFacts {
  return makeFacts(articleId, { siteName: siteName || null, language, tags })
}

/** A library that tests change at will. */
export interface MemoryLibrary {
  readonly documents: Map<ArticleId, SearchDocument>
  readonly listRevisions: () => readonly DocumentRevision[]
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
  readonly facts: Map<ArticleId, ArticleFacts>
  readonly loadFacts: (ids: readonly ArticleId[]) => readonly ArticleFacts[]
}

/** A library of some articles, of which the first counts as the newest. */
export function makeLibrary(documents: readonly SearchDocument[], known: readonly ArticleFacts[] = []): MemoryLibrary {
  const byId = new Map(documents.map(document => [document.articleId, document]))
  const facts = new Map(documents.map(document => [document.articleId, factsOf(document)]))
  for (const each of known) facts.set(each.articleId, each)
  return {
    documents: byId,
    facts,
    loadFacts: ids => ids.flatMap(id => (byId.has(id) ? (facts.get(id) ?? []) : [])),
    listRevisions: () => [...byId.values()].map(({ articleId, revision }) => ({ articleId, revision })),
    loadDocuments: ids => ids.flatMap(id => byId.get(id) ?? [])
  }
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for a snapshot; it is removed after the file's last test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-search-'))
  folders.push(folder)
  return folder
}

/** The bundled worker. */
export const workerFile = join(testWorkersFolder, 'searchWorker.js')

/** An engine over a library, with what it reported. */
export interface TestEngine {
  readonly engine: SearchEngine
  readonly statuses: SearchStatus[]
  readonly messages: string[]
}

/** Creates an engine over a library; the test disposes of it. */
export function makeEngine(library: MemoryLibrary, folder = makeFolder(), worker = workerFile): TestEngine {
  const statuses: SearchStatus[] = []
  const messages: string[] = []
  const engine = createSearchEngine({
    workerFile: worker,
    folder,
    listRevisions: library.listRevisions,
    loadDocuments: library.loadDocuments,
    loadFacts: library.loadFacts,
    onStatus: status => statuses.push(status),
    log: message => messages.push(message)
  })
  return { engine, statuses, messages }
}
