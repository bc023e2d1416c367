// Owns which panes are on screen, from the settings and the window's width. Narrow windows slide panes over the reader.
import { useMemo, useSyncExternalStore } from 'react'
import { useServices } from './services'
import { openArticleId } from './uiStore'

/** Below this width in CSS pixels the list slides over the reader. */
export const listOverlayWidth = 1000
/** Below this width the sidebar slides over as well. */
export const sidebarOverlayWidth = 820

/** How the panes stand. */
export interface Layout {
  readonly isListOverlay: boolean
  readonly isSidebarOverlay: boolean
  readonly isListShown: boolean
  readonly isSidebarShown: boolean
  readonly showList: () => void
  readonly toggleSidebar: () => void
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** How the panes stand now. */
export function useLayout(): Layout {
  const { ui, settings } = useServices()
  const isListOverlay = useSyncExternalStore(subscribe, () => window.innerWidth < listOverlayWidth)
  const isSidebarOverlay = useSyncExternalStore(subscribe, () => window.innerWidth < sidebarOverlayWidth)
  const overlay = ui(state => state.overlay)
  const hasArticle = ui(state => openArticleId(state) !== null)
  const isListVisible = settings.use(state => state.isListVisible)
  const isSidebarVisible = settings.use(state => state.isSidebarVisible)

  return useMemo(
    () => ({
      isListOverlay,
      isSidebarOverlay,
      isListShown: isListOverlay ? overlay === 'list' || overlay === 'sidebar' || !hasArticle : isListVisible,
      isSidebarShown: isSidebarOverlay ? overlay === 'sidebar' : isSidebarVisible,
      showList: () => {
        if (isListOverlay) ui.setState({ overlay: 'list' })
        else settings.change({ isListVisible: true })
      },
      toggleSidebar: () => {
        if (isSidebarOverlay) ui.setState(state => ({ overlay: state.overlay === 'sidebar' ? 'list' : 'sidebar' }))
        else settings.change({ isSidebarVisible: !settings.use.getState().isSidebarVisible })
      }
    }),
    [isListOverlay, isSidebarOverlay, overlay, hasArticle, isListVisible, isSidebarVisible, ui, settings]
  )
}
