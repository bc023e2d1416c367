// Owns the use cases of saved searches and of the history. Finds nothing itself.
import type { EmitEvent, RequestHandlers } from '@shared/ipc/contract'
import type { Library } from '../library/library'
import type { SearchEngine } from '../search/searchEngine'

/** The requests of this area. */
export type SavedSearchHandlers = Pick<
  RequestHandlers,
  | 'search:listSaved'
  | 'search:save'
  | 'search:changeSaved'
  | 'search:deleteSaved'
  | 'search:reorderSaved'
  | 'search:countSaved'
  | 'search:listHistory'
  | 'search:noteHistory'
  | 'search:eraseHistory'
>

/** Makes the handlers. */
export function createSavedSearchHandlers(
  library: Library,
  engine: SearchEngine,
  emit: EmitEvent
): SavedSearchHandlers {
  const { savedSearches, searchHistory } = library
  const listSaved = () => [...savedSearches.list()]
  const tell = (): void => emit('search:savedChanged', { saved: listSaved() })

  return {
    'search:listSaved': listSaved,
    'search:save': text => {
      const saved = savedSearches.add(text)
      tell()
      return saved
    },
    'search:changeSaved': ({ id, change }) => {
      const saved = savedSearches.change(id, change)
      tell()
      return saved
    },
    'search:deleteSaved': ({ id }) => {
      savedSearches.remove(id)
      tell()
      return null
    },
    'search:reorderSaved': ({ ids }) => {
      savedSearches.reorder(ids)
      tell()
      return null
    },
    'search:countSaved': async () => {
      const saved = savedSearches.list()
      const totals = await engine.count(saved.map(({ query }) => query))
      return saved.map(({ id }, at) => ({ id, total: totals?.[at] ?? null }))
    },
    'search:listHistory': ({ limit }) => [...searchHistory.list(limit)],
    'search:noteHistory': ({ query }) => {
      searchHistory.note(query, library.settings.get().searchHistoryLength)
      return null
    },
    'search:eraseHistory': ({ queries }) => {
      searchHistory.erase(queries)
      return null
    }
  }
}
