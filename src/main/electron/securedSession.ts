// Owns the session and every page in it: what may load, navigate, open or ask for a permission. Policy decides what.
import { app, type Session, type WebContents, type WebPreferences } from 'electron'
import { isAppAddress, isLoadable } from '../policy/addresses'

/** The preferences of every window: no Node, no shared world, Chromium's sandbox, no spelling service. */
export function securedPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true
  }
}

/**
 * Refuses every request that `isLoadable` does not name, every permission, device and certificate question, and the
 * spelling service. Call before the first window of the session is made.
 * @param developmentServer the address of the development server, in development only
 * @param log told of each refused address's scheme and host, never of its path
 */
export function secureSession(
  session: Session,
  developmentServer: string | undefined,
  log: (message: string) => void
): void {
  session.setSpellCheckerEnabled(false)
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isLoadable(details.url) || isDevelopmentAddress(details.url, developmentServer)
    if (!isAllowed) log(`Refused a request to ${schemeAndHost(details.url)}`)
    answer({ cancel: !isAllowed })
  })
  session.on('will-download', event => event.preventDefault())
}

/** Guards every page that is ever made: no navigation away, no new window, no embedded page. */
export function guardPages(developmentServer: string | undefined): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.on('will-frame-navigate', event => {
      const isOwnPage = isAppAddress(event.url) || isDevelopmentAddress(event.url, developmentServer)
      if (!event.isMainFrame || !isOwnPage) event.preventDefault()
    })
    contents.on('will-redirect', event => event.preventDefault())
  })
}

function isDevelopmentAddress(address: string, server: string | undefined): boolean {
  if (server === undefined || !URL.canParse(address)) return false
  const { host, protocol } = new URL(address)
  return host === new URL(server).host && ['http:', 'ws:'].includes(protocol)
}

function schemeAndHost(address: string): string {
  if (!URL.canParse(address)) return 'an address that is none'
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}
