// Owns how components reach what the window is made of. Builds nothing itself: main.tsx does.
import { createContext, useContext } from 'react'
import type { Environment } from '@shared/model/app'
import type { Client } from '../bridge/client'
import type { Importer } from '../features/importing/importer'
import type { ImportStore } from '../features/importing/importStore'
import type { TransferHandlers } from '../features/importing/transfers'
import type { LibraryActions } from '../features/library/actions'
import type { ReaderControls } from '../features/reader/readerControls'
import type { SavedSearchActions } from '../features/search/savedSearchActions'
import type { SettingsStore } from '../features/settings/settingsStore'
import type { Commands } from './commands'
import type { Messages } from './messages'
import type { UiStore } from './uiStore'

/** Everything that a window is made of. */
export interface Services {
  readonly client: Client
  readonly environment: Environment
  readonly ui: UiStore
  readonly settings: SettingsStore
  readonly imports: ImportStore
  readonly messages: Messages
  readonly actions: LibraryActions
  readonly savedSearches: SavedSearchActions
  readonly importer: Importer
  readonly reader: ReaderControls
  readonly commands: Commands
  /** Hands a key press that happened in the reader's frame to the same table as all others. */
  readonly handleKey: (event: KeyboardEvent) => void
  /** Takes in what is dragged, dropped or pasted, in the window and in the reader's frame. */
  readonly transfers: TransferHandlers
  readonly isMac: boolean
}

/** The services of the window; null outside it. */
export const ServicesContext = createContext<Services | null>(null)

/** The services of the window. Throws where a component is used outside it. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('useServices outside of the window')
  return services
}
