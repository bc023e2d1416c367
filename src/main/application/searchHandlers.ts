// Owns the use cases of search: joins what the index finds with what the library knows. Analyses no text itself.
import type { RequestHandlers } from '@shared/ipc/contract'
import type { Library } from '../library/library'
import type { SavedSearchHandlers } from './savedSearchHandlers'
import type { SearchEngine } from '../search/searchEngine'

/** The requests of this area. */
export type SearchHandlers = Pick<
  RequestHandlers,
  Exclude<Extract<keyof RequestHandlers, `search:${string}`>, keyof SavedSearchHandlers>
>

/** Makes the handlers. */
export function createSearchHandlers(
  library: Library,
  engine: SearchEngine,
  log: (message: string, error?: unknown) => void
): SearchHandlers {
  return {
    'search:query': async input => {
      const { query } = input
      const result = await engine.query(input)
      const summaries = new Map(
        library.lists.summaries(result.hits.map(hit => hit.articleId)).map(article => [article.id, article])
      )
      // An article deleted a moment ago may still be in the index.
      const hits = result.hits.flatMap(hit => {
        const article = summaries.get(hit.articleId)
        if (!article) return []
        const { score, matchCount, snippets, similar } = hit
        return [{ article, score, matchCount, snippets: [...snippets], similar: [...similar] }]
      })
      const { total, isTotalEstimate, rowCount, tookMs, isPartial, widened, problems, filters } = result
      const told = { problems: [...problems], filters: [...filters] }
      return { query, hits, total, isTotalEstimate, rowCount, tookMs, isPartial, widened, ...told }
    },
    'search:getFacets': input => engine.facets(input),
    'search:explain': input => engine.explain(input),
    'search:complete': input => engine.complete(input),
    'search:locateHits': input => engine.locateHits(input),
    'search:verifyIndex': ({ isRepairing }) => engine.verify(isRepairing),
    'search:rebuildIndex': () => {
      engine.rebuild().catch((error: unknown) => log('The index could not be built anew', error))
      return null
    },
    'search:getStatus': () => engine.status()
  }
}

/** Keeps the index in step with the library; gives the function that stops it. */
export function followLibrary(
  library: Library,
  engine: SearchEngine,
  log: (message: string, error: unknown) => void
): () => void {
  return library.changes.listen(({ reason, articleIds }) => {
    if (reason === 'progress') return
    // States are facts, and no words: nothing need be indexed again.
    const followed = reason === 'states' ? engine.updateFacts(articleIds) : engine.update(articleIds)
    followed.catch((error: unknown) => log('The index could not follow a change', error))
  })
}
