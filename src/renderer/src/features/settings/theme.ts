// Owns which theme is on: the person's choice, or the desktop's light or dark. Sets one attribute, no colour.
import type { Settings } from '@shared/model/settings'

/** A theme that has colours of its own. */
export type ConcreteTheme = Exclude<Settings['theme'], 'system'>

/** The theme to show, given whether the desktop is dark. */
export function resolveTheme(theme: Settings['theme'], isDesktopDark: boolean): ConcreteTheme {
  if (theme !== 'system') return theme
  return isDesktopDark ? 'dark' : 'light'
}
