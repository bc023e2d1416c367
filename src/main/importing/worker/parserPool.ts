// Owns the queue of files in front of the parser threads. Parses nothing and reads no file.
import { availableParallelism } from 'node:os'
import { AppError } from '@shared/errors'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { UnpackedArchive } from '../archive/unpackZip'
import type { ParseRequest } from '../importer'
import { defaultLimits, type ImportLimits } from '../limits'
import type { ParsedFile } from '../pipeline'
import type { ReadText, UnpackRequest, WorkerResult, WorkerTask } from './messages'
import { startParserThread, type ParseJob, type ParserThread } from './parserThread'

/** What every task of a pool can be given. */
export interface TaskOptions {
  readonly signal?: AbortSignal
}

/** Parses files in worker threads. */
export interface ParserPool {
  /**
   * Parses one file; `request.bytes` stay the caller's. Rejects with AppError: what the importer throws, or
   * `parse_timeout`, `parse_out_of_memory`, `parse_failed` for a file that ends its thread, or `import_cancelled`.
   */
  readonly parseFile: (request: ParseRequest, options?: TaskOptions) => Promise<ParsedFile>
  /** As `parseFile`, for a file that is one article. Rejects with `file_unsupported` for any other. */
  readonly parse: (request: ParseRequest, options?: TaskOptions) => Promise<ImportedArticle>
  /**
   * Unpacks an archive below a folder, under the limits of time and memory that hold for a file. Rejects with what
   * `unpackZip` throws and with what `parseFile` rejects with; whatever was written stays for the caller to remove.
   */
  readonly unpack: (request: UnpackRequest, options?: TaskOptions) => Promise<UnpackedArchive>
  /**
   * Reads and parses small files of text in one go, which costs a fraction of doing so one by one. Gives null for each that
   * must be asked for by itself. Rejects as `parseFile` does, with nothing said of which file it was.
   */
  readonly readTexts: (paths: readonly string[], options?: TaskOptions) => Promise<readonly (ReadText | null)[]>
  /** Ends the threads; what is queued or in work rejects with `import_cancelled`. */
  readonly dispose: () => Promise<void>
}

/** What a pool is made of. */
export interface ParserPoolOptions {
  /** The bundled `worker/importWorker.ts`. */
  readonly workerFile: string | URL
  /** Number of threads; as many as the machine has cores to spare, at most 4, unless given. */
  readonly size?: number
  readonly limits?: Partial<ImportLimits>
  readonly log?: (message: string) => void
}

/** So many small files are given to one thread at a time, so that it never waits for the next message. */
const pipelined = 16
/** A file above this many bytes is alone in its thread. */
const smallBytes = 256 * 1024

const isSmall = ({ task }: ParseJob): boolean => task.kind !== 'readTexts' && task.request.bytes.length <= smallBytes

function hasRoom(thread: ParserThread, job: ParseJob): boolean {
  if (thread.jobs.length === 0) return true
  // The next texts lie ready while these are read.
  if (job.task.kind === 'readTexts') return thread.jobs.length < 2
  return isSmall(job) && thread.jobs.length < pipelined && thread.jobs.every(isSmall)
}

function cancelled(): AppError {
  return new AppError('import_cancelled', 'The import was cancelled')
}

/** Makes a pool. Threads start with the first files; one that ends is replaced when there is work. */
export function createParserPool(options: ParserPoolOptions): ParserPool {
  const limits = { ...defaultLimits, ...options.limits }
  const size = options.size ?? Math.max(1, Math.min(4, availableParallelism() - 1))
  const threads = new Set<ParserThread>()
  const queue: ParseJob[] = []
  let lastId = 0
  let isDisposed = false

  const startThread = (): ParserThread => {
    const thread = startParserThread(options.workerFile, limits, {
      onRoom: pump,
      onEnded: (ended, unharmed) => {
        threads.delete(ended)
        queue.unshift(...unharmed)
        pump()
      },
      log: options.log ?? (() => undefined)
    })
    threads.add(thread)
    return thread
  }
  const findThread = (job: ParseJob): ParserThread | undefined => {
    const idle = [...threads].find(thread => thread.jobs.length === 0)
    if (idle) return idle
    if (threads.size < size) return startThread()
    const open = [...threads].filter(thread => hasRoom(thread, job))
    return open.toSorted((one, other) => one.jobs.length - other.jobs.length)[0]
  }
  const pump = (): void => {
    if (isDisposed) return
    while (queue[0]) {
      const thread = findThread(queue[0])
      const job = thread && queue.shift()
      if (!job) return
      thread.start(job)
    }
  }

  const run = (task: WorkerTask, { signal }: TaskOptions): Promise<WorkerResult> =>
    new Promise((resolve, reject) => {
      if (isDisposed || signal?.aborted) {
        reject(cancelled())
        return
      }
      // A file in work is left to its thread, whose clock runs; only its result is no longer waited for.
      const abort = (): void => {
        const index = queue.indexOf(job)
        if (index >= 0) queue.splice(index, 1)
        reject(cancelled())
      }
      const job: ParseJob = {
        id: ++lastId,
        task,
        resolve: result => {
          signal?.removeEventListener('abort', abort)
          resolve(result)
        },
        reject: error => {
          signal?.removeEventListener('abort', abort)
          reject(error)
        }
      }
      signal?.addEventListener('abort', abort, { once: true })
      queue.push(job)
      pump()
    })
  const parseFile: ParserPool['parseFile'] = async (request, taskOptions = {}) => {
    const result = await run({ kind: 'parse', request }, taskOptions)
    if (result.kind !== 'parsed') throw new Error(`A worker answered "parse" with "${result.kind}"`)
    return result.parsed
  }

  return {
    parseFile,
    parse: async (request, taskOptions = {}) => {
      const parsed = await parseFile(request, taskOptions)
      const only = parsed.kind === 'articles' ? parsed.articles[0] : undefined
      if (!only) throw new AppError('file_unsupported', 'The file is not one article')
      return only.article
    },
    unpack: async (request, taskOptions = {}) => {
      const result = await run({ kind: 'unpack', request }, taskOptions)
      if (result.kind !== 'unpacked') throw new Error(`A worker answered "unpack" with "${result.kind}"`)
      return result.unpacked
    },
    readTexts: async (paths, taskOptions = {}) => {
      const result = await run(
        { kind: 'readTexts', request: { fileName: `${paths.length} files`, paths } },
        taskOptions
      )
      if (result.kind !== 'textsRead') throw new Error(`A worker answered "readTexts" with "${result.kind}"`)
      return result.texts
    },
    dispose: async () => {
      isDisposed = true
      const waiting = [...queue.splice(0), ...[...threads].flatMap(thread => [...thread.jobs])]
      for (const job of waiting) job.reject(cancelled())
      await Promise.all([...threads].map(thread => thread.dispose()))
      threads.clear()
    }
  }
}
