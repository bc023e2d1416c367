// Owns what each command does, whoever gives it: a key, a menu, a button. Holds no state of its own.
import { createTurns, type Turns } from './turns'
import type { QueryClient } from '@tanstack/react-query'
import type { StateChange } from '@shared/model/article'
import type { ArticleId } from '@shared/model/common'
import type { Client } from '../bridge/client'
import type { Importer } from '../features/importing/importer'
import type { LibraryActions } from '../features/library/actions'
import { cachedSummaries, fetchRow, type ListSource } from '../features/library/listSource'
import { collapse, noSelection, selectOne } from '../features/library/selection'
import type { ReaderControls } from '../features/reader/readerControls'
import { changeFontSize } from '../features/settings/typography'
import { savedSearchesKey } from '../features/search/useSavedSearches'
import type { SettingsStore } from '../features/settings/settingsStore'
import type { Messages } from './messages'
import { arrangePanes, togglePane, type PaneInputs } from './panes'
import { findSaved, noSearch } from './searchState'
import type { Command } from './shortcuts'
import {
  actionTargets,
  currentSelection,
  isSearching,
  openArticleId,
  withHistoryStep,
  withOpenArticle,
  withSelection,
  type UiStore
} from './uiStore'

/** What the commands work on. */
export interface CommandDependencies {
  readonly ui: UiStore
  readonly settings: SettingsStore
  readonly client: Client
  readonly queryClient: QueryClient
  readonly actions: LibraryActions
  readonly importer: Importer
  readonly reader: ReaderControls
  readonly messages: Messages
  readonly texts: {
    readonly lastHit: () => string
    readonly firstHit: () => string
    readonly pasteByKey: () => string
    readonly nothingToSave: () => string
  }
  /** Moves the focus to the search field. */
  readonly focusSearch: () => void
  /** The window's width in CSS pixels. */
  readonly windowWidth: () => number
  /** Shows or hides a pane by `change`, and finds the focus a place where it went away with the pane. */
  readonly rearrange: (pane: 'list' | 'sidebar' | 'both', change: () => void) => void
}

/** The commands, and the few steps that buttons share with them. */
export interface Commands {
  readonly run: (command: Command) => void
  /** Changes states of the given articles, and goes on to the next row where they leave the list. */
  readonly changeStates: (articleIds: readonly ArticleId[], change: StateChange) => Promise<void>
  /** What the list in front shows. */
  readonly listSource: () => ListSource
  /** The turns in which rows are chosen and acted on, so that a command never acts on an older choice. */
  readonly turns: Turns
}

