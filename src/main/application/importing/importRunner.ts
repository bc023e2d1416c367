// Owns the thread of imports as the queue sees it: an import goes in, what becomes of it comes out. Knows no queue.
import { Worker } from 'node:worker_threads'
import type { LibraryChange } from '../../library/changes'
import type { ImportRun, ImportThreadSettings, MessageFromImports, MessageToImports } from './importMessages'
import { endOfProgram } from './importTask'
import type { Committed } from './pendingArticle'

/** What is told of an import that runs. */
export interface ImportRunEvents {
  /** How many files have been found so far, and which of them was begun last. */
  readonly onProgress: (found: number, currentPath: string | null) => void
  readonly onCommitted: (committed: readonly Committed[]) => void
}

/** Runs imports, one at a time, where they keep nobody waiting. */
export interface ImportRunner {
  /** Resolves when the import is on disk; rejects where it ended early, or its thread did. */
  readonly run: (run: ImportRun, signal: AbortSignal, events: ImportRunEvents) => Promise<void>
  /** Ends the thread. Call when nothing runs. */
  readonly dispose: () => Promise<void>
}

/** What the runner needs. */
export interface ImportRunnerDependencies extends ImportThreadSettings {
  /** The bundled `importThread.ts`. */
  readonly workerFile: string
  /** Told of every change that an import makes, after it is on disk. */
  readonly onChange: (change: LibraryChange) => void
  readonly log: (message: string, error?: unknown) => void
}

/** After so many milliseconds without an import the thread ends, and gives its memory back. */
const idleMs = 30_000
/** What an import may fill with objects, in megabytes: many small files leave much behind, which is to be tidied up early. */
const heapMegabytes = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 2_048 }

interface Thread {
  readonly worker: Worker
  readonly ended: Promise<void>
  current: {
    readonly events: ImportRunEvents
    readonly resolve: () => void
    readonly reject: (error: Error) => void
  } | null
}

/** Makes the runner. The thread starts with the first import, and again with the next one should it end. */
export function createImportRunner(dependencies: ImportRunnerDependencies): ImportRunner {
  const { workerFile, folder, parserFile, onChange, log } = dependencies
  let thread: Thread | null = null
  let idle: NodeJS.Timeout | undefined

  const start = (): Thread => {
    const worker = new Worker(workerFile, {
      workerData: { folder, parserFile } satisfies ImportThreadSettings,
      resourceLimits: heapMegabytes
    })
    let failure = new Error('The thread of imports has ended')
    const started: Thread = { worker, ended: new Promise(resolve => worker.on('exit', () => resolve())), current: null }
    worker.on('message', (message: MessageFromImports) => hear(started, message))
    worker.on('error', error => {
      failure = error instanceof Error ? error : new Error(String(error))
    })
    worker.on('exit', () => {
      if (thread === started) thread = null
      started.current?.reject(failure)
    })
    return started
  }

  const hear = (from: Thread, message: MessageFromImports): void => {
    if (message.kind === 'changed') onChange(message.change)
    else if (message.kind === 'log') log(message.message, message.detail ?? undefined)
    else if (message.kind === 'committed') from.current?.events.onCommitted(message.committed)
    else if (message.kind === 'progressed') from.current?.events.onProgress(message.found, message.currentPath)
    else if (message.failure === null) from.current?.resolve()
    else from.current?.reject(new Error(message.failure))
  }

  const send = (to: Thread, message: MessageToImports): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    to.worker.postMessage(message)
  }

  const close = async (): Promise<void> => {
    clearTimeout(idle)
    const closing = thread
    thread = null
    if (!closing) return
    closing.worker.ref()
    send(closing, { kind: 'close' })
    await closing.ended
  }

  return {
    run: async (run, signal, events) => {
      clearTimeout(idle)
      const running = (thread ??= start())
      running.worker.ref()
      const abort = (): void => send(running, { kind: 'abort', isEndOfProgram: signal.reason === endOfProgram })
      try {
        await new Promise<void>((resolve, reject) => {
          running.current = { events, resolve, reject }
          send(running, { kind: 'run', run })
          if (signal.aborted) abort()
          else signal.addEventListener('abort', abort, { once: true })
        })
      } finally {
        signal.removeEventListener('abort', abort)
        running.current = null
        // An idle thread keeps no program alive.
        running.worker.unref()
        idle = setTimeout(() => void close(), idleMs)
        idle.unref()
      }
    },
    dispose: close
  }
}
