// Owns the steps by which results change their own search: another query, or an edit of the one that was answered.
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { retype } from '../../app/searchState'
import { useServices } from '../../app/services'
import { fetchFirstPage, type SearchRemarks } from '../library/listSource'
import { noSelection } from '../library/selection'

/** A query and the filters that it was found to have. */
export type AskedQuery = Pick<SearchRemarks, 'query' | 'filters'>

/** The ways to change the search. */
export interface Ask {
  /** Searches for another query. */
  readonly instead: (query: string) => void
  /** Edits the query that stands in the field now, after its own answer has told its filters. */
  readonly edited: (edit: (asked: AskedQuery) => string) => void
}

/** The ways to change the search. */
export function useAsk(): Ask {
  const { ui, client, commands, messages } = useServices()
  const queryClient = useQueryClient()
  return useMemo(() => {
    const ask = (query: string, isTyping: boolean): void =>
      ui.setState(({ search }) => ({
        search: retype(search, query, isTyping),
        searchSelection: noSelection,
        hitPosition: null
      }))
    const edit = async (change: (asked: AskedQuery) => string): Promise<void> => {
      const source = commands.listSource()
      if (source.kind !== 'search') return
      const { search } = await fetchFirstPage(queryClient, client, source)
      // Where a person typed on meanwhile, what they pressed no longer is what they see.
      if (!search || ui.getState().search.query !== source.query) return
      const query = change(search)
      if (query !== source.query) ask(query, source.isTyping)
    }
    return {
      instead: query => ask(query, false),
      edited: change => {
        edit(change).catch((error: unknown) => messages.failed(error))
      }
    }
  }, [ui, client, commands, messages, queryClient])
}
