// Owns when the snapshot is written by itself. Writes nothing.

/** How long nothing must have changed and nobody searched: writing keeps the worker from answering for a moment. */
const quietMs = 5_000
/** After a change the snapshot is written at the latest after this time, whatever happens. */
const latestMs = 60_000

/** Calls for a snapshot at a quiet moment. */
export interface SnapshotTimer {
  /** The index has changed. */
  noteChange(): void
  /** Somebody is searching. */
  noteUse(): void
  /** Forgets a change that has not been written. */
  cancel(): void
}

/** Creates the timer; `write` is called once for any number of changes. */
export function createSnapshotTimer(write: () => void): SnapshotTimer {
  let timer: NodeJS.Timeout | null = null
  let dueAt = 0

  const cancel = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
  }

  const wait = (): void => {
    if (timer) clearTimeout(timer)
    const delayMs = Math.max(0, Math.min(quietMs, dueAt - performance.now()))
    timer = setTimeout(() => {
      timer = null
      write()
    }, delayMs)
    // An unwritten snapshot must not keep the process alive: dispose writes it.
    timer.unref()
  }

  return {
    noteChange: () => {
      if (!timer) dueAt = performance.now() + latestMs
      wait()
    },
    noteUse: () => {
      if (timer) wait()
    },
    cancel
  }
}
