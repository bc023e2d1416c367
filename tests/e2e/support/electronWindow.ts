// Owns starting the built program in a real Electron.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { _electron, errors, type ElectronApplication } from '@playwright/test'
import type { RunningHost } from './lontar'

/** Chromium refuses to run as root with its own sandbox; everything else that guards a page stays. */
export function electronSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The path of Electron's executable. */
export function electronExecutable(): string {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return join(override, process.platform === 'win32' ? 'electron.exe' : 'electron')
  return String(createRequire(import.meta.url)('electron'))
}

/** Starts the window on a library, with files as the desktop hands them over. */
export async function startElectron(dataFolder: string, files: readonly string[] = []): Promise<RunningHost> {
  const app = await launch([...electronSwitches(), '.', '--data-dir', dataFolder, ...files])
  return {
    page: await app.firstWindow(),
    close: () => app.close(),
    // A native dialog is out of Playwright's reach: the call that shows it is answered instead.
    answerDialog: paths =>
      app.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
        },
        [...paths]
      )
  }
}

/** A launch whose handshake has not come about after so long never comes about. */
const handshakeMs = 15_000

/**
 * Launches Electron under the driver. On a busy machine their handshake gets lost now and then, before anything of ours has
 * run; then it is begun once more.
 */
async function launch(args: string[], isSecondTry = false): Promise<ElectronApplication> {
  try {
    return await _electron.launch({
      args,
      executablePath: electronExecutable(),
      env: { ...environment(), LONTAR_CHECK_OUTPUT: '1', LANG: 'en_US.UTF-8', LANGUAGE: 'en' },
      timeout: handshakeMs
    })
  } catch (error) {
    if (isSecondTry || !(error instanceof errors.TimeoutError)) throw error
    return launch(args, true)
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  )
}
