// Owns asking while somebody types: one question at a time, the newest next, and no answer to an older one. Knows no question.

/** Asks for what is newest. */
export interface Latest<Input> {
  /** Asks, once nothing newer has come for a moment and the question before is answered. */
  readonly ask: (input: Input) => void
  /** Wants no answer any more. */
  readonly drop: () => void
}

/** How questions are asked. */
export interface LatestOptions<Input, Output> {
  readonly work: (input: Input) => Promise<Output>
  /** Called with the newest question's answer only; null where it failed. */
  readonly onAnswer: (input: Input, output: Output | null) => void
  readonly delayMs: number
}

/** Makes a row of questions of which only the newest counts. */
export function createLatest<Input, Output>({ work, onAnswer, delayMs }: LatestOptions<Input, Output>): Latest<Input> {
  let newest: { readonly input: Input } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isBusy = false

  const start = async (): Promise<void> => {
    timer = undefined
    const mine = newest
    if (isBusy || !mine) return
    isBusy = true
    // A completion that fails is none: the search itself, which is asked at the same time, says what is wrong.
    const output = await work(mine.input).catch(() => null)
    isBusy = false
    if (mine === newest) onAnswer(mine.input, output)
    else if (timer === undefined) void start()
  }
  return {
    ask: input => {
      newest = { input }
      clearTimeout(timer)
      timer = setTimeout(() => void start(), delayMs)
    },
    drop: () => {
      newest = null
      clearTimeout(timer)
      timer = undefined
    }
  }
}
