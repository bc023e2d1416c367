// Owns the reading of saved searches and of what each of them finds. Events keep both fresh; see hostEvents.
import { useQuery } from '@tanstack/react-query'
import type { SavedSearch, SavedSearchId } from '@shared/model/savedSearch'
import { useServices } from '../../app/services'

/** Where the saved searches are cached. */
export const savedSearchesKey = ['savedSearches'] as const
/** Where their figures are cached. */
export const savedCountsKey = ['savedCounts'] as const

/** The saved searches in their order; none until they are loaded. */
export function useSavedSearches(): readonly SavedSearch[] {
  const { client } = useServices()
  const { data } = useQuery({ queryKey: savedSearchesKey, queryFn: () => client.request('search:listSaved', {}) })
  return data ?? []
}

/** How many articles each saved search finds, as far as that is known. */
export function useSavedCounts(): ReadonlyMap<SavedSearchId, number> {
  const { client } = useServices()
  const { data } = useQuery({
    queryKey: savedCountsKey,
    queryFn: () => client.request('search:countSaved', {}),
    select: toCounts
  })
  return data ?? noCounts
}

const noCounts: ReadonlyMap<SavedSearchId, number> = new Map()

function toCounts(
  counted: ReadonlyArray<{ readonly id: SavedSearchId; readonly total: number | null }>
): ReadonlyMap<SavedSearchId, number> {
  return new Map(counted.flatMap(({ id, total }) => (total === null ? [] : [[id, total] as const])))
}
