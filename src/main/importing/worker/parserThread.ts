// Owns one worker thread and what is in work there: its clock, its crash, its answers. Knows no queue.
import { Worker } from 'node:worker_threads'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../limits'
import type { ExportRecord } from '../exports/exportRecord'
import type { RecordsAhead, RecordsTaken, WorkerAnswer, WorkerMessage, WorkerResult, WorkerTask } from './messages'

/** A file in the queue or in work. */
export interface ParseJob {
  readonly id: number
  readonly task: WorkerTask
  readonly resolve: (result: WorkerResult) => void
  readonly reject: (error: AppError) => void
}

/** What a thread tells its pool. */
export interface ThreadEvents {
  /** A file has been answered: there is room for another. */
  readonly onRoom: () => void
  /** The thread has ended; `unharmed` are files that it had been given and that another must parse. */
  readonly onEnded: (thread: ParserThread, unharmed: readonly ParseJob[]) => void
  readonly log: (message: string) => void
}

/** A worker thread that parses files. */
export interface ParserThread {
  /** The files in work, the first of which is being parsed. */
  readonly jobs: readonly ParseJob[]
  readonly start: (job: ParseJob) => void
  readonly dispose: () => Promise<void>
}

function outOfMemory(cause: unknown): AppError {
  return new AppError('parse_out_of_memory', 'Parsing the file took more memory than is allowed for one file', {
    cause
  })
}

function describeCrash(error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? outOfMemory(error)
    : new AppError('parse_failed', 'Parsing the file ended in an unexpected error', { cause: error })
}

/** How often a thread's memory is looked at, in milliseconds: it can grow by some hundred megabytes in between. */
const memoryCheckMs = 250
/** What a thread may fill with new objects before it tidies up: V8's own choice takes 80 MB more and is no faster. */
const youngMegabytes = 24
const bytesOfMegabyte = 1024 * 1024

/** All memory of a thread, with the buffers that lie beside its heap and that `resourceLimits` do not count. */
async function memoryOf(worker: Worker): Promise<number> {
  // Node 22.16 and 24 have it; before them, the limit of the heap stands alone.
  if (typeof worker.getHeapStatistics !== 'function') return 0
  const { used_heap_size: heap, external_memory: external } = await worker.getHeapStatistics()
  return heap + external
}

/** The message of a job and the buffers that travel with it: copies, since a crash must not take along what is to be stored. */
function messageOf({ id, task }: ParseJob): { readonly message: WorkerMessage; readonly buffers: ArrayBuffer[] } {
  if (task.kind === 'readTexts') return { message: { id, ...task }, buffers: [] }
  const bytes = new Uint8Array(task.request.bytes)
  const message: WorkerMessage =
    task.kind === 'parse'
      ? { id, kind: task.kind, request: { ...task.request, bytes } }
      : { id, kind: task.kind, request: { ...task.request, bytes } }
  return { message, buffers: [bytes.buffer] }
}

/** An answer with the entries of an export that were sent ahead of it. */
function withRecords(result: WorkerResult, records: readonly ExportRecord[]): WorkerResult {
  if (result.kind !== 'parsed' || result.parsed.kind !== 'export') return result
  return { kind: 'parsed', parsed: { kind: 'export', export: { ...result.parsed.export, records } } }
}

/** Starts a thread. Its first job's clock starts once the thread runs, so that its start is no part of the time. */
export function startParserThread(workerFile: string | URL, limits: ImportLimits, events: ThreadEvents): ParserThread {
  const worker = new Worker(workerFile, {
    workerData: limits,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    stdout: false,
    stderr: false
  })
  // An idle thread keeps no program alive.
  worker.unref()
  const jobs: ParseJob[] = []
  let clock: NodeJS.Timeout | undefined
  let memoryCheck: NodeJS.Timeout | undefined
  let isOnline = false
  let crash: unknown = null
  let hasEnded = false
  let ahead: ExportRecord[] = []

  const startClock = (): void => {
    clearTimeout(clock)
    clock = undefined
    if (isOnline && jobs.length > 0) clock = setTimeout(timeOut, limits.parseTimeMs)
  }
  const end = (failure: AppError): void => {
    if (hasEnded) return
    hasEnded = true
    clearTimeout(clock)
    clearInterval(memoryCheck)
    const [guilty, ...unharmed] = jobs.splice(0)
    if (guilty) {
      events.log(`Parsing ${guilty.task.request.fileName} ended its thread: ${failure.code}`)
      guilty.reject(failure)
    }
    events.onEnded(thread, unharmed)
  }
  const timeOut = (): void => {
    const seconds = Math.round(limits.parseTimeMs / 1_000)
    end(new AppError('parse_timeout', `Parsing the file took longer than ${seconds} seconds`))
    void worker.terminate()
  }
  const checkMemory = async (): Promise<void> => {
    const bytes = await memoryOf(worker)
    if (hasEnded || bytes <= limits.memoryMegabytes * bytesOfMegabyte) return
    end(outOfMemory(null))
    void worker.terminate()
  }
  const watchMemory = (): void => {
    if (jobs.length === 0) {
      clearInterval(memoryCheck)
      memoryCheck = undefined
    }
    // A thread that has just ended has no memory to ask for.
    else memoryCheck ??= setInterval(() => void checkMemory().catch(() => undefined), memoryCheckMs)
  }
  const receive = (message: WorkerAnswer | RecordsAhead): void => {
    if (message.kind === 'records') {
      ahead.push(...message.records)
      // Whoever else waits for this thread comes before the next ones.
      setImmediate(() => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        if (!hasEnded) worker.postMessage({ kind: 'recordsTaken' } satisfies RecordsTaken)
      })
      return
    }
    const records = ahead
    ahead = []
    const job = jobs.shift()
    if (hasEnded || job?.id !== message.id) return
    if (message.kind === 'failed') job.reject(new AppError(message.code, message.message))
    else job.resolve(withRecords(message, records))
    startClock()
    watchMemory()
    if (jobs.length === 0) worker.unref()
    events.onRoom()
  }

  worker.on('online', () => {
    isOnline = true
    startClock()
  })
  worker.on('message', receive)
  // An error can overtake the answers that were given before it; the exit comes behind them all.
  worker.on('error', error => {
    crash = error
  })
  worker.on('exit', () => end(describeCrash(crash)))

  const thread: ParserThread = {
    jobs,
    start: job => {
      worker.ref()
      jobs.push(job)
      const { message, buffers } = messageOf(job)
      worker.postMessage(message, buffers)
      if (jobs.length === 1) startClock()
      watchMemory()
    },
    dispose: async () => {
      hasEnded = true
      clearTimeout(clock)
      clearInterval(memoryCheck)
      await worker.terminate()
    }
  }
  return thread
}
