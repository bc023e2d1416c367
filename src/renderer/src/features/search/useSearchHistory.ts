// Owns the reading of the last searches, and the forgetting of them.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useServices } from '../../app/services'
import { searchHistoryKey } from './noteSearches'

/** As many as are taken in at a glance. */
const shownSearches = 8

/** The last searches and how they are forgotten. */
export interface ShownHistory {
  readonly queries: readonly string[]
  /** Forgets one search, or all of them (null). */
  readonly forget: (query: string | null) => void
}

/** The last searches, the newest first. */
export function useSearchHistory(): ShownHistory {
  const { client, messages } = useServices()
  const queryClient = useQueryClient()
  const { data } = useQuery({
    queryKey: searchHistoryKey,
    queryFn: () => client.request('search:listHistory', { limit: shownSearches })
  })
  const forget = (query: string | null): void => {
    client
      .request('search:eraseHistory', { queries: query === null ? null : [query] })
      .then(() => queryClient.invalidateQueries({ queryKey: searchHistoryKey }))
      .catch((error: unknown) => messages.failed(error))
  }
  return { queries: data?.map(({ query }) => query) ?? [], forget }
}
