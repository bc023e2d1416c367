// Owns the theme as components need it: the setting joined with the desktop's light or dark, live.
import { useSyncExternalStore } from 'react'
import { useServices } from '../../app/services'
import { resolveTheme, type ConcreteTheme } from './theme'

const darkDesktop = window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(listener: () => void): () => void {
  darkDesktop.addEventListener('change', listener)
  return () => darkDesktop.removeEventListener('change', listener)
}

/** The theme that is on. */
export function useTheme(): ConcreteTheme {
  const { settings } = useServices()
  const isDesktopDark = useSyncExternalStore(subscribe, () => darkDesktop.matches)
  return resolveTheme(
    settings.use(state => state.theme),
    isDesktopDark
  )
}
