// Owns how the running import stands, as far as this window has heard, and what is about to be dropped.
import type { ImportProgress } from '@shared/model/importing'
import { create, type StoreApi, type UseBoundStore } from 'zustand'

/** What is being dragged over the window: files (their number where the host tells it) or text. */
export type DragState = { readonly kind: 'files'; readonly count: number } | { readonly kind: 'text' }

/** The running import, whether bytes are still on their way to the host, and what hangs over the window. */
export interface ImportState {
  readonly progress: ImportProgress | null
  readonly isUploading: boolean
  readonly drag: DragState | null
}

/** The running import as a React hook, and by `getState` as a value. */
export type ImportStore = UseBoundStore<StoreApi<ImportState>>

/** Makes the state: no import running. */
export function createImportStore(): ImportStore {
  return create<ImportState>(() => ({ progress: null, isUploading: false, drag: null }))
}
