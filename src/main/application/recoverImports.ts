// Owns what is done after a crash in the middle of an import: originals without an article are imported again.
import type { Environment } from '@shared/model/app'
import type { Library } from '../library/library'
import type { ImportQueue } from './importing/importQueue'

/** File systems keep times coarsely; an original may seem this many milliseconds older than it is. */
const clockSlackMs = 5_000

/**
 * Marks imports that were running as interrupted, and imports again what they had stored but not committed. An original
 * that gives no article (an image of a page that was never committed) is removed.
 */
export async function recoverImports(library: Library, imports: ImportQueue): Promise<Environment['recovery']> {
  const startedAt = library.imports.markInterrupted()
  if (startedAt === undefined) return null
  const needed = library.articles.neededOriginals()
  const stored = await library.originals.list()
  const left = stored.filter(file => !needed.has(file.sha256) && file.modifiedAt >= startedAt - clockSlackMs)
  if (left.length === 0) return 'interrupted_import'
  await imports.waitFor(imports.enqueue({ kind: 'adopt', paths: left.map(file => file.path) }))
  const neededNow = library.articles.neededOriginals()
  for (const file of left) {
    if (!neededNow.has(file.sha256)) await library.originals.remove(file.sha256, file.extension)
  }
  return 'adopted_originals'
}
