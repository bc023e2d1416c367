// Owns what an import hands over to be stored: it gathers batches, and has them committed one after the other.
import type { WrittenEntry } from '../../library/imports'
import { commitBatch, storeBatch } from './commitBatch'
import type { CommitterDependencies, ParsedArticle, Pending } from './pendingArticle'

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

/** A batch is committed when it has so many files, or so many bytes. The disk is waited for once a batch. */
const batchFiles = 128
const batchBytes = 32 * 1024 * 1024
/** A batch that does not fill is committed after so many milliseconds, so that a slow file keeps no other waiting. */
const batchDelayMs = 150

/** Makes the committer of one import. */
export function createImportCommitter(dependencies: CommitterDependencies): ImportCommitter {
  let waiting: Pending[] = []
  let waitingBytes = 0
  let tail = Promise.resolve()
  let storing: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    waitingBytes = 0
    if (batch.length === 0) return tail
    // The disk takes the files of one batch while the database takes the one before.
    const stored = storing.then(() => storeBatch(batch, dependencies))
    storing = stored
    tail = tail.then(async () => commitBatch(batch, await stored, dependencies))
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

/** What waiting for a batch costs; an export's file is held once, however many of its entries wait. */
function sumBytes({ article, original, record }: ParsedArticle): number {
  const ownBytes = original === record?.file ? article.text.length : original.bytes.byteLength
  return article.resources.reduce((sum, resource) => sum + resource.bytes.byteLength, ownBytes)
}
