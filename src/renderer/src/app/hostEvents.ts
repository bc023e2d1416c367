// Owns what the host's events change in this window: caches grow stale, the import bar moves, commands run.
import type { QueryClient } from '@tanstack/react-query'
import type { ImportFinished } from '@shared/model/importing'
import type { LibraryChanged } from '@shared/model/library'
import type { Client } from '../bridge/client'
import type { ImportStore } from '../features/importing/importStore'
import { savedCountsKey, savedSearchesKey } from '../features/search/useSavedSearches'
import type { SettingsStore } from '../features/settings/settingsStore'
import type { Commands } from './commands'
import { createPaced } from './pace'
import { followSaved, noSearch } from './searchState'
import { withOpenArticle, type UiStore } from './uiStore'

/** What the events act on. */
export interface HostEventDependencies {
  readonly client: Client
  readonly queryClient: QueryClient
  readonly ui: UiStore
  readonly settings: SettingsStore
  readonly imports: ImportStore
  readonly commands: Commands
  /** Says how an import ended. */
  readonly sayFinished: (finished: ImportFinished) => void
}

/** Changes that come in a burst (an import) are answered together, after so many milliseconds. */
const gatherMs = 120
/** The figures of saved searches are counted anew at most this often, since each of them is a search. */
const countingMs = 600

/** Listens to the host until the returned function is called. */
export function listenToHost(dependencies: HostEventDependencies): () => void {
  const { client, queryClient, ui, settings, imports, commands } = dependencies
  let gathered: LibraryChanged[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const counting = createPaced(() => void queryClient.invalidateQueries({ queryKey: savedCountsKey }), countingMs)
  const refreshed = (queryKey: readonly unknown[]): void => void queryClient.invalidateQueries({ queryKey })
  const refreshSearch = (): void => {
    for (const kind of ['search', 'facets', 'explanation']) refreshed([kind])
  }
  const refresh = (): void => {
    timer = undefined
    const changes = gathered
    gathered = []
    refreshed(['articles'])
    // Reading on changes no figure and no text, and the open article itself is where the change came from.
    if (changes.every(change => change.reason === 'progress')) return
    refreshSearch()
    counting.ask()
    refreshed(['counts'])
    const ids = changes.flatMap(change => (change.reason === 'progress' ? [] : [change.articleIds]))
    if (ids.includes(null)) refreshed(['article'])
    else for (const articleId of new Set(ids.flatMap(each => each ?? []))) refreshed(['article', articleId])
    if (changes.some(change => change.reason === 'edited' || change.reason === 'external')) refreshed(['hits'])
    // A new article may be the one that a read-also line of the open article speaks of.
    if (changes.some(change => change.reason === 'imported' || change.reason === 'deleted')) refreshed(['article'])
  }

  const stops = [
    client.subscribe('library:changed', change => {
      gathered.push(change)
      timer ??= setTimeout(refresh, gatherMs)
    }),
    client.subscribe('settings:changed', change => settings.receive(change)),
    client.subscribe('app:commandChosen', ({ command }) => commands.run(command)),
    client.subscribe('importing:progressed', progress => imports.setState({ progress })),
    client.subscribe('importing:finished', finished => {
      imports.setState(state => (state.progress?.importId === finished.importId ? { progress: null } : {}))
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      void queryClient.invalidateQueries({ queryKey: ['receipt', finished.importId] })
      const { onlyArticleId } = finished
      if (onlyArticleId) {
        ui.setState(state => ({
          ...withOpenArticle(state, onlyArticleId),
          search: noSearch,
          overlay: 'none'
        }))
      }
      dependencies.sayFinished(finished)
    }),
    client.subscribe('importing:articleOpened', ({ articleId }) =>
      ui.setState(state => ({ ...withOpenArticle(state, articleId), overlay: 'none' }))
    ),
    client.subscribe('search:statusChanged', () => {
      refreshSearch()
      refreshed(['searchStatus'])
      counting.ask()
    }),
    client.subscribe('search:savedChanged', ({ saved }) => {
      queryClient.setQueryData(savedSearchesKey, saved)
      ui.setState(state => ({ search: followSaved(state.search, saved) }))
      counting.askNow()
    })
  ]
  return () => {
    clearTimeout(timer)
    counting.stop()
    for (const stop of stops) stop()
  }
}
