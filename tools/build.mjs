// Builds the program when its sources are newer than what was built, and says so on stderr only.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['src', 'electron.vite.config.ts', 'package-lock.json']
const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

function newestTime(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newestTime(join(path, name))))
}

/** Builds into `out/` where that is missing or older than the sources. Ends the process when the build fails. */
export function buildWhenStale() {
  const newestSource = Math.max(...sources.map(newestTime))
  if (built.every(file => existsSync(file) && statSync(file).mtimeMs > newestSource)) return
  console.error('Building Lontar …')
  const result = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32'
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}
