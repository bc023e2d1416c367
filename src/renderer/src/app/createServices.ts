// Owns the building of a window out of its parts. The only place that knows how they fit together.
import { flushSync } from 'react-dom'
import { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import type { Environment } from '@shared/model/app'
import type { Settings } from '@shared/model/settings'
import type { Client } from '../bridge/client'
import { chooseFiles } from '../features/importing/chooseFiles'
import { createTransferHandlers } from '../features/importing/transfers'
import { createImporter } from '../features/importing/importer'
import { createImportStore } from '../features/importing/importStore'
import { describeEnd } from '../features/importing/totals'
import { createLibraryActions } from '../features/library/actions'
import { createReaderControls } from '../features/reader/readerControls'
import { searchFieldId } from '../features/search/SearchField'
import { createSavedSearchActions } from '../features/search/savedSearchActions'
import { noteSearches } from '../features/search/noteSearches'
import { createSettingsStore } from '../features/settings/settingsStore'
import { createFormats } from '../i18n/format'
import { createCommands } from './commands'
import { keepFocus, keepFocusThroughDialogs } from './focus'
import { listenToHost } from './hostEvents'
import { createKeyHandler } from './keys'
import { createMessages } from './messages'
import { shortcutHint } from './shortcuts'
import type { Services } from './services'
import { createUiStore } from './uiStore'

/** What is known before the window is built. */
export interface StartingPoint {
  readonly client: Client
  readonly environment: Environment
  readonly settings: Settings
  readonly texts: i18n
}

/** A window's services, and the cache that its components read from. */
export interface BuiltServices {
  readonly services: Services
  readonly queryClient: QueryClient
}

const settingsDelayMs = 300

/** Builds the services of a window and connects them to the host. */
export function createServices(start: StartingPoint): BuiltServices {
  const { client, environment, texts } = start
  const t = texts.getFixedT(null, 'interface')
  const isMac = environment.platform === 'mac'
  const messages = createMessages(t, value => createFormats(texts.language).number(value))
  const queryClient = new QueryClient({
    defaultOptions: {
      // Everything comes from the same machine: there is no offline, no retry, and only events make it stale.
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' }
    }
  })
  const ui = createUiStore({ view: start.settings.lastView, articleId: start.settings.lastArticleId })
  const settings = createSettingsStore({
    initial: start.settings,
    save: change => client.request('settings:change', { change }),
    onFailure: messages.failed,
    delayMs: settingsDelayMs
  })
  const imports = createImportStore()
  const actions = createLibraryActions(client, messages)
  const savedSearches = createSavedSearchActions({
    client,
    messages,
    texts: {
      saved: name => t('savedSearches.saved', { name }),
      deleted: name => t('savedSearches.deleted', { name }),
      undo: () => t('common.undo')
    }
  })
  const importer = createImporter({
    client,
    environment,
    messages,
    texts: { nothingToPaste: () => t('importing.nothingToPaste'), nothingDropped: () => t('importing.nothingDropped') },
    onUploading: isUploading => imports.setState({ isUploading }),
    chooseFiles
  })
  const reader = createReaderControls()
  const commands = createCommands({
    ui,
    settings,
    client,
    queryClient,
    actions,
    importer,
    reader,
    messages,
    texts: {
      lastHit: () => t('search.lastHit'),
      firstHit: () => t('search.firstHit'),
      pasteByKey: () => t('importing.pasteByKey', { shortcut: shortcutHint('paste', isMac) }),
      nothingToSave: () => t('savedSearches.nothing')
    },
    focusSearch: () =>
      focusSearch(
        () => settings.change({ isListVisible: true }),
        () => ui.setState({ overlay: 'list' })
      ),
    windowWidth: () => window.innerWidth,
    rearrange: keepFocus
  })

  let isOwnDrag = false
  document.addEventListener('dragstart', () => (isOwnDrag = true))
  document.addEventListener('dragend', () => (isOwnDrag = false))
  window.addEventListener('pagehide', () => void settings.flush())
  ui.subscribe((state, before) => {
    if (state.view !== before.view) settings.change({ lastView: state.view })
  })
  noteSearches(ui, client, queryClient, messages.failed)
  keepFocusThroughDialogs(ui)
  listenToHost({
    client,
    queryClient,
    ui,
    settings,
    imports,
    commands,
    sayFinished: finished =>
      messages.say(describeEnd(t, createFormats(texts.language), finished), {
        label: t('importing.details'),
        run: () => ui.setState({ dialog: { kind: 'receipt', importId: finished.importId } })
      })
  })
  client
    .request('importing:getProgress', {})
    .then(progress => imports.setState({ progress }))
    .catch(messages.failed)

  return {
    queryClient,
    services: {
      client,
      environment,
      ui,
      settings,
      imports,
      messages,
      actions,
      savedSearches,
      importer,
      reader,
      commands,
      handleKey: createKeyHandler(commands.run, isMac, () => ui.getState().dialog !== null),
      transfers: createTransferHandlers(imports, importer, () => isOwnDrag),
      isMac
    }
  }
}

/** Gives the search field the keyboard, after showing the pane that holds it. */
function focusSearch(showList: () => void, slideListIn: () => void): void {
  // At once and not a frame later: whoever types on must not have letters taken for shortcuts.
  flushSync(() => {
    showList()
    slideListIn()
  })
  const field = document.getElementById(searchFieldId)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
