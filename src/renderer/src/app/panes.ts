// Owns which panes are on screen and what showing or hiding one means: in a wide window a setting, in a narrow one what
// slides over the reader. Pure: the window's width is passed in.
import type { Settings } from '@shared/model/settings'
import type { UiState } from './uiStore'

/** Below this width in CSS pixels the list slides over the reader. */
export const listOverlayWidth = 1000
/** Below this width the sidebar slides over as well. */
export const sidebarOverlayWidth = 820

/** What decides how the panes stand. */
export interface PaneInputs {
  /** The window's width in CSS pixels. */
  readonly width: number
  readonly overlay: UiState['overlay']
  readonly hasArticle: boolean
  readonly isListVisible: boolean
  readonly isSidebarVisible: boolean
}

/** How the panes stand. */
export interface Panes {
  readonly isListOverlay: boolean
  readonly isSidebarOverlay: boolean
  readonly isListShown: boolean
  readonly isSidebarShown: boolean
}

/** What showing or hiding a pane changes. */
export interface PaneChange {
  readonly overlay: UiState['overlay']
  readonly settings: Partial<Pick<Settings, 'isListVisible' | 'isSidebarVisible'>>
}

/** How the panes stand. A narrow window without an article has nothing but the list to show. */
export function arrangePanes(inputs: PaneInputs): Panes {
  const { width, overlay, hasArticle } = inputs
  const isListOverlay = width < listOverlayWidth
  const isSidebarOverlay = width < sidebarOverlayWidth
  return {
    isListOverlay,
    isSidebarOverlay,
    isListShown: isListOverlay ? overlay !== 'none' || !hasArticle : inputs.isListVisible,
    isSidebarShown: isSidebarOverlay ? overlay === 'sidebar' : inputs.isSidebarVisible
  }
}

/** The change that shows a pane which is hidden, and hides one which is shown; both are hidden where one is shown. */
export function togglePane(inputs: PaneInputs, pane: 'list' | 'sidebar' | 'both'): PaneChange {
  const { isListOverlay, isSidebarOverlay, isSidebarShown } = arrangePanes(inputs)
  const isListOut = isListOverlay ? inputs.overlay !== 'none' : inputs.isListVisible
  const isVisible = pane === 'list' ? !isListOut : pane === 'sidebar' ? !isSidebarShown : !(isListOut || isSidebarShown)
  const slidesOver = pane === 'sidebar' ? isSidebarOverlay : isListOverlay
  const [shown, hidden] = pane === 'sidebar' ? (['sidebar', 'list'] as const) : (['list', 'none'] as const)
  return {
    overlay: slidesOver ? (isVisible ? shown : hidden) : inputs.overlay,
    settings: {
      ...(pane !== 'sidebar' && !isListOverlay && { isListVisible: isVisible }),
      ...(pane !== 'list' && !isSidebarOverlay && { isSidebarVisible: isVisible })
    }
  }
}
