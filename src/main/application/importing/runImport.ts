// Owns one import from its first file to its receipt: read, look for duplicates, parse, commit. Knows no queue.
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { AppError, toAppError } from '@shared/errors'
import type { ImportId } from '@shared/model/common'
import { readImportFile, type ParserPool } from '../../importing/importing'
import type { Library } from '../../library/library'
import { createByteBudget, type ByteBudget } from './byteBudget'
import {
  createImportCommitter,
  duplicateEntry,
  failedEntry,
  type Committed,
  type ImportCommitter
} from './importCommitter'
import type { ImportSource } from './importSources'

/** What one import needs. */
export interface RunImportDependencies {
  readonly library: Library
  readonly parser: ParserPool
  /** The time in milliseconds since 1970. */
  readonly now: () => number
  readonly onFound: (found: number) => void
  readonly onStarted: (displayPath: string) => void
  readonly onCommitted: (committed: readonly Committed[]) => void
}

interface ImportTask extends RunImportDependencies {
  readonly committer: ImportCommitter
  readonly signal: AbortSignal
  readonly budget: ByteBudget
}

/** So many files are in work at once: the parser's threads stay busy while others wait for the disk. */
const parallelFiles = 64
/** Bytes of files held at once, so that a folder of large files costs no more memory than one of small ones. */
const heldBytes = 64 * 1024 * 1024

/** Imports every source. Resolves when all are on disk; rejects only when the receipt itself cannot be written. */
export async function runImport(
  importId: ImportId,
  sources: AsyncIterable<ImportSource>,
  signal: AbortSignal,
  dependencies: RunImportDependencies
): Promise<void> {
  const { library, now, onCommitted, onFound } = dependencies
  const committer = createImportCommitter({ library, importId, now, onCommitted })
  const task: ImportTask = { ...dependencies, committer, signal, budget: createByteBudget(heldBytes) }
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  let position = 0
  for await (const source of sources) {
    const current = importWithinBudget(source, position++, task)
      .catch((error: unknown) => {
        failures.push(error)
      })
      .finally(() => running.delete(current))
    running.add(current)
    onFound(position)
    while (running.size >= parallelFiles) await Promise.race(running)
    if (failures.length > 0) break
  }
  await Promise.all(running)
  await committer.flush()
  if (failures.length > 0) throw failures[0]
}

/** Imports one source once its bytes may be held. */
async function importWithinBudget(source: ImportSource, position: number, task: ImportTask): Promise<void> {
  const giveBack = await task.budget.borrow(await sizeOf(source))
  try {
    await importOne(source, position, task)
  } finally {
    giveBack()
  }
}

/** A file that cannot be asked fails, with its reason, when it is read. */
async function sizeOf(source: ImportSource): Promise<number> {
  if (source.kind !== 'file') return 0
  return stat(source.path).then(
    stats => stats.size,
    () => 0
  )
}

/** Imports one source; every expected failure becomes a line of the receipt. */
async function importOne(source: ImportSource, position: number, task: ImportTask): Promise<void> {
  const line = { position, displayPath: source.displayPath }
  let read: Awaited<ReturnType<typeof readSource>>
  try {
    if (source.kind === 'failure') throw source.error
    task.signal.throwIfAborted()
    task.onStarted(source.displayPath)
    read = await readSource(source, task.signal)
  } catch (error) {
    return task.committer.addEntry(failedEntry(line, toFileError(error, task.signal)))
  }
  const known = task.library.articles.findByOriginal(read.sha256)
  if (known) {
    if (!known.isTrashed)
      return task.committer.addEntry(duplicateEntry(line, known.articleId, known.title, known.format))
    // Whoever adds a file again wants to have it.
    const warning = { code: 'restored_from_trash', message: 'The article was in Trash and has been put back' }
    return task.committer.putBack(duplicateEntry(line, known.articleId, known.title, known.format, [warning]))
  }
  const sourcePath = source.kind === 'file' ? source.sourcePath : null
  try {
    const path = source.kind === 'file' ? source.path : null
    const { fileName, bytes } = read
    const article = await task.parser.parse({ fileName, path, bytes }, { signal: task.signal })
    return await task.committer.addParsed({ ...line, ...read, sourcePath, article })
  } catch (error) {
    return task.committer.addEntry(failedEntry(line, toFileError(error, task.signal)))
  }
}

async function readSource(
  source: Exclude<ImportSource, { kind: 'failure' }>,
  signal: AbortSignal
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string; readonly fileName: string }> {
  if (source.kind === 'file') {
    const read = await readImportFile(source.path, { signal })
    return { ...read, fileName: source.fileName ?? read.fileName }
  }
  const { bytes, fileName } = source
  return { bytes, fileName, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function toFileError(error: unknown, signal: AbortSignal): AppError {
  if (signal.aborted) {
    return new AppError('import_cancelled', 'The import was cancelled before this file was added', { cause: error })
  }
  return toAppError(error, 'parse_failed')
}
