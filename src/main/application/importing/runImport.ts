// Owns one import from its first file to its receipt: read, look for duplicates, parse, hand over. Knows no queue.
import type { ImportId } from '@shared/model/common'
import { createByteBudget } from './byteBudget'
import { addArticles, addKnown, findKnown } from './addArticles'
import { importArchive } from './importArchive'
import { createImportCommitter } from './importCommitter'
import type { EntryPlace } from './pendingArticle'
import { importRecords } from './importRecords'
import { fewestTexts, groupTexts, importTexts } from './importTexts'
import type { ImportSource } from './importSources'
import { addFailure, endOfProgram, inParallel, type ImportTask, type RunImportDependencies } from './importTask'
import { readSource } from './readSource'

/** So many files are in work at once: the parser's threads stay busy while others wait for the disk. */
const parallelFiles = 64
/** So many groups of files are in work at once. */
const parallelGroups = 10
/** Bytes of files held at once, so that a folder of large files costs no more memory than one of small ones. */
const heldBytes = 64 * 1024 * 1024

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
    },
    importAll
  }
  try {
    await importAll(sources, task)
  } finally {
    await task.committer.flush()
  }
  if (signal.reason === endOfProgram) throw new Error('The program ended in the middle of an import')
}

/** Imports sources, many at a time; small files of text in groups, which saves most of what a file costs beside its parsing. */
const importAll: ImportTask['importAll'] = async (sources, task) => {
  const left = async function* (): AsyncGenerator<ImportSource> {
    for await (const source of sources) {
      if (task.signal.reason === endOfProgram) return
      if (!task.isDone(source.displayPath)) yield source
    }
  }
  await inParallel(groupTexts(left()), parallelGroups, group =>
    group.length >= fewestTexts
      ? importTexts(group, task, importSource)
      : inParallel(group, parallelFiles, source => importSource(source, task))
  )
}

/** Imports one source; every expected failure becomes a line of the receipt. `place` is its line, where it has one. */
async function importSource(
  source: ImportSource,
  task: ImportTask,
  place: EntryPlace = placeOf(source, task)
): Promise<void> {
  // What a file holds is imported once its own bytes are given back: else the two could wait for each other for ever.
  const rest = await withBudget(task, hold => importFile(source, place, task, hold))
  try {
    await rest?.()
  } catch (error) {
    await addFailure(place, error, task)
  }
}

type Rest = (() => Promise<void>) | undefined

/** Lends the bytes of one file, and takes them back when the work on it is done. */
async function withBudget(
  { budget }: ImportTask,
  work: (hold: (sizeBytes: number) => Promise<void>) => Promise<Rest>
): Promise<Rest> {
  let giveBack = (): void => undefined
  try {
    return await work(async sizeBytes => {
      giveBack = await budget.borrow(sizeBytes)
    })
  } finally {
    giveBack()
  }
}

async function importFile(
  source: ImportSource,
  place: EntryPlace,
  task: ImportTask,
  hold: (sizeBytes: number) => Promise<void>
): Promise<Rest> {
  try {
    if (source.kind === 'failure') throw source.error
    task.signal.throwIfAborted()
    task.onStarted(source.displayPath)
    const original = await readSource(source, task.signal, hold)
    const known = findKnown(original.sha256, task)
    if (known) {
      await addKnown(known, place, task)
      return undefined
    }
    const path = source.kind === 'file' ? source.path : null
    const { fileName, bytes } = original
    const options = { books: task.books }
    const parsed = await task.parser.parseFile({ fileName, path, bytes, options }, { signal: task.signal })
    if (parsed.kind === 'archive') return () => importArchive(source, original, place, task)
    if (parsed.kind === 'export') return () => importRecords(parsed.export, path, original, place, task)
    await addArticles(parsed.articles, original, place, task)
  } catch (error) {
    await addFailure(place, error, task)
  }
  return undefined
}

/** The next line of the receipt, for a source. */
function placeOf({ displayPath, retryPath }: ImportSource, task: ImportTask): EntryPlace {
  return { position: task.takePosition(), displayPath, retryPath }
}
