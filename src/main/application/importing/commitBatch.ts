// Owns the last step of an import: originals to disk, then articles and receipt lines in transactions, each of which keeps
// its thread for a short time only.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { toAppError, type AppError } from '@shared/errors'
import type { LedgerFile, PendingFile } from '../../library/fileLedger'
import type { WrittenEntry } from '../../library/imports'
import type { Library } from '../../library/library'
import type { OriginalFile } from '../../library/originals'
import { failedEntry, type CommitterDependencies, type ParsedArticle, type Pending } from './pendingArticle'
import { settleArticle, type SettledArticle } from './settleArticle'
import { resourceFiles, storedFile } from './storedFiles'

/** How long a transaction should keep this thread, in milliseconds. */
const transactionMs = 16
/** So many articles are written in one transaction at first, and at most. */
const fewestAtOnce = 8
const mostAtOnce = 64

type Settled = WrittenEntry & { readonly change: SettledArticle['change'] }

/** What became of storing a batch's files: nothing more to say, or why it failed. */
export type StoredBatch = { readonly kind: 'stored' } | { readonly kind: 'failed'; readonly error: unknown }

/** Stores the files of a batch, which may go on while an earlier one is committed. Never rejects. */
export async function storeBatch(batch: readonly Pending[], dependencies: CommitterDependencies): Promise<StoredBatch> {
  const { library, importId } = dependencies
  try {
    library.note(() => library.files.recordPending(importId, filesOf(batch, filesToNote)))
    await library.originals.store(filesOf(batch, filesToStore), file => !library.files.isNeeded(file))
    return { kind: 'stored' }
  } catch (error) {
    return { kind: 'failed', error }
  }
}

/** Commits a batch. When it resolves, all of it is on disk for good, and the rest of the program has been told. */
export async function commitBatch(
  batch: readonly Pending[],
  stored: StoredBatch,
  dependencies: CommitterDependencies
): Promise<void> {
  const { library, onCommitted } = dependencies
  const settled = await settleBatch(batch, stored, dependencies)
  announce(settled, library)
  onCommitted(
    settled.map(({ entry }) => ({ outcome: entry.outcome, articleId: entry.articleId, displayPath: entry.path }))
  )
}

async function settleBatch(
  batch: readonly Pending[],
  stored: StoredBatch,
  dependencies: CommitterDependencies
): Promise<readonly Settled[]> {
  if (stored.kind === 'failed') return settleOneByOne(batch, stored.error, dependencies)
  const { library } = dependencies
  const settled: Settled[] = []
  const lastUses = new Map(
    batch.flatMap((pending, index) => filesOf([pending], filesToStore).map(file => [keyOf(file), index] as const))
  )
  let size = fewestAtOnce
  for (let at = 0; at < batch.length;) {
    // Whoever waits for this thread gets a turn in between.
    await nextTurn()
    const part = batch.slice(at, at + size)
    at += part.length
    const done = filesOf(part, filesToStore).filter(file => (lastUses.get(keyOf(file)) ?? 0) < at)
    const startedAt = performance.now()
    // The last one is waited for, and makes all before it last.
    const commit = at < batch.length ? library.note : library.transact
    settled.push(...(await settlePart(part, done, commit, dependencies)))
    const tookMs = performance.now() - startedAt
    size = tookMs > transactionMs ? Math.max(fewestAtOnce, size >> 1) : Math.min(mostAtOnce, size * 2)
  }
  // A file that an earlier batch did not need may have been removed before this one needed it. What is needed now stays: it is
  // removed only in a transaction that finds that nobody needs it.
  await library.originals.store(filesOf(batch, filesToStore).filter(file => library.files.isNeeded(file)))
  return settled
}

async function settlePart(
  part: readonly Pending[],
  files: readonly LedgerFile[],
  commit: Library['transact'],
  dependencies: CommitterDependencies
): Promise<readonly Settled[]> {
  const { library, importId } = dependencies
  try {
    return commit(() => {
      const lines = part.map(pending => settle(pending, dependencies))
      library.files.settle(importId, files)
      library.imports.addEntries(importId, lines)
      return lines
    })
  } catch (error) {
    return settleOneByOne(part, error, dependencies)
  }
}

