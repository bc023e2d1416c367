// Owns the last step of an import: originals to disk, then articles and receipt lines in one transaction, in batches.
import { toAppError, type AppError } from '@shared/errors'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ImportOutcome, ReceiptEntry } from '@shared/model/importing'
import type { PendingFile } from '../../library/fileLedger'
import type { Library } from '../../library/library'
import { originalExtension, type OriginalFile } from '../../library/originals'

/** A parsed file that waits to be stored. */
export interface ParsedFile {
  readonly position: number
  readonly displayPath: string
  readonly fileName: string
  readonly sourcePath: string | null
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly article: ImportedArticle
}

/** What became of a file, once it is on disk. */
export interface Committed {
  readonly outcome: ImportOutcome
  readonly articleId: ArticleId | null
  readonly displayPath: string
}

type Pending =
  | { readonly kind: 'parsed'; readonly file: ParsedFile }
  /** `isPutBack`: the article that the line names is to be taken out of Trash. */
  | { readonly kind: 'entry'; readonly entry: ReceiptEntry; readonly isPutBack: boolean }

/** Takes results and commits them. */
export interface ImportCommitter {
  /** Takes a parsed file; resolves at once, or when a batch that is full by now is on disk. */
  readonly addParsed: (file: ParsedFile) => Promise<void>
  /** Takes the receipt line of a file that brings no new article; resolves likewise. */
  readonly addEntry: (entry: ReceiptEntry) => Promise<void>
  /** Takes the receipt line of a file whose article lies in Trash, and takes that article out of it. */
  readonly putBack: (entry: ReceiptEntry) => Promise<void>
  /** Commits what waits; resolves when everything taken so far is on disk. */
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
const batchFiles = 50
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
    addParsed: file => add({ kind: 'parsed', file }, sumBytes(file)),
    addEntry: entry => add({ kind: 'entry', entry, isPutBack: false }, 0),
    putBack: entry => add({ kind: 'entry', entry, isPutBack: true }, 0),
    flush
  }
}

async function commitBatch(batch: readonly Pending[], dependencies: CommitterDependencies): Promise<void> {
  const { library, importId, now, onCommitted } = dependencies
  const parsed = batch.flatMap(pending => (pending.kind === 'parsed' ? [pending.file] : []))
  const files = parsed.flatMap(filesToStore)
  const putBack = batch.flatMap(pending =>
    pending.kind === 'entry' && pending.isPutBack && pending.entry.articleId ? [pending.entry.articleId] : []
  )
  let entries: ReceiptEntry[]
  try {
    entries = await library.withOriginals(async () => {
      library.transact(() => library.files.recordPending(importId, parsed.flatMap(filesToNote)))
      await library.originals.store(files)
      const made = library.transact(() => {
        const lines = batch.map(pending =>
          pending.kind === 'parsed' ? insertFile(pending.file, dependencies) : pending.entry
        )
        for (const articleId of putBack) library.articles.putBack(articleId, now())
        library.files.settle(importId, files)
        library.imports.addEntries(importId, lines)
        return lines
      })
      // Another program may have removed a file, which it had not needed, just before this one needed it.
      await library.originals.store(files.filter(file => !library.files.isDiscarded(file)))
      return made
    })
  } catch (error) {
    // Nothing of the batch is in the library now; its files fail with the reason, and the import goes on.
    const failure = toAppError(error, 'storage_failed')
    entries = batch.map(pending =>
      pending.kind === 'parsed' || pending.isPutBack ? failedEntry(lineOf(pending), failure) : pending.entry
    )
    library.transact(() => {
      library.files.settle(importId, files)
      library.imports.addEntries(importId, entries)
    })
  }
  const articleIds = entries.flatMap(entry =>
    entry.outcome === 'imported' && entry.articleId ? [entry.articleId] : []
  )
  if (articleIds.length > 0) library.changes.announce({ reason: 'imported', articleIds })
  if (putBack.length > 0) library.changes.announce({ reason: 'trashed', articleIds: putBack })
  onCommitted(entries.map(entry => ({ outcome: entry.outcome, articleId: entry.articleId, displayPath: entry.path })))
}

function lineOf(pending: Pending): { readonly position: number; readonly displayPath: string } {
  if (pending.kind === 'parsed') return pending.file
  return { position: pending.entry.position, displayPath: pending.entry.path }
}

function sumBytes(file: ParsedFile): number {
  return file.article.resources.reduce((sum, resource) => sum + resource.bytes.byteLength, file.bytes.byteLength)
}

/** What is noted of the files of an article before they are written; only its original has a name. */
function filesToNote(file: ParsedFile): PendingFile[] {
  return filesToStore(file).map(({ sha256, extension }, index) => ({
    sha256,
    extension,
    fileName: index === 0 ? file.fileName : null,
    sourcePath: index === 0 ? file.sourcePath : null
  }))
}

function filesToStore(file: ParsedFile): OriginalFile[] {
  return [
    { sha256: file.sha256, extension: originalExtension(file.fileName), bytes: file.bytes },
    ...file.article.resources.map(resource => ({
      sha256: resource.sha256,
      extension: resourceExtension(resource.mediaType),
      bytes: resource.bytes
    }))
  ]
}

function insertFile(file: ParsedFile, { library, importId, now }: CommitterDependencies): ReceiptEntry {
  // The same bytes may have come in twice in one batch, or through another program since they were looked for.
  const known = library.articles.findByOriginal(file.sha256)
  if (known) return duplicateEntry(file, known.articleId, known.title, known.format)
  const [original, ...resources] = filesToStore(file).map(stored => ({
    sha256: stored.sha256,
    extension: stored.extension,
    sizeBytes: stored.bytes.byteLength
  }))
  if (!original) throw new Error('A parsed file has an original')
  const { article: parsed, fileName, sourcePath } = file
  const articleId = library.articles.insert({ parsed, original, resources, fileName, sourcePath, importId, now: now() })
  return {
    position: file.position,
    path: file.displayPath,
    outcome: 'imported',
    articleId,
    format: parsed.format,
    title: parsed.title,
    error: null,
    warnings: [...parsed.warnings]
  }
}

/** The receipt line of a file whose bytes are in the library already. */
export function duplicateEntry(
  file: { readonly position: number; readonly displayPath: string },
  articleId: ArticleId,
  title: string,
  format: ImportedArticle['format'],
  warnings: ReceiptEntry['warnings'] = []
): ReceiptEntry {
  return {
    position: file.position,
    path: file.displayPath,
    outcome: 'duplicate',
    articleId,
    format,
    title,
    error: null,
    warnings
  }
}

/** The receipt line of a file that could not be brought in. */
export function failedEntry(
  file: { readonly position: number; readonly displayPath: string },
  error: AppError
): ReceiptEntry {
  return {
    position: file.position,
    path: file.displayPath,
    outcome: 'failed',
    articleId: null,
    format: null,
    title: null,
    error: { code: error.code, message: error.message },
    warnings: []
  }
}

function resourceExtension(mediaType: string): string {
  const subtype = /^image\/([a-z0-9]{1,10})$/.exec(mediaType)?.[1] ?? 'bin'
  return subtype === 'jpeg' ? '.jpg' : `.${subtype}`
}
