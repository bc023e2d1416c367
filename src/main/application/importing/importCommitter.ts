// Owns the last step of an import: originals to disk, then articles and receipt lines in one transaction, in batches.
import { toAppError, type AppError } from '@shared/errors'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ImportOutcome, ReceiptEntry } from '@shared/model/importing'
import type { LedgerFile, PendingFile } from '../../library/fileLedger'
import type { WrittenEntry } from '../../library/imports'
import type { ArticleRecord } from '../../library/insertArticle'
import type { Library } from '../../library/library'
import type { OriginalFile } from '../../library/originals'
import { settleArticle, type SettledArticle } from './settleArticle'
import { resourceFiles, storedFile } from './storedFiles'

/** The line of a receipt that something will get. */
export interface EntryPlace {
  readonly position: number
  /** The path as a person would know it. */
  readonly displayPath: string
  /** The file or folder on disk that a person gave, to try again; null where there is none. */
  readonly retryPath: string | null
}

/** A file whose bytes are kept, under the name that a person knows it by. */
export interface KeptFile extends OriginalFile {
  readonly fileName: string
  /** Where it lies on the person's disk; null where that means nothing later. */
  readonly sourcePath: string | null
}

/** A parsed article that waits to be stored. */
export interface ParsedArticle extends EntryPlace {
  readonly original: KeptFile
  readonly part: string
  readonly article: ImportedArticle
  readonly parseOptions: Readonly<Record<string, unknown>>
  /** What an export says of it, and the export's file. */
  readonly record: { readonly told: ArticleRecord; readonly file: KeptFile } | null
}

/** What became of a file, once it is on disk. */
export interface Committed {
  readonly outcome: ImportOutcome
  readonly articleId: ArticleId | null
  readonly displayPath: string
}

type Pending =
  | { readonly kind: 'parsed'; readonly parsed: ParsedArticle }
  /** `isPutBack`: the article that the line names is to be taken out of Trash. */
  | { readonly kind: 'entry'; readonly line: WrittenEntry; readonly isPutBack: boolean }

/** Takes results and commits them. */
export interface ImportCommitter {
  /** Takes a parsed article; resolves at once, or when a batch that is full by now is on disk. */
  readonly addParsed: (parsed: ParsedArticle) => Promise<void>
  /** Takes the receipt line of a file that brings no new article; resolves likewise. */
  readonly addEntry: (line: WrittenEntry) => Promise<void>
  /** Takes the receipt line of a file whose article lies in Trash, and takes that article out of it. */
  readonly putBack: (line: WrittenEntry) => Promise<void>
  /** Commits what waits; resolves when everything taken so far is on disk for good. */
  readonly flush: () => Promise<void>
}

/** What the committer needs. */
export interface CommitterDependencies {
  readonly library: Library
  readonly importId: ImportId
  readonly now: () => number
  readonly onCommitted: (committed: readonly Committed[]) => void
}

/** A batch is committed when it has so many files, or so many bytes. One fsync of the database serves a whole batch. */
const batchFiles = 64
const batchBytes = 32 * 1024 * 1024
/** A batch that does not fill is committed after so many milliseconds, so that a slow file keeps no other waiting. */
const batchDelayMs = 150

/** Makes the committer of one import. */
export function createImportCommitter(dependencies: CommitterDependencies): ImportCommitter {
  let waiting: Pending[] = []
  let waitingBytes = 0
  let tail = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    waitingBytes = 0
    if (batch.length > 0) tail = tail.then(() => commitBatch(batch, dependencies))
    return tail
  }
  const add = async (pending: Pending, bytes: number): Promise<void> => {
    waiting.push(pending)
    waitingBytes += bytes
    if (waiting.length >= batchFiles || waitingBytes >= batchBytes) return flush()
    // What fails in a batch fails again for the next one to wait, and at the last flush.
    timer ??= setTimeout(() => void flush().catch(() => undefined), batchDelayMs)
  }
  return {
    addParsed: parsed => add({ kind: 'parsed', parsed }, sumBytes(parsed)),
    addEntry: line => add({ kind: 'entry', line, isPutBack: false }, 0),
    putBack: line => add({ kind: 'entry', line, isPutBack: true }, 0),
    flush: async () => {
      await flush()
      await dependencies.library.originals.syncFolders()
    }
  }
}

async function commitBatch(batch: readonly Pending[], dependencies: CommitterDependencies): Promise<void> {
  const { library, importId, onCommitted } = dependencies
  const parsed = batch.flatMap(pending => (pending.kind === 'parsed' ? [pending.parsed] : []))
  const files = unique(parsed.flatMap(filesToStore))
  let settled: readonly Settled[]
  try {
    settled = await library.withOriginals(async () => {
      const atRisk = library.note(() => {
        library.files.recordPending(importId, unique(parsed.flatMap(filesToNote)))
        return new Set(library.files.listDiscarded().map(file => file.sha256))
      })
      await library.originals.store(files, file => !library.files.isNeeded(file))
      const made = library.transact(() => {
        const lines = batch.map(pending => settle(pending, dependencies))
        library.files.settle(importId, files)
        library.imports.addEntries(importId, lines)
        return lines
      })
      // Another program may have removed a file, which it had not needed, just before this one needed it.
      await library.originals.store(files.filter(file => atRisk.has(file.sha256) && !library.files.isDiscarded(file)))
      return made
    })
  } catch (error) {
    // Nothing of the batch is in the library now. One file's trouble must not be that of all: each is tried by itself, and
    // fails with its reason, and the import goes on. A disk without room has none for any of them.
    const failure = toAppError(error, 'storage_failed')
    if (batch.length > 1 && failure.code !== 'disk_full') {
      for (const pending of batch) await commitBatch([pending], dependencies)
      return
    }
    settled = batch.map(pending => failed(pending, failure))
    library.transact(() => {
      library.files.settle(importId, files)
      library.imports.addEntries(importId, settled)
    })
  }
  announce(settled, library)
  onCommitted(
    settled.map(({ entry }) => ({ outcome: entry.outcome, articleId: entry.articleId, displayPath: entry.path }))
  )
}

type Settled = WrittenEntry & { readonly change: SettledArticle['change'] }

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

/** What waiting for a batch costs; an export's file is held once, however many of its entries wait. */
function sumBytes({ article, original, record }: ParsedArticle): number {
  const ownBytes = original === record?.file ? article.text.length : original.bytes.byteLength
  return article.resources.reduce((sum, resource) => sum + resource.bytes.byteLength, ownBytes)
}

/** Each file once: an export's is that of each of its entries. */
function unique<File extends LedgerFile>(files: readonly File[]): File[] {
  return [...new Map(files.map(file => [file.sha256 + file.extension, file])).values()]
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

/** The receipt line of a file that could not be brought in. */
export function failedEntry(place: EntryPlace, error: AppError): WrittenEntry {
  const entry: ReceiptEntry = {
    position: place.position,
    path: place.displayPath,
    outcome: 'failed',
    articleId: null,
    format: null,
    title: null,
    error: { code: error.code, message: error.message },
    warnings: [],
    canRetry: place.retryPath !== null
  }
  return { entry, retryPath: place.retryPath, changed: null }
}
