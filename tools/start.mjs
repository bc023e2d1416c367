// npm start [-- ARGUMENT…]: builds where needed and opens the window; in the browser with --browser, or where Electron's
// runtime cannot be had on this machine.
import { spawnSync } from 'node:child_process'
import { buildWhenStale } from './build.mjs'
import { locateElectron } from './electronRuntime.mjs'

const given = process.argv.slice(2)
buildWhenStale()

let runtime
if (!given.includes('--browser')) {
  console.error('Looking for Electron …')
  runtime = locateElectron(true)
  if (!runtime)
    console.error("Electron's runtime cannot be had on this machine: opening Lontar in the browser instead.")
}
const result = runtime
  ? spawnSync(runtime, ['.', ...given], { stdio: 'inherit' })
  : spawnSync(process.execPath, ['out/main/browserMode.js', ...given], { stdio: 'inherit' })
if (result.error) console.error(result.error.message)
process.exit(result.status ?? (result.signal ? 0 : 1))
