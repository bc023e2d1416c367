// Finds Electron's runtime, fetching it once where it is missing, as the package `electron` itself does on first use.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const file = join(override, process.platform === 'win32' ? 'electron.exe' : 'electron')
    return existsSync(file) ? file : undefined
  }
  try {
    const file = createRequire(import.meta.url)('electron')
    return typeof file === 'string' && existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** The path of Electron's executable, or undefined where it cannot be had. @param mayFetch whether to try the download */
export function locateElectron(mayFetch) {
  const found =
    existsSync('node_modules/electron/path.txt') || process.env.ELECTRON_OVERRIDE_DIST_PATH ? findElectron() : undefined
  if (found || !mayFetch) return found
  spawnSync('install-electron', [], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 300_000,
    shell: process.platform === 'win32'
  })
  return existsSync('node_modules/electron/path.txt') ? findElectron() : undefined
}
