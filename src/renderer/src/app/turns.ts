// Owns the order of steps that build on each other, such as choosing rows and acting on what is chosen. Knows no step.

/** Takes steps in turn. */
export interface Turns {
  /** Begins a step at once where none is going on, else after it, whether that one failed or not. */
  readonly take: <Result>(step: () => Result | Promise<Result>) => Promise<Result>
}

/** Makes a row of turns. */
export function createTurns(): Turns {
  let last: Promise<unknown> | null = null
  return {
    take: step => {
      const begun = last ? last.then(step, step) : startNow(step)
      last = begun
      const forget = (): void => {
        if (last === begun) last = null
      }
      begun.then(forget, forget)
      return begun
    }
  }
}

async function startNow<Result>(step: () => Result | Promise<Result>): Promise<Result> {
  return step()
}
