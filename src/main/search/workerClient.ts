// Owns one worker thread of search: its calls, their answers and its end. Decides nothing about restarts.
import { Worker } from 'node:worker_threads'
import { AppError } from '@shared/errors'
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { MessageFromWorker, MessageToWorker, WorkerCallName, WorkerCalls, WorkerSettings } from './protocol'

/** The heap that a worker may fill before it ends with an error instead of taking the application with it. */
const maxHeapMegabytes = 3_072
/** What it may fill with new objects before it tidies up: V8's own choice takes 80 MB more and is no faster. */
const youngMegabytes = 24

/** What the client needs. */
export interface WorkerClientDependencies {
  readonly workerFile: string | URL
  readonly folder: string
  /** Reads the articles that the worker asks for. */
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
  readonly log: (message: string) => void
  /** Told once, when the thread has ended without `stop`; every pending call has been rejected by then. */
  readonly onDeath: (reason: string) => void
}

/** A running worker. */
export interface WorkerClient {
  /** Calls the worker. Rejects with AppError: `internal` where the call failed, `not_available` where the thread ended. */
  call<Name extends WorkerCallName>(name: Name, input: WorkerCalls[Name]['input']): Promise<WorkerCalls[Name]['output']>
  /** Ends the thread at once; pending calls are rejected. */
  stop(): Promise<void>
}

interface PendingCall {
  readonly resolve: (output: unknown) => void
  readonly reject: (error: AppError) => void
}

/** Starts a worker thread. */
export function startWorker(dependencies: WorkerClientDependencies): WorkerClient {
  const { workerFile, folder, loadDocuments, log, onDeath } = dependencies
  const pending = new Map<number, PendingCall>()
  let lastCall = 0
  let isEnded = false
  let isStopping = false
  let failure = 'it ended by itself'

  const worker = new Worker(workerFile, {
    workerData: { folder } satisfies WorkerSettings,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes, maxYoungGenerationSizeMb: youngMegabytes }
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const send = (message: MessageToWorker): void => worker.postMessage(message)

  // An exception in a message's handler would end the application; an answer without these articles' texts does not.
  const readSafely = (ids: readonly ArticleId[]): readonly SearchDocument[] => {
    try {
      return loadDocuments(ids)
    } catch (error) {
      log(`Articles could not be read for search: ${String(error)}`)
      return []
    }
  }

  worker.on('message', (message: MessageFromWorker) => {
    if (message.kind === 'loadDocuments') {
      send({ kind: 'documents', id: message.id, documents: isStopping ? [] : readSafely(message.ids) })
      return
    }
    if (message.kind === 'log') {
      log(message.message)
      return
    }
    const call = pending.get(message.id)
    pending.delete(message.id)
    if (message.kind === 'answer') call?.resolve(message.output)
    else call?.reject(new AppError('internal', `The search index failed: ${message.message}`))
  })
  worker.on('error', error => {
    failure = error instanceof Error ? error.message : String(error)
  })
  worker.on('exit', code => {
    isEnded = true
    for (const { reject } of pending.values()) reject(stoppedError())
    pending.clear()
    if (!isStopping) onDeath(`${failure} (exit code ${code})`)
  })

  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (isEnded) {
          reject(stoppedError())
          return
        }
        const id = ++lastCall
        pending.set(id, { resolve: resolve as (output: unknown) => void, reject })
        send({ kind: 'call', id, name, input })
      }),
    stop: async () => {
      isStopping = true
      await worker.terminate()
    }
  }
}

function stoppedError(): AppError {
  return new AppError('not_available', 'The search index has stopped. Search again in a moment')
}
