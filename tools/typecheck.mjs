// Checks the types of every folder in the environment that the folder's own tsconfig.json gives it.
import { spawnSync } from 'node:child_process'

const folders = process.argv.slice(2)
const checked = folders.length > 0 ? folders : ['src/shared', 'src/main', 'src/preload', 'src/renderer', 'tests']
let failed = 0
for (const folder of checked) {
  const result = spawnSync('tsc', ['--noEmit', '-p', folder], { stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.status !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
