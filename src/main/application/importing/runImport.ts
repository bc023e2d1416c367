// Owns one import from its first file to its receipt: read, look for duplicates, parse, hand over. Knows no queue.
import { stat } from 'node:fs/promises'
import { AppError, toAppError } from '@shared/errors'
import type { ImportId } from '@shared/model/common'
import type { ParserPool } from '../../importing/importing'
import type { WrittenEntry } from '../../library/imports'
import type { Library } from '../../library/library'
import type { KnownArticle } from '../../library/matches'
import { createByteBudget, type ByteBudget } from './byteBudget'
import { importArchive } from './importArchive'
import {
  createImportCommitter,
  failedEntry,
  type Committed,
  type EntryPlace,
  type ImportCommitter,
  type KeptFile
} from './importCommitter'
import { importRecords } from './importRecords'
import type { ImportSource } from './importSources'
import { readSource } from './readSource'

/** What one import needs. */
export interface RunImportDependencies {
  readonly library: Library
  readonly parser: ParserPool
  /** The time in milliseconds since 1970. */
  readonly now: () => number
  /** What becomes of a file that holds several articles. */
  readonly books: 'whole' | 'chapters'
  /** Told how many files were found so far; what archives and exports hold counts in their place. */
  readonly onFound: (found: number) => void
  readonly onStarted: (displayPath: string) => void
  readonly onCommitted: (committed: readonly Committed[]) => void
}

/** An import at work, as its parts share it. */
export interface ImportTask extends RunImportDependencies {
  readonly committer: ImportCommitter
  readonly signal: AbortSignal
  readonly budget: ByteBudget
  /** The next free line of the receipt; one more file counts as found. */
  readonly takePosition: () => number
  /** True, once, for each line that the receipt has of this path from before the import was interrupted. */
  readonly isDone: (displayPath: string) => boolean
}

/** So many files are in work at once: the parser's threads stay busy while others wait for the disk. */
const parallelFiles = 64
/** Bytes of files held at once, so that a folder of large files costs no more memory than one of small ones. */
const heldBytes = 64 * 1024 * 1024

/** The reason with which an import is aborted so that the next start goes on with it. */
export const endOfProgram = 'end of program'

/**
 * Imports every source; those that the receipt has lines of are passed over. Resolves when all are on disk; rejects only
 * when the receipt itself cannot be written, or the program ends.
 */
export async function runImport(
  importId: ImportId,
  sources: AsyncIterable<ImportSource>,
  signal: AbortSignal,
  dependencies: RunImportDependencies
): Promise<void> {
  const { library, now, onCommitted, onFound } = dependencies
  const { lines, next } = library.imports.progressOf(importId)
  const done = new Map(lines)
  let position = next
  const task: ImportTask = {
    ...dependencies,
    committer: createImportCommitter({ library, importId, now, onCommitted }),
    signal,
    budget: createByteBudget(heldBytes),
    takePosition: () => {
      onFound(position + 1)
      return position++
    },
    isDone: displayPath => {
      const left = done.get(displayPath) ?? 0
      done.set(displayPath, left - 1)
      return left > 0
    }
  }
  try {
    await importAll(sources, task)
  } finally {
    await task.committer.flush()
  }
  if (signal.reason === endOfProgram) throw new Error('The program ended in the middle of an import')
}

/** Imports sources, many at a time. */
export async function importAll(sources: AsyncIterable<ImportSource>, task: ImportTask): Promise<void> {
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  for await (const source of sources) {
    if (task.signal.reason === endOfProgram) break
    if (task.isDone(source.displayPath)) continue
    const current = importSource(source, task)
      .catch((error: unknown) => {
        failures.push(error)
      })
      .finally(() => running.delete(current))
    running.add(current)
    while (running.size >= parallelFiles) await Promise.race(running)
    if (failures.length > 0) break
  }
  await Promise.all(running)
  if (failures.length > 0) throw failures[0]
}

/** Imports one source; every expected failure becomes a line of the receipt. */
async function importSource(source: ImportSource, task: ImportTask): Promise<void> {
  const { displayPath, retryPath } = source
  const place: EntryPlace = { position: task.takePosition(), displayPath, retryPath }
  // What a file holds is imported once its own bytes are given back: else the two could wait for each other for ever.
  const rest = await withBudget(source, task, () => importFile(source, place, task))
  try {
    await rest?.()
  } catch (error) {
    await addFailure(place, error, task)
  }
}

/** Hands over the line of a file that could not be brought in. */
export async function addFailure(place: EntryPlace, error: unknown, task: ImportTask): Promise<void> {
  // What the end of the program broke off is no failure: the next start goes on with it.
  if (task.signal.reason === endOfProgram) return
  await task.committer.addEntry(failedEntry(place, toFileError(error, task.signal)))
}

type Rest = (() => Promise<void>) | undefined

async function withBudget(source: ImportSource, task: ImportTask, work: () => Promise<Rest>): Promise<Rest> {
  const giveBack = await task.budget.borrow(await sizeOf(source))
  try {
    return await work()
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

async function importFile(source: ImportSource, place: EntryPlace, task: ImportTask): Promise<Rest> {
  try {
    if (source.kind === 'failure') throw source.error
    task.signal.throwIfAborted()
    task.onStarted(source.displayPath)
    const original = await readSource(source, task.signal)
    const known = findKnown(original, task)
    if (known) return await addKnown(known, place, task)
    const path = source.kind === 'file' ? source.path : null
    const { fileName, bytes } = original
    const options = { books: task.books }
    const parsed = await task.parser.parseFile({ fileName, path, bytes, options }, { signal: task.signal })
    if (parsed.kind === 'archive') return () => importArchive(source, original, place, task)
    if (parsed.kind === 'export') return () => importRecords(parsed.export, path, original, place, task)
    for (const [index, { part, article }] of parsed.articles.entries()) {
      const chapter = parsed.articles.length > 1 ? `${place.displayPath} › ${article.title}` : place.displayPath
      const position = index === 0 ? place.position : task.takePosition()
      if (index > 0 && task.isDone(chapter)) continue
      await task.committer.addParsed({
        ...place,
        position,
        displayPath: chapter,
        original,
        part,
        article,
        parseOptions: {},
        record: null
      })
    }
  } catch (error) {
    await addFailure(place, error, task)
  }
  return undefined
}

/** The article that this very file is already. A book that is wanted in chapters is asked for them first. */
function findKnown(original: KeptFile, { library, books }: ImportTask): KnownArticle | undefined {
  const known = library.matches.findByOriginal(original.sha256, '')
  return known?.format === 'epub' && books === 'chapters' ? undefined : known
}

async function addKnown(known: KnownArticle, place: EntryPlace, task: ImportTask): Promise<Rest> {
  const line: WrittenEntry = {
    entry: {
      position: place.position,
      path: place.displayPath,
      outcome: 'duplicate',
      articleId: known.articleId,
      format: known.format,
      title: known.title,
      error: null,
      // Whoever adds a file again wants to have it.
      warnings: known.isTrashed
        ? [{ code: 'restored_from_trash', message: 'The article was in Trash and has been put back' }]
        : [],
      canRetry: place.retryPath !== null
    },
    retryPath: place.retryPath,
    before: null
  }
  await (known.isTrashed ? task.committer.putBack(line) : task.committer.addEntry(line))
  return undefined
}

function toFileError(error: unknown, signal: AbortSignal): AppError {
  if (signal.aborted) {
    return new AppError('import_cancelled', 'The import was cancelled before this file was added', { cause: error })
  }
  return toAppError(error, 'parse_failed')
}
