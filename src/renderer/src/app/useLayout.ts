// Owns how components learn which panes are on screen: the settings and the window's width, live.
import { useSyncExternalStore } from 'react'
import { arrangePanes, type Panes } from './panes'
import { useServices } from './services'
import { openArticleId } from './uiStore'

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** How the panes stand now. */
export function useLayout(): Panes {
  const { ui, settings } = useServices()
  const width = useSyncExternalStore(subscribe, () => window.innerWidth)
  const overlay = ui(state => state.overlay)
  const hasArticle = ui(state => openArticleId(state) !== null)
  const isListVisible = settings.use(state => state.isListVisible)
  const isSidebarVisible = settings.use(state => state.isSidebarVisible)
  return arrangePanes({ width, overlay, hasArticle, isListVisible, isSidebarVisible })
}