/**
 * What becomes of articles of which nothing is in the library, since storing them together failed. One file's trouble must
 * not be that of all: each is tried by itself, and fails with its reason, and the import goes on. A disk without room has
 * none for any of them.
 */
async function settleOneByOne(
  batch: readonly Pending[],
  error: unknown,
  dependencies: CommitterDependencies
): Promise<readonly Settled[]> {
  const { library, importId } = dependencies
  const failure = toAppError(error, 'storage_failed')
  if (batch.length > 1 && failure.code !== 'disk_full') {
    const settled: Settled[] = []
    for (const pending of batch) {
      settled.push(...(await settleBatch([pending], await storeBatch([pending], dependencies), dependencies)))
    }
    return settled
  }
  const settled = batch.map(pending => failed(pending, failure))
  library.transact(() => {
    library.files.settle(importId, filesOf(batch, filesToStore))
    library.imports.addEntries(importId, settled)
  })
  return settled
}

function settle(pending: Pending, { library, importId, now }: CommitterDependencies): Settled {
  if (pending.kind === 'parsed') {
    const { parsed } = pending
    const incoming = {
      ...parsed,
      fileName: parsed.original.fileName,
      sourcePath: parsed.original.sourcePath,
      original: storedFile(parsed.original),
      resources: resourceFiles(parsed.article).map(storedFile),
      record: parsed.record?.told ?? null
    }
    return { ...settleArticle(incoming, library, importId, now()), retryPath: parsed.retryPath }
  }
  const { line, isPutBack } = pending
  const { articleId } = line.entry
  if (!isPutBack || !articleId) return { ...line, change: null }
  const before = library.actions.readForImport(articleId)
  library.articles.putBack(articleId, now())
  const changed = { before, after: library.actions.readForImport(articleId) }
  return { ...line, changed, change: 'trashed' }
}

function failed(pending: Pending, failure: AppError): Settled {
  if (pending.kind === 'parsed') return { ...failedEntry(pending.parsed, failure), change: null }
  if (!pending.isPutBack) return { ...pending.line, change: null }
  const { entry, retryPath } = pending.line
  return {
    ...failedEntry({ position: entry.position, displayPath: entry.path, retryPath }, failure),
    change: null
  }
}

function announce(settled: readonly Settled[], library: Library): void {
  for (const reason of ['imported', 'edited', 'trashed'] as const) {
    const articleIds = settled.flatMap(({ change, entry }) =>
      change === reason && entry.articleId ? [entry.articleId] : []
    )
    if (articleIds.length > 0) library.changes.announce({ reason, articleIds })
  }
}

function keyOf({ sha256, extension }: LedgerFile): string {
  return sha256 + extension
}

/** The files of everything that brings an article, each once: an export's is that of each of its entries. */
function filesOf<File extends LedgerFile>(
  batch: readonly Pending[],
  select: (parsed: ParsedArticle) => readonly File[]
): File[] {
  const files = batch.flatMap(pending => (pending.kind === 'parsed' ? select(pending.parsed) : []))
  return [...new Map(files.map(file => [keyOf(file), file])).values()]
}

/** What is noted of the files of an article before they are written; only what a person gave has a name. */
function filesToNote(parsed: ParsedArticle): PendingFile[] {
  const given = [parsed.original, ...(parsed.record ? [parsed.record.file] : [])]
  return [
    ...given.map(({ sha256, extension, fileName, sourcePath }) => ({ sha256, extension, fileName, sourcePath })),
    ...resourceFiles(parsed.article).map(({ sha256, extension }) => ({
      sha256,
      extension,
      fileName: null,
      sourcePath: null
    }))
  ]
}

function filesToStore(parsed: ParsedArticle): OriginalFile[] {
  return [parsed.original, ...(parsed.record ? [parsed.record.file] : []), ...resourceFiles(parsed.article)]
}
