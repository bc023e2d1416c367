// Owns asking for what explains a result: its facets, and how its words were read. The latest answer wins.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ResultFacets } from '@shared/model/facets'
import type { QueryExplanation } from '@shared/model/queryHelp'
import { useServices } from '../../app/services'
import type { SearchSource } from '../library/listSource'
import { useSettled } from './useSettled'

/** The query of a search, and whether its last word may still grow. */
export type Asked = Pick<SearchSource, 'query' | 'isTyping'>

/** While a person types, facets and explanations wait for a pause of so many milliseconds. */
const pauseMs = 220

/** The facets of a query; those of the query before while its own are on their way, null before the first. */
export function useFacets({ query, isTyping }: Asked): ResultFacets | null {
  const { client } = useServices()
  const settled = useSettled(query, isTyping ? pauseMs : 0)
  const { data } = useQuery({
    queryKey: ['facets', settled, isTyping],
    queryFn: () => client.request('search:getFacets', { query: settled, isTyping }),
    placeholderData: keepPreviousData
  })
  return data ?? null
}

/** How a query was read; what was said of the query before while its own is on its way. */
export function useExplanation({ query, isTyping }: Asked): QueryExplanation | null {
  const { client } = useServices()
  const settled = useSettled(query, isTyping ? pauseMs : 0)
  const { data } = useQuery({
    queryKey: ['explanation', settled, isTyping],
    queryFn: () => client.request('search:explain', { query: settled, isTyping }),
    placeholderData: keepPreviousData
  })
  return data ?? null
}
