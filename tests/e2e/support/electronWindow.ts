// Owns starting the built program in a real Electron.
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { RunningHost } from './lontar'

/** Starts the window on a library. */
export async function startElectron(dataFolder: string): Promise<RunningHost> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const isRoot = process.getuid?.() === 0
  const app = await _electron.launch({
    // Chromium refuses to run as root with its sandbox; everything else of the sandbox stays.
    args: [...(isRoot ? ['--no-sandbox'] : []), '.', '--data-dir', dataFolder],
    ...(override && { executablePath: join(override, process.platform === 'win32' ? 'electron.exe' : 'electron') }),
    env: { ...environment(), LONTAR_CHECK_OUTPUT: '1', LANG: 'en_US.UTF-8', LANGUAGE: 'en' }
  })
  const page = await app.firstWindow()
  return { page, close: () => app.close() }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  )
}
