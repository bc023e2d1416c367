// Composition root of the Electron shell: puts the application behind a window. Decides nothing else.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { createApplication, type Application } from './application/createApplication'
import { readResource } from './application/readResource'
import { runCli } from './cli/runCli'
import { chooseDataFolder } from './dataFolder'
import { createElectronHost } from './electron/electronHost'
import { emitToWindows, listenToRequests } from './electron/ipcTransport'
import { applyTheme, openMainWindow } from './electron/mainWindow'
import { showMenu } from './electron/menu'
import { menuTexts } from './electron/menuTexts'
import { isCliCall, parseDataDir, parseHandedFiles, parseOpenedFiles, typedArguments } from './electron/openedFiles'
import { registerSchemes, serveProtocols } from './electron/protocols'
import { guardPages, secureSession } from './electron/securedSession'
import { closeNetwork } from './electron/switches'
import { createRouter } from './ipc/router'
import { createLog } from './log'

const given = typedArguments(process.argv, app.isPackaged)
const programFolder = app.getAppPath()
const resourcesFolder = app.isPackaged ? join(process.resourcesPath, 'resources') : join(programFolder, 'resources')
const workers = {
  importing: join(import.meta.dirname, 'importWorker.js'),
  search: join(import.meta.dirname, 'searchWorker.js'),
  imports: join(import.meta.dirname, 'importThread.js')
}

if (isCliCall(given)) {
  // The packaged program is its own CLI: `lontar search …` runs without a window.
  const words = given.filter(word => word !== '--no-sandbox')
  runCli(words, { workers, resourcesFolder, version: app.getVersion() }).then(
    code => app.exit(code),
    () => app.exit(1)
  )
} else startWindow()

function startWindow(): void {
  const folder = chooseDataFolder({
    given: parseDataDir(given),
    environment: process.env,
    platform: process.platform,
    executable: app.getPath('exe')
  })
  // Chromium's own files go beside the library, so that a portable library leaves nothing elsewhere.
  const profile = join(folder, 'profile')
  mkdirSync(profile, { recursive: true })
  app.setPath('userData', profile)
  const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']

  const givenFiles = parseOpenedFiles(given, process.cwd())
  // Chromium reorders the command line that it passes on, so the files travel beside it.
  if (!app.requestSingleInstanceLock({ files: givenFiles })) {
    // The running instance gets this one's files through 'second-instance'.
    app.exit(0)
    return
  }
  closeNetwork()
  // Every window asks for the sandbox itself; this also covers pages that nobody thought of. As root (tests in a
  // container) Chromium runs only with --no-sandbox, which this call would take back.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerSchemes()
  guardPages(developmentServer)
  const log = createLog(folder, { toConsole: !app.isPackaged })

  const waitingFiles = [...givenFiles]
  let application: Application | undefined
  let loaded: Promise<void> = Promise.resolve()

  const openFiles = (paths: readonly string[]): void => {
    if (!application) waitingFiles.push(...paths)
    else if (paths.length > 0) {
      importAndShow(application, paths, loaded).catch((error: unknown) => log('Opening failed', error))
    }
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFiles([path])
  })
  app.on('second-instance', (_event, _commandLine, _workingFolder, handedOver) => {
    openFiles(parseHandedFiles(handedOver))
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  // On a Mac a program stays when its last window is closed, and opens one again from the Dock.
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let isDisposed = false
  app.on('will-quit', event => {
    if (isDisposed || !application) return
    event.preventDefault()
    application
      .dispose()
      .catch((error: unknown) => log('The program could not end in order', error))
      .finally(() => {
        isDisposed = true
        app.quit()
      })
  })

  const open = async (): Promise<void> => {
    await app.whenReady()
    const host = createElectronHost({ resourcesFolder, language: () => application?.language() ?? 'en' })
    const opened = createApplication({
      folder,
      workers,
      host,
      now: Date.now,
      log,
      emit: (channel, payload) => {
        emitToWindows(channel, payload)
        if (channel === 'settings:changed') followSettings()
      }
    })
    application = opened
    const followSettings = (): void => {
      applyTheme(opened.library.settings.get().theme)
      showMenu(opened.language(), command => emitToWindows('app:commandChosen', { command }))
    }
    secureSession(session.defaultSession, developmentServer, log)
    serveProtocols(session.defaultSession, {
      rendererFolder: join(import.meta.dirname, '..', 'renderer'),
      readResource: sha256 => readResource(opened.library, sha256)
    })
    const checksOutput = process.env['LONTAR_CHECK_OUTPUT'] === '1'
    listenToRequests(createRouter({ handlers: opened.handlers, checksOutput, log }), developmentServer)
    followSettings()
    const openWindow = (): void => {
      const preload = join(import.meta.dirname, '..', 'preload', 'index.cjs')
      loaded = openMainWindow({ library: opened.library, preload, resourcesFolder, developmentServer, log }).loaded
    }
    openWindow()
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) openWindow()
    })
    openFiles(waitingFiles.splice(0))
    await opened.start().catch((error: unknown) => log('The work in the background ended', error))
  }
  open().catch((error: unknown) => {
    log('The program could not start', error)
    dialog.showErrorBox(menuTexts.en.cannotOpen, error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
}

/** Imports files that the desktop opened; a single one is then shown, whether it was new or not. */
async function importAndShow(application: Application, paths: readonly string[], loaded: Promise<void>): Promise<void> {
  const items = paths.map(path => ({ kind: 'path', path }) as const)
  const { onlyArticleId } = await application.imports.waitFor(application.imports.enqueue({ kind: 'items', items }))
  await loaded
  if (onlyArticleId) emitToWindows('importing:articleOpened', { articleId: onlyArticleId })
}
