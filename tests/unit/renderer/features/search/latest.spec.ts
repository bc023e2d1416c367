import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLatest } from '../../../../../src/renderer/src/features/search/latest'

const delayMs = 60
const workMs = 100

/** Asks whoever takes `workMs` for an answer; `fails` never has one. */
function start() {
  const asked: string[] = []
  const answers: (readonly [string, string | null])[] = []
  const latest = createLatest({
    work: async (input: string) => {
      asked.push(input)
      await new Promise(resolve => setTimeout(resolve, workMs))
      if (input === 'fails') throw new Error('no answer')
      return input.toUpperCase()
    },
    onAnswer: (input, output) => answers.push([input, output]),
    delayMs
  })
  return { latest, asked, answers }
}

describe('createLatest', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('answers a failure with null and goes on', async () => {
    const { latest, answers } = start()
    latest.ask('fails')
    await vi.advanceTimersByTimeAsync(1_000)
    latest.ask('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(answers).toEqual([
      ['fails', null],
      ['a', 'A']
    ])
  })

  it('drops an answer that nobody wants any more', async () => {
    const { latest, answers } = start()
    latest.ask('a')
    await vi.advanceTimersByTimeAsync(delayMs + 10)
    latest.drop()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(answers).toEqual([])
  })

  it('asks once for letters typed in one breath', async () => {
    const { latest, asked } = start()
    for (const input of ['a', 'ab', 'abc']) {
      latest.ask(input)
      await vi.advanceTimersByTimeAsync(20)
    }
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toEqual(['abc'])
  })

  it('asks one question at a time and passes on the newest answer only', async () => {
    const { latest, asked, answers } = start()
    latest.ask('a')
    await vi.advanceTimersByTimeAsync(delayMs + 10)
    latest.ask('ab')
    await vi.advanceTimersByTimeAsync(delayMs + 10)
    latest.ask('abc')
    await vi.advanceTimersByTimeAsync(1_000)
    expect({ asked, answers }).toEqual({ asked: ['a', 'abc'], answers: [['abc', 'ABC']] })
  })
})
