// Owns what the window shows just now: view, search, selection, open article, dialog. Never what the library holds.
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ListView } from '@shared/model/library'
import type { SavedSearch } from '@shared/model/savedSearch'
import { create, type StoreApi, type UseBoundStore } from 'zustand'
import { noSelection, type Selection } from '../features/library/selection'
import { viewId } from '../features/library/sidebarItems'
import { currentArticle, emptyHistory, step, visit, type History } from './history'
import { noSearch, runSaved, type SearchState } from './searchState'

/** An image of an article, as the window shows it large. */
export interface ShownImage {
  readonly address: string
  /** What it says in words; empty where nobody wrote that. */
  readonly text: string
}

/** The one dialog that can be open. */
export type DialogState =
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'quickOpen' }
  | { readonly kind: 'imports' }
  | { readonly kind: 'receipt'; readonly importId: ImportId }
  | { readonly kind: 'details'; readonly articleId: ArticleId }
  | { readonly kind: 'encoding'; readonly articleId: ArticleId }
  | { readonly kind: 'versions'; readonly articleId: ArticleId }
  | { readonly kind: 'image'; readonly images: readonly ShownImage[]; readonly index: number }
  | { readonly kind: 'tags'; readonly articleIds: readonly ArticleId[] }
  | { readonly kind: 'saveSearch'; readonly search: SearchState }
  | { readonly kind: 'editSavedSearch'; readonly saved: SavedSearch }
  | { readonly kind: 'openLink'; readonly url: string }
  | { readonly kind: 'deleteForGood'; readonly articleIds: readonly ArticleId[] }
  | { readonly kind: 'emptyTrash'; readonly count: number }

/** Which hit of the open article the reader stands at; -1 counts from the end. */
export interface HitPosition {
  readonly articleId: ArticleId
  readonly index: number
}

/** What the window shows. */
export interface UiState {
  readonly view: ListView
  readonly search: SearchState
  readonly listSelection: Selection
  readonly searchSelection: Selection
  readonly history: History
  readonly hitPosition: HitPosition | null
  readonly dialog: DialogState | null
  /** Whether a PDF's pages stand beside its text. */
  readonly hasPageView: boolean
  /** In a narrow window, the pane that slides over the reader. */
  readonly overlay: 'none' | 'list' | 'sidebar'
}

/** The window's state and its steps; `useUi` is the React hook, `getState` serves everything else. */
export type UiStore = UseBoundStore<StoreApi<UiState>>

/** Makes the state of one window, as it was left. */
export function createUiStore(start: { readonly view: ListView; readonly articleId: ArticleId | null }): UiStore {
  return create<UiState>(() => ({
    view: start.view,
    search: noSearch,
    listSelection: noSelection,
    searchSelection: noSelection,
    history: start.articleId ? visit(emptyHistory, start.articleId) : emptyHistory,
    hitPosition: null,
    dialog: null,
    hasPageView: false,
    overlay: start.articleId ? 'none' : 'list'
  }))
}

/** The article in the reader. */
export function openArticleId(state: UiState): ArticleId | null {
  return currentArticle(state.history)
}

/** True while results stand in the list's place. */
export function isSearching(state: UiState): boolean {
  return state.search.query.trim() !== ''
}

/** The selection of whichever list is in front. */
export function currentSelection(state: UiState): Selection {
  return isSearching(state) ? state.searchSelection : state.listSelection
}

/** The change that sets the selection of whichever list is in front. */
export function withSelection(state: UiState, selection: Selection): Partial<UiState> {
  return isSearching(state) ? { searchSelection: selection } : { listSelection: selection }
}

/** The change that shows a view in the list's place, at its top unless it was shown before, and ends a search. */
export function withView(state: UiState, view: ListView): Partial<UiState> {
  return {
    view,
    search: noSearch,
    listSelection: viewId(state.view) === viewId(view) ? state.listSelection : noSelection,
    overlay: state.overlay === 'sidebar' ? 'list' : state.overlay
  }
}

/** The change that shows what a saved search finds, at its top. */
export function withSavedSearch(state: UiState, saved: SavedSearch): Partial<UiState> {
  return {
    search: runSaved(saved),
    searchSelection: noSelection,
    hitPosition: null,
    overlay: state.overlay === 'sidebar' ? 'list' : state.overlay
  }
}

/** The change that opens an article, at its first hit (0) or its last (-1) where a search is on. */
export function withOpenArticle(state: UiState, articleId: ArticleId, hitIndex: 0 | -1 = 0): Partial<UiState> {
  return { history: visit(state.history, articleId), hitPosition: { articleId, index: hitIndex } }
}

/** The change that goes one article back or forward, or null where there is none. */
export function withHistoryStep(state: UiState, direction: -1 | 1): Partial<UiState> | null {
  const history = step(state.history, direction)
  const articleId = history && currentArticle(history)
  return history && articleId ? { history, hitPosition: { articleId, index: 0 } } : null
}

/** The articles that a command acts on: the chosen rows, else the open article. */
export function actionTargets(state: UiState): readonly ArticleId[] {
  const selected = currentSelection(state).ids
  const open = openArticleId(state)
  if (selected.size > 1) return [...selected]
  return open ? [open] : [...selected]
}
