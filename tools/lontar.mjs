// npm run -s lontar -- COMMAND: the command line from a checkout. Builds first where needed; stdout stays the command's own.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWhenStale } from './build.mjs'

// npm runs scripts in the project's folder; paths are meant from where the person stood.
const project = fileURLToPath(new URL('..', import.meta.url))
const standpoint = process.env.INIT_CWD ?? process.cwd()
process.chdir(project)
buildWhenStale()
const result = spawnSync(process.execPath, [join(project, 'out/main/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: standpoint
})
process.exit(result.status ?? 1)
