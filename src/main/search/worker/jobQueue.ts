// Owns the order in which the worker takes up its calls. Knows nothing of what they do.

/** Takes jobs and runs them one after the other, letting messages arrive between them. */
export interface JobQueue {
  /**
   * `urgent` jobs go before all others that wait, the newest of them first; the others run in the order of their coming.
   */
  add(job: () => void, urgency: 'urgent' | 'ordered'): void
}

/**
 * Creates an empty queue. A person who types asks faster than a large library answers: the newest question is answered
 * first and the older ones after it, so that none is lost and none delays the one that counts.
 */
export function createJobQueue(yieldThen: (next: () => void) => void = setImmediate): JobQueue {
  const urgent: Array<() => void> = []
  const ordered: Array<() => void> = []
  let isRunning = false

  const runNext = (): void => {
    const job = urgent.pop() ?? ordered.shift()
    if (!job) {
      isRunning = false
      return
    }
    yieldThen(runNext)
    job()
  }

  return {
    add: (job, urgency) => {
      if (isRunning) {
        ;(urgency === 'urgent' ? urgent : ordered).push(job)
        return
      }
      // What finds nothing under way is begun with, so that a question sees the change that came right before it.
      isRunning = true
      yieldThen(() => {
        yieldThen(runNext)
        job()
      })
    }
  }
}
