// Owns a library's way to the disk: on this thread, or on one of its own, which keeps nobody waiting. Decides nothing.
import { Worker } from 'node:worker_threads'
import { diskWork, type DiskWorkName } from './diskWork'

/** A way to the disk. Each call rejects with the system's error, which has a `code`. */
export type Disk = {
  readonly [Name in DiskWorkName]: (argument: Parameters<(typeof diskWork)[Name]>[0]) => Promise<void>
} & {
  /** Ends the thread, if there is one; what is in work rejects. */
  readonly dispose: () => void
}

/** What the thread is asked. */
export interface DiskRequest {
  readonly id: number
  readonly name: DiskWorkName
  readonly argument: unknown
}

/** What the thread answers; `error` is null where all is well. */
export interface DiskAnswer {
  readonly id: number
  readonly error: { readonly message: string; readonly code: string | null } | null
}

/** Does the work on the thread of whoever asks. */
export function createPlainDisk(): Disk {
  return {
    // What throws is to reject, as it does on a thread.
    writeFiles: async files => diskWork.writeFiles(files),
    syncFolders: async folders => diskWork.syncFolders(folders),
    syncDatabase: async file => diskWork.syncDatabase(file),
    checkpoint: async file => diskWork.checkpoint(file),
    dispose: () => undefined
  }
}

interface Waiting {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/**
 * Does the work on a thread. It starts with the first call, and again with
 * the next one should it end.
 * @param workerFile The bundled `diskWorker.ts`.
 */
export function createDiskThread(workerFile: string | URL): Disk {
  let current: { readonly worker: Worker; readonly waiting: Map<number, Waiting> } | null = null
  let lastId = 0

  const start = (): NonNullable<typeof current> => {
    const worker = new Worker(workerFile)
    const waiting = new Map<number, Waiting>()
    const thread = { worker, waiting }
    let failure = new Error('The thread that writes to the disk has ended')
    worker.on('message', ({ id, error }: DiskAnswer) => {
      const call = waiting.get(id)
      waiting.delete(id)
      // An idle thread keeps no program alive.
      if (waiting.size === 0) worker.unref()
      if (error) call?.reject(Object.assign(new Error(error.message), { code: error.code }))
      else call?.resolve()
    })
    worker.on('error', error => {
      failure = error instanceof Error ? error : new Error(String(error))
    })
    worker.on('exit', () => {
      if (current === thread) current = null
      for (const { reject } of waiting.values()) reject(failure)
      waiting.clear()
    })
    return thread
  }

  const ask = (name: DiskWorkName, argument: unknown): Promise<void> =>
    new Promise((resolve, reject) => {
      const { worker, waiting } = (current ??= start())
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ id, name, argument } satisfies DiskRequest)
    })

  return {
    writeFiles: files => ask('writeFiles', files),
    syncFolders: folders => ask('syncFolders', folders),
    syncDatabase: file => ask('syncDatabase', file),
    checkpoint: file => ask('checkpoint', file),
    dispose: () => {
      void current?.worker.terminate()
      current = null
    }
  }
}
