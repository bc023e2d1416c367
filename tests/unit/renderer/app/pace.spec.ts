import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPaced } from '../../../../src/renderer/src/app/pace'

describe('createPaced', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('does nothing that was called off', () => {
    const work = vi.fn<() => void>()
    const paced = createPaced(work, 100)
    paced.ask()
    paced.stop()
    vi.advanceTimersByTime(1_000)
    expect(work).not.toHaveBeenCalled()
  })

  it('answers many asks together, and later ones later', () => {
    const work = vi.fn<() => void>()
    const paced = createPaced(work, 100)
    for (let ask = 0; ask < 50; ask++) {
      paced.ask()
      vi.advanceTimersByTime(10)
    }
    expect(work).toHaveBeenCalledTimes(5)
  })

  it('does at once what cannot wait, and not a second time', () => {
    const work = vi.fn<() => void>()
    const paced = createPaced(work, 100)
    paced.ask()
    paced.askNow()
    vi.advanceTimersByTime(1_000)
    expect(work).toHaveBeenCalledTimes(1)
  })
})
