// Owns one import from its first file to its receipt: read, look for duplicates, parse, hand over. Knows no queue.
import { stat } from 'node:fs/promises'
import type { ImportId } from '@shared/model/common'
import type { WrittenEntry } from '../../library/imports'
import type { KnownArticle } from '../../library/matches'
import { createByteBudget } from './byteBudget'
import { importArchive } from './importArchive'
import { createImportCommitter, type EntryPlace, type KeptFile } from './importCommitter'
import { importRecords } from './importRecords'
import type { ImportSource } from './importSources'
import { addFailure, endOfProgram, inParallel, type ImportTask, type RunImportDependencies } from './importTask'
import { readSource } from './readSource'

/** So many files are in work at once: the parser's threads stay busy while others wait for the disk. */
const parallelFiles = 64
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

/** Imports sources, many at a time. */
const importAll: ImportTask['importAll'] = (sources, task) =>
  inParallel(sources, parallelFiles, async source => {
    if (task.signal.reason === endOfProgram || task.isDone(source.displayPath)) return
    await importSource(source, task)
  })

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
      if (parsed.articles.length > 1 && task.isDone(chapter)) continue
      const position = index === 0 ? place.position : task.takePosition()
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
