// Owns the search of a window and its bond to the saved search that it began as. Pure values; knows no list and no request.
import type { SavedSearch, SavedSearchId } from '@shared/model/savedSearch'
import type { ResultOrder } from '@shared/model/search'

/** The search: what was typed, and whether the last word may still grow. An empty query means no search. */
export interface SearchState {
  readonly query: string
  readonly isTyping: boolean
  /** `relevance` where it is left out. */
  readonly order?: ResultOrder
  /** The saved search that it began as; what has been typed since may be another search. */
  readonly origin?: SavedSearch
}

/** No search. */
export const noSearch: SearchState = { query: '', isTyping: false }

/** The search with another text; an empty one forgets where it came from. */
export function retype(search: SearchState, query: string, isTyping: boolean): SearchState {
  return query.trim() === '' ? { query, isTyping } : { ...search, query, isTyping }
}

/** A saved search, run. */
export function runSaved(saved: SavedSearch): SearchState {
  return { query: saved.query, isTyping: false, order: saved.order, origin: saved }
}

/** Which saved search is shown: the one that the search began as, while nothing of it was changed. */
export function shownSavedSearch({ query, order, origin }: SearchState): SavedSearchId | null {
  return origin && query.trim() === origin.query && (order ?? 'relevance') === origin.order ? origin.id : null
}

/** The search after saved searches were changed, here or in another window: one that is shown follows its own change. */
export function followSaved(search: SearchState, saved: readonly SavedSearch[]): SearchState {
  const { origin, ...rest } = search
  if (!origin) return search
  const now = saved.find(({ id }) => id === origin.id)
  if (!now) return rest
  const isSame = now.query === origin.query && now.order === origin.order
  if (isSame) return now.name === origin.name ? search : { ...rest, origin: now }
  return shownSavedSearch(search) ? runSaved(now) : { ...rest, origin: now }
}

/**
 * The query of a search that a person has made between two states: by ending the typing of it or by opening what it found.
 * Null where there is none, where it is only being typed, or where it is a saved search, which is kept anyway.
 */
export function searchMade(
  now: { readonly search: SearchState; readonly hitPosition: unknown },
  before: { readonly search: SearchState; readonly hitPosition: unknown }
): string | null {
  const query = now.search.query.trim()
  if (query === '' || shownSavedSearch(now.search)) return null
  const isEnded = !now.search.isTyping && (before.search.isTyping || before.search.query.trim() !== query)
  const isOpened = now.hitPosition !== null && now.hitPosition !== before.hitPosition
  return isEnded || isOpened ? query : null
}

/** The saved search that asks for the same in the same order, or null. */
export function findSaved(search: SearchState, saved: readonly SavedSearch[]): SavedSearch | null {
  const shown = shownSavedSearch(search)
  const query = search.query.trim()
  const order = search.order ?? 'relevance'
  return (
    saved.find(({ id }) => id === shown) ?? saved.find(each => each.query === query && each.order === order) ?? null
  )
}
