// Finds the Node that the project pins through tools/node/package.json; knows nothing of what is run on it.
import { createRequire } from 'node:module'

/** True when the Node that runs this file is older than 22.12, which better-sqlite3 13 and vitest 5 need. */
export function isNodeTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major < 22 || (major === 22 && minor < 12)
}

/** The path of the pinned Node's executable, or undefined where none is pinned for this platform. */
export function findPinnedNode() {
  const isWindows = process.platform === 'win32'
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(`${name}/bin/node${isWindows ? '.exe' : ''}`)
  } catch {
    return undefined
  }
}