/** Makes the commands of one window. */
export function createCommands(dependencies: CommandDependencies): Commands {
  const { ui, settings, client, queryClient, actions, importer, reader, messages, texts } = dependencies

  const listSource = (): ListSource => {
    const state = ui.getState()
    const { query, isTyping, order } = state.search
    const { listOrder, resultOrder, gathersSimilar } = settings.use.getState()
    return isSearching(state)
      ? { kind: 'search', query, isTyping, order: order ?? resultOrder, groupSimilar: gathersSimilar }
      : { kind: 'view', view: state.view, order: listOrder }
  }
  const goTo = async (index: number, hitIndex: 0 | -1 = 0): Promise<boolean> => {
    const row = await fetchRow(queryClient, client, listSource(), index)
    if (!row) return false
    ui.setState(state => ({
      ...withSelection(state, selectOne(index, row.article.id)),
      ...withOpenArticle(state, row.article.id, hitIndex)
    }))
    return true
  }
  const goBy = (direction: -1 | 1, hitIndex: 0 | -1 = 0): Promise<boolean> =>
    goTo(currentSelection(ui.getState()).activeIndex + direction, hitIndex)

  const findBy = async (direction: -1 | 1): Promise<void> => {
    if (!isSearching(ui.getState())) return dependencies.focusSearch()
    if (reader.moveHit(direction)) return
    const moved = await goBy(direction, direction === 1 ? 0 : -1)
    if (!moved) messages.say(direction === 1 ? texts.lastHit() : texts.firstHit())
  }

  const changeStates = async (articleIds: readonly ArticleId[], change: StateChange): Promise<void> => {
    const state = ui.getState()
    const open = openArticleId(state)
    const { activeIndex } = currentSelection(state)
    const isLeaving = leavesView(listSource(), change) && articleIds.length === 1 && articleIds[0] === open
    // The next row is asked for before the change, while the indexes still mean the same rows.
    const next = isLeaving
      ? ((await fetchRow(queryClient, client, listSource(), activeIndex + 1)) ??
        (await fetchRow(queryClient, client, listSource(), activeIndex - 1)))
      : null
    await actions.changeStates(articleIds, change)
    // Rows that have left the list cannot stay chosen: the next command would act on what nobody sees.
    if (articleIds.length > 1 && leavesView(listSource(), change)) {
      ui.setState(now => withSelection(now, noSelection))
    }
    if (next && openArticleId(ui.getState()) === open) {
      const nextId = next.article.id
      ui.setState(now => ({ ...withSelection(now, selectOne(activeIndex, nextId)), ...withOpenArticle(now, nextId) }))
    }
  }
  /** Turns a state on for all, or off where all have it already. */
  const toggle = async (name: 'isStarred' | 'isArchived' | 'isRead'): Promise<void> => {
    const articleIds = actionTargets(ui.getState())
    const summaries = cachedSummaries(queryClient)
    const known = await Promise.all(
      articleIds
        .slice(0, 1)
        .map(async id => summaries.get(id) ?? client.request('library:getArticle', { articleId: id }))
    )
    const all = articleIds.length > 1 ? articleIds.flatMap(id => summaries.get(id) ?? []) : known
    if (articleIds.length > 0) await changeStates(articleIds, { [name]: !all.every(article => article[name]) })
  }
  const trash = async (): Promise<void> => {
    const articleIds = actionTargets(ui.getState())
    const { view } = ui.getState()
    if (articleIds.length === 0) return
    if (view.kind === 'trash' && !isSearching(ui.getState()))
      ui.setState({ dialog: { kind: 'deleteForGood', articleIds } })
    else await changeStates(articleIds, { isTrashed: true })
  }
  const saveSearch = async (): Promise<void> => {
    const { search } = ui.getState()
    if (!isSearching(ui.getState())) {
      messages.say(texts.nothingToSave())
      return dependencies.focusSearch()
    }
    const queryFn = () => client.request('search:listSaved', {})
    const saved = findSaved(search, await queryClient.fetchQuery({ queryKey: savedSearchesKey, queryFn }))
    ui.setState({ dialog: saved ? { kind: 'editSavedSearch', saved } : { kind: 'saveSearch', search } })
  }
  const paneInputs = (): PaneInputs => {
    const state = ui.getState()
    const { isSidebarVisible, isListVisible } = settings.use.getState()
    const hasArticle = openArticleId(state) !== null
    return { width: dependencies.windowWidth(), overlay: state.overlay, hasArticle, isSidebarVisible, isListVisible }
  }
  const toggleShown = (pane: 'list' | 'sidebar' | 'both'): void => {
    const { overlay, settings: change } = togglePane(paneInputs(), pane)
    dependencies.rearrange(pane, () => {
      settings.change(change)
      ui.setState({ overlay })
    })
  }
  const changeSize = (change: 'larger' | 'smaller' | 'reset'): void =>
    settings.change({ fontSize: changeFontSize(settings.use.getState().fontSize, change) })
  const step = (direction: -1 | 1): void => ui.setState(state => withHistoryStep(state, direction) ?? {})
  const dismiss = (): void => {
    const state = ui.getState()
    const { isSidebarOverlay, isSidebarShown } = arrangePanes(paneInputs())
    const selection = currentSelection(state)
    if (isSidebarOverlay && isSidebarShown) toggleShown('sidebar')
    else if (selection.ids.size > 1) ui.setState(withSelection(state, collapse(selection, openArticleId(state))))
    else if (isSearching(state)) ui.setState({ search: noSearch })
    else if (openArticleId(state)) ui.setState({ overlay: 'none' })
  }

  const handlers: Record<Command, () => void | Promise<unknown>> = {
    importFiles: () => importer.pick('files'),
    importFolder: () => importer.pick('folder'),
    // Only the paste event of the key itself may read the clipboard: the page has no permission to do so unasked.
    paste: () => messages.say(texts.pasteByKey()),
    undo: () => actions.undo(),
    redo: () => actions.redo(),
    find: dependencies.focusSearch,
    findNext: () => findBy(1),
    findPrevious: () => findBy(-1),
    saveSearch,
    quickOpen: () => ui.setState({ dialog: { kind: 'quickOpen' } }),
    toggleSidebar: () => toggleShown('sidebar'),
    toggleList: () => toggleShown('list'),
    toggleBothPanes: () => toggleShown('both'),
    textLarger: () => changeSize('larger'),
    textSmaller: () => changeSize('smaller'),
    textReset: () => changeSize('reset'),
    showSettings: () => ui.setState({ dialog: { kind: 'settings' } }),
    showShortcuts: () => ui.setState({ dialog: { kind: 'shortcuts' } }),
    showImports: () => ui.setState({ dialog: { kind: 'imports' } }),
    showDetails: () => {
      const articleId = openArticleId(ui.getState())
      if (articleId) ui.setState({ dialog: { kind: 'details', articleId } })
    },
    toggleStar: () => toggle('isStarred'),
    toggleArchive: () => toggle('isArchived'),
    toggleRead: () => toggle('isRead'),
    editTags: () => {
      const articleIds = actionTargets(ui.getState())
      if (articleIds.length > 0) ui.setState({ dialog: { kind: 'tags', articleIds } })
    },
    moveToTrash: trash,
    nextArticle: () => goBy(1),
    previousArticle: () => goBy(-1),
    goBack: () => step(-1),
    goForward: () => step(1),
    pageDown: () => reader.scrollPage(1),
    pageUp: () => reader.scrollPage(-1),
    dismiss
  }

  const turns = createTurns()
  return {
    listSource,
    changeStates,
    turns,
    run: command => {
      const handle = handlers[command]
      const work = choosing.has(command) ? turns.take<unknown>(handle) : Promise.resolve(handle())
      work.catch((error: unknown) => messages.failed(error))
    }
  }
}

/** The commands that read or change which rows are chosen. */
const choosing: ReadonlySet<Command> = new Set<Command>([
  'toggleStar',
  'toggleArchive',
  'toggleRead',
  'editTags',
  'moveToTrash',
  'nextArticle',
  'previousArticle',
  'findNext',
  'findPrevious'
])

/** True where an article that changes so is no longer in the list. */
export function leavesView(source: ListSource, change: StateChange): boolean {
  if (source.kind === 'search') return change.isTrashed === true
  if (change.isTrashed !== undefined) return change.isTrashed !== (source.view.kind === 'trash')
  if (change.isArchived === true) return source.view.kind === 'inbox'
  if (change.isArchived === false) return source.view.kind === 'archive'
  return change.isStarred === false && source.view.kind === 'starred'
}
