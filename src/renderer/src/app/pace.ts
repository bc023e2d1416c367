// Owns how often something is done that is asked for more often than it is worth doing. Knows nothing of what it is.

/** Something that is done at most once in a while. */
export interface Paced {
  /** Asks for it: done once, some time after the first of the asks. */
  readonly ask: () => void
  /** Does it at once, in place of what was asked for. */
  readonly askNow: () => void
  /** Forgets what was asked for. */
  readonly stop: () => void
}

/** Makes `work` wait `delayMs` for more asks, which it answers together. */
export function createPaced(work: () => void, delayMs: number): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const askNow = (): void => {
    stop()
    work()
  }
  return {
    ask: () => {
      timer ??= setTimeout(askNow, delayMs)
    },
    askNow,
    stop
  }
}
