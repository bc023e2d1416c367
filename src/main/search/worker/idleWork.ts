// Owns work that is done when nobody has asked for anything for a moment. Knows nothing of what it is.
import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long nothing must have been asked. */
const idleMs = 300

/** Work for idle moments. */
export interface IdleWork {
  /** Something is asked for or has changed: what is under way stops, and begins anew in the next idle moment. */
  noteUse(): void
}

/**
 * Creates the work: `listJobs` says what there is to do once it is idle. The jobs, a few milliseconds each, are done one by
 * one, and messages are heard between them.
 */
export function createIdleWork(listJobs: () => ReadonlyArray<() => void>, onError: (error: unknown) => void): IdleWork {
  let timer: NodeJS.Timeout | null = null
  let uses = 0

  const run = async (): Promise<void> => {
    const begun = uses
    for (const job of listJobs()) {
      await nextTurn()
      if (uses !== begun) return
      job()
    }
  }

  return {
    noteUse: () => {
      uses++
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => {
        run().catch(onError)
      }, idleMs)
      // Idle work must not keep a process alive.
      timer.unref()
    }
  }
}
