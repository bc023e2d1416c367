// Owns where a note's attachments may lie: beside it, in its vault's folders, and nowhere else. Reads no file.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

const attachmentFolders = ['attachments', 'assets', 'Attachments', 'images', '_resources']
/** A vault is no deeper than this above its notes. */
const mostLevels = 16

function isWithin(folder: string, root: string): boolean {
  try {
    const real = realpathSync(folder)
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)
  } catch {
    // A folder that is not there, or that may not be read, holds no attachment.
    return false
  }
}

/** The note's folder and those above it up to the vault's; only its own where it lies in no vault. */
function foldersUp(path: string): string[] {
  const folders = [dirname(path)]
  for (let level = 0; level < mostLevels; level++) {
    const folder = folders.at(-1) ?? ''
    if (existsSync(join(folder, '.obsidian'))) return folders
    const above = dirname(folder)
    if (above === folder) break
    folders.push(above)
  }
  return folders.slice(0, 1)
}

/** The folders in which a note's images are looked for after its own, nearest first. Links out of the vault do not count. */
export function findVaultFolders(path: string | null): string[] {
  if (path === null) return []
  const folders = foldersUp(path)
  const vault = folders.at(-1)
  if (vault === undefined || !existsSync(vault)) return []
  const root = realpathSync(vault)
  const candidates = folders.flatMap(folder => [folder, ...attachmentFolders.map(name => join(folder, name))])
  return [...new Set(candidates.slice(1))].filter(folder => isWithin(folder, root))
}
