// npm start [-- ARGUMENT…]: builds where needed and opens the window; in the browser with --browser, or where Electron's
// runtime cannot be had on this machine.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWhenStale } from './build.mjs'
import { locateElectron } from './electronRuntime.mjs'

// npm runs scripts in the project's folder; paths are meant from where the person stood.
const project = fileURLToPath(new URL('..', import.meta.url))
const standpoint = process.env.INIT_CWD ?? process.cwd()
process.chdir(project)

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
  ? spawnSync(runtime, [project, ...given], { stdio: 'inherit', cwd: standpoint })
  : spawnSync(process.execPath, [join(project, 'out/main/browserMode.js'), ...given], {
      stdio: 'inherit',
      cwd: standpoint
    })
if (result.error) console.error(result.error.message)
process.exit(result.status ?? (result.signal ? 0 : 1))
