// node tools/run.mjs COMMAND [ARGUMENT…]: runs COMMAND on Node 22.12 or newer.
// The person's own Node when it is new enough; otherwise the one pinned in tools/node/package.json, which `npm ci` has
// already fetched from the npm registry. `node` as COMMAND means that same Node.
import { spawnSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { isNodeTooOld, findPinnedNode } from './pinnedNode.mjs'

const isWindows = process.platform === 'win32'
const environment = { ...process.env }

if (isNodeTooOld()) {
  const pinned = findPinnedNode()
  if (!pinned) {
    console.error(`Node ${process.version} is too old: install Node 22.12 or newer (none is pinned for this system).`)
    process.exit(1)
  }
  const key = Object.keys(environment).find(name => /^path$/i.test(name)) ?? 'PATH'
  environment[key] = dirname(pinned) + delimiter + (environment[key] ?? '')
}

const [command, ...commandArguments] = process.argv.slice(2)
if (!command) {
  console.error('usage: node tools/run.mjs COMMAND [ARGUMENT…]')
  process.exit(2)
}
// Windows runs the `.cmd` files of npm through its shell only, which wants arguments with spaces in quotes.
const quoted = isWindows
  ? commandArguments.map(argument => (/[\s&|<>^"]/.test(argument) ? `"${argument.replaceAll('"', '""')}"` : argument))
  : commandArguments
const result = spawnSync(command, quoted, { stdio: 'inherit', env: environment, shell: isWindows })
if (result.error) console.error(result.error.message)
process.exit(result.status ?? 1)
