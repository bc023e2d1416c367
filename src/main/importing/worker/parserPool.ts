// Owns the queue of files in front of the parser threads. Parses nothing and reads no file.
import { availableParallelism } from 'node:os'
import { AppError } from '@shared/errors'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ParseRequest } from '../importer'
import { defaultLimits, type ImportLimits } from '../limits'
import { startParserThread, type ParseJob, type ParserThread } from './parserThread'

/** Parses files in worker threads. */
export interface ParserPool {
  /**
   * Parses one file; `request.bytes` stay the caller's. Rejects with AppError: what the importer throws, or
   * `parse_timeout`, `parse_out_of_memory`, `parse_failed` for a file that ends its thread, or `import_cancelled`.
   */
  readonly parse: (request: ParseRequest, options?: { readonly signal?: AbortSignal }) => Promise<ImportedArticle>
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

const isSmall = (job: ParseJob): boolean => job.request.bytes.length <= smallBytes

function hasRoom(thread: ParserThread, job: ParseJob): boolean {
  if (thread.jobs.length === 0) return true
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

  return {
    parse: (request, { signal } = {}) =>
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
          request,
          resolve: article => {
            signal?.removeEventListener('abort', abort)
            resolve(article)
          },
          reject: error => {
            signal?.removeEventListener('abort', abort)
            reject(error)
          }
        }
        signal?.addEventListener('abort', abort, { once: true })
        queue.push(job)
        pump()
      }),
    dispose: async () => {
      isDisposed = true
      const waiting = [...queue.splice(0), ...[...threads].flatMap(thread => [...thread.jobs])]
      for (const job of waiting) job.reject(cancelled())
      await Promise.all([...threads].map(thread => thread.dispose()))
      threads.clear()
    }
  }
}
