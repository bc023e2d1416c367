// Owns what is done after a crash in the middle of an import: it goes on, and what it had stored without a way back to where
// it came from is taken in from the store.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ErrorCode } from '@shared/errors'
import type { Environment } from '@shared/model/app'
import type { ReceiptEntry } from '@shared/model/importing'
import type { LeftFile } from '../library/fileLedger'
import type { Library } from '../library/library'
import { readOrder } from './importing/importOrder'
import type { ImportQueue } from './importing/importQueue'

/** The failures that lie in a file itself: it would fail the same way whenever it is tried, or there is none to try. */
const passingFailures: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'file_unreadable',
  'disk_full',
  'storage_failed',
  'import_cancelled',
  'parse_failed',
  'parse_timeout',
  'parse_out_of_memory',
  'internal'
])

/** Begins to go on with every interrupted import; gives what to say of it, and what resolves when all have ended. */
export function resumeImports(
  library: Library,
  imports: ImportQueue
): { readonly recovery: Environment['recovery']; readonly ended: Promise<unknown> } {
  const resumed = library.imports.listUnfinished().flatMap(({ importId, wanted }) => {
    const order = readOrder(wanted)
    if (!order) return []
    const { totals } = library.imports.getSummary(importId)
    imports.resume(importId, order)
    return [{ importId, done: Object.values(totals).reduce((sum, count) => sum + count, 0) }]
  })
  const done = resumed.reduce((sum, each) => sum + each.done, 0)
  return {
    recovery: resumed.length > 0 ? { kind: 'resumed_import', done } : null,
    ended: Promise.all(resumed.map(({ importId }) => imports.waitFor(importId)))
  }
}

/**
 * Imports again what interrupted imports had stored and not committed: from where it came, if that is still there (so
 * that a page finds its images), else from the store. Gives how many came in. What cannot be brought in for a passing
 * reason stays noted and is tried at the next start.
 */
export async function adoptLeftFiles(library: Library, imports: ImportQueue): Promise<number> {
  const left = library.files.listLeft()
  if (left.length === 0) return 0
  const originals = left.filter(file => file.fileName !== null && !library.files.isNeeded(file))
  const entries = originals.length > 0 ? await importAgain(library, imports, originals) : []
  const isWaiting = (file: LeftFile): boolean =>
    originals.includes(file) &&
    linesOf(file, entries).every(({ error }) => error !== null && passingFailures.has(error.code))
  const waiting = new Set(originals.filter(isWaiting).map(file => file.importId))
  // An image is settled with the last page of its import, which may still need it.
  const settled = left.filter(file => (file.fileName === null ? !waiting.has(file.importId) : !isWaiting(file)))
  library.transact(() => {
    for (const file of settled) library.files.settle(file.importId, [file])
  })
  return entries.filter(entry => entry.outcome === 'imported' || entry.outcome === 'stub').length
}

/** The lines that a file got: its own, or those of what it holds. */
function linesOf(file: LeftFile, entries: readonly ReceiptEntry[]): readonly ReceiptEntry[] {
  const path = displayPathOf(file)
  return entries.filter(entry => entry.path === path || entry.path.startsWith(`${path} › `))
}

function displayPathOf({ sourcePath, fileName }: LeftFile): string {
  return sourcePath ?? fileName ?? ''
}

async function importAgain(
  library: Library,
  imports: ImportQueue,
  originals: readonly LeftFile[]
): Promise<readonly ReceiptEntry[]> {
  const files = await Promise.all(
    originals.map(async ({ sha256, extension, fileName, sourcePath }) => ({
      path:
        sourcePath !== null && (await hasHash(sourcePath, sha256))
          ? sourcePath
          : library.originals.pathOf(sha256, extension),
      fileName: fileName ?? `${sha256}${extension}`,
      sourcePath
    }))
  )
  const { importId } = await imports.waitFor(imports.enqueue({ kind: 'adopt', files }))
  return library.imports.listEntries(importId, 0, Number.MAX_SAFE_INTEGER)
}

/** True where a file still has the content that was read from it. */
async function hasHash(path: string, sha256: string): Promise<boolean> {
  try {
    return (
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex') === sha256
    )
  } catch {
    return false
  }
}
