// Owns where a list's rows come from: a view of the library or a search, page by page. Knows no screen.
import type { QueryClient } from '@tanstack/react-query'
import type { ArticleSummary } from '@shared/model/article'
import { maxPageSize, type ArticleId } from '@shared/model/common'
import type { ListOrder, ListView } from '@shared/model/library'
import type { ResultOrder, SearchHit, SearchResult } from '@shared/model/search'
import { createTurns } from '../../app/turns'
import type { Client } from '../../bridge/client'

/** How many rows one request of a source brings: fewer of a search, whose every row comes with its snippets. */
export function rowsPerPage(source: ListSource): number {
  return source.kind === 'search' ? 25 : 100
}

/** Searches while typing go one at a time, so that the host never works off letters that are typed over already. */
const typing = createTurns()

/** A row: an article, and what a search found in it. */
export interface ListRow {
  readonly article: ArticleSummary
  readonly hit: SearchHit | null
}

/** What a search says beside its rows; `total` is articles, of which a row may stand for several. */
export type SearchRemarks = Pick<SearchResult, 'query' | 'total' | 'isPartial' | 'widened' | 'problems' | 'filters'>

/** One page of rows, how many rows there are in all, and the search's own remarks. */
export interface ListPage {
  readonly rows: readonly ListRow[]
  readonly total: number
  readonly search: SearchRemarks | null
}

/** What a list shows: a view in an order, or a search. */
export type ListSource = { readonly kind: 'view'; readonly view: ListView; readonly order: ListOrder } | SearchSource

/** A search in an order, with articles of nearly the same text in one row or each in its own. */
export interface SearchSource {
  readonly kind: 'search'
  readonly query: string
  readonly isTyping: boolean
  readonly order: ResultOrder
  readonly groupSimilar: boolean
}

/** The key under which the pages of a source are cached. */
export function listKey(source: ListSource): readonly unknown[] {
  return source.kind === 'view'
    ? ['articles', source.view, source.order]
    : ['search', source.query, source.isTyping, source.order, source.groupSimilar]
}

/** Loads rows of any size up to `maxPageSize`; throws AppError. */
export async function loadRows(client: Client, source: ListSource, offset: number, limit: number): Promise<ListPage> {
  if (source.kind === 'view') {
    const { view, order } = source
    const { articles, total } = await client.request('library:listArticles', { view, order, offset, limit })
    return { rows: articles.map(article => ({ article, hit: null })), total, search: null }
  }
  const { query, isTyping, order, groupSimilar } = source
  const result = await client.request('search:query', { query, isTyping, order, groupSimilar, offset, limit })
  const { hits, rowCount, ...search } = result
  return { rows: hits.map(hit => ({ article: hit.article, hit })), total: rowCount, search }
}

/** The cache entry of one page, for hooks and for reading outside them. */
export function pageOptions(client: Client, source: ListSource, page: number) {
  return {
    queryKey: [...listKey(source), page],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
      const load = (): Promise<ListPage> => loadRows(client, source, page * rowsPerPage(source), rowsPerPage(source))
      if (source.kind === 'view' || !source.isTyping) return load()
      return typing.take(() => {
        // Whoever asked has typed on meanwhile.
        signal.throwIfAborted()
        return load()
      })
    }
  }
}

/** The first page, from the cache or the host. Throws AppError. */
export function fetchFirstPage(queryClient: QueryClient, client: Client, source: ListSource): Promise<ListPage> {
  return queryClient.fetchQuery({ ...pageOptions(client, source, 0), staleTime: Infinity })
}

/** The row at an index, from the cache or the host; null past the end. Throws AppError. */
export async function fetchRow(
  queryClient: QueryClient,
  client: Client,
  source: ListSource,
  index: number
): Promise<ListRow | null> {
  if (index < 0) return null
  const options = pageOptions(client, source, Math.floor(index / rowsPerPage(source)))
  const page = await queryClient.fetchQuery({ ...options, staleTime: Infinity })
  return page.rows[index % rowsPerPage(source)] ?? null
}

/** The ids of the rows from `first` to `last`, both included; throws AppError. */
export async function fetchIds(
  client: Client,
  source: ListSource,
  first: number,
  last: number
): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = []
  for (let offset = first; offset <= last; offset += maxPageSize) {
    const limit = Math.min(maxPageSize, last - offset + 1)
    // One page after the other: a list of any length must not flood the host.
    // oxlint-disable-next-line no-await-in-loop
    const { rows } = await loadRows(client, source, offset, limit)
    for (const row of rows) ids.push(row.article.id)
    if (rows.length < limit) break
  }
  return ids
}

/** Every summary that the cache holds, by id; for what is shown of articles without asking again. */
export function cachedSummaries(queryClient: QueryClient): ReadonlyMap<ArticleId, ArticleSummary> {
  const summaries = new Map<ArticleId, ArticleSummary>()
  for (const prefix of ['articles', 'search']) {
    for (const [, page] of queryClient.getQueriesData<ListPage>({ queryKey: [prefix] })) {
      for (const { article } of page?.rows ?? []) summaries.set(article.id, article)
    }
  }
  return summaries
}
