// Owns the window: made secured, shown when it has something to show, remembered where it was.
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Settings } from '@shared/model/settings'
import type { Library } from '../library/library'
import { appAddress } from '../policy/addresses'
import { securedPreferences } from './securedSession'
import { leastSize, restoreWindow, type WindowState } from './windowState'

/** What the window needs. */
export interface MainWindowOptions {
  readonly library: Library
  readonly preload: string
  readonly resourcesFolder: string
  readonly developmentServer: string | undefined
  readonly log: (message: string, error?: unknown) => void
}

/** The paper of each theme, shown until the page has painted. The same values as in the window's tokens. */
const paper = { light: '#fbfaf7', sepia: '#f4ecd8', dark: '#1b1a18', black: '#000000' }

/** The window, and when its page has been loaded. */
export interface MainWindow {
  readonly window: BrowserWindow
  /** Resolves when the page can hear events; a page that cannot be loaded is logged. */
  readonly loaded: Promise<void>
}

/** Makes and loads the window. */
export function openMainWindow({
  library,
  preload,
  resourcesFolder,
  developmentServer,
  log
}: MainWindowOptions): MainWindow {
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(display => display.workArea)
  const { isMaximized, ...bounds } = restoreWindow(library.settings.readHostValue('window'), workAreas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Lontar',
    backgroundColor: paperOf(library.settings.get().theme),
    icon: join(resourcesFolder, 'icons', 'icon-256.png'),
    webPreferences: securedPreferences(preload)
  })
  if (isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
    library.settings.writeHostValue('window', state)
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`The window's process ended: ${details.reason}`)
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  const address = developmentServer ?? appAddress
  const loaded = window.loadURL(address).catch((error: unknown) => log('The window could not be loaded', error))
  return { window, loaded }
}

/** Makes native parts (menus, dialogs, scroll bars) follow the theme. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') nativeTheme.themeSource = 'system'
  else nativeTheme.themeSource = theme === 'dark' || theme === 'black' ? 'dark' : 'light'
}

function paperOf(theme: Settings['theme']): string {
  if (theme === 'system') return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light
  return paper[theme]
}
