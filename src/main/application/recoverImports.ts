// Owns what is done after a crash in the middle of an import: what it had stored is imported again, or removed.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ErrorCode } from '@shared/errors'
import type { ReceiptEntry } from '@shared/model/importing'
import type { LeftFile } from '../library/fileLedger'
import type { Library } from '../library/library'
import type { ImportQueue } from './importing/importQueue'

/** The failures that lie in a file itself: it would fail the same way whenever it is tried, or there is none to try. */
const lastingFailures: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'file_missing',
  'file_empty',
  'file_binary',
  'file_too_large',
  'file_unsupported',
  'text_undecodable',
  'text_line_too_long',
  'html_too_complex',
  'no_article_found'
])

/**
 * Imports again what interrupted imports had stored and not committed: from where it came, if that is still there (so
 * that a page finds its images), else from the store. Gives true where something came in. What cannot be brought in for
 * a passing reason stays noted and is tried at the next start.
 */
export async function adoptLeftFiles(library: Library, imports: ImportQueue): Promise<boolean> {
  const left = library.files.listLeft()
  const originals = left.filter(file => file.fileName !== null)
  if (left.length === 0) return false
  const entries = originals.length > 0 ? await importAgain(library, imports, originals) : []
  const isSettled = (index: number): boolean => {
    const { outcome, error } = entries[index] ?? { outcome: 'failed', error: null }
    return outcome !== 'failed' || (error !== null && lastingFailures.has(error.code))
  }
  const waiting = new Set(originals.filter((_file, index) => !isSettled(index)).map(file => file.importId))
  // An image is settled with the last page of its import, which may still need it.
  const settled = left.filter(file =>
    file.fileName === null ? !waiting.has(file.importId) : isSettled(originals.indexOf(file))
  )
  library.transact(() => {
    for (const file of settled) library.files.settle(file.importId, [file])
  })
  return entries.some(entry => entry.outcome === 'imported')
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
  // The lines of a receipt stand in the order of its files.
  return library.imports.getReceipt(importId, null, 0, files.length).entries
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
