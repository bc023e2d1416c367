// Owns the noting of searches that a person has really made. What is only being typed is never noted.
import type { QueryClient } from '@tanstack/react-query'
import { searchMade } from '../../app/searchState'
import { isSearching, type UiStore } from '../../app/uiStore'
import type { Client } from '../../bridge/client'

/** Where the history is cached. */
export const searchHistoryKey = ['searchHistory'] as const

/** Notes each search once, however many of its results are opened; gives the function that ends it. */
export function noteSearches(
  ui: UiStore,
  client: Client,
  queryClient: QueryClient,
  onFailure: (error: unknown) => void
): () => void {
  let noted: string | null = null
  return ui.subscribe((state, before) => {
    if (!isSearching(state)) noted = null
    const query = searchMade(state, before)
    if (query === null || query === noted) return
    noted = query
    client
      .request('search:noteHistory', { query })
      .then(() => queryClient.invalidateQueries({ queryKey: searchHistoryKey }))
      .catch(onFailure)
  })
}
