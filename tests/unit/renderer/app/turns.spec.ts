import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../../src/renderer/src/app/turns'

describe('createTurns', () => {
  it('begins a step at once when none is going on', () => {
    const done: string[] = []
    void createTurns().take(() => done.push('first'))
    expect(done).toEqual(['first'])
  })

  it('begins a step only when the one before has ended, even by failing', async () => {
    const turns = createTurns()
    const done: string[] = []
    let fail: () => void = () => undefined
    const first = turns.take(() => new Promise((_resolve, reject) => (fail = () => reject(new Error('slow')))))
    const second = turns.take(() => done.push('second'))
    await Promise.resolve()
    expect(done).toEqual([])
    fail()
    await expect(first).rejects.toThrow('slow')
    await second
    expect(done).toEqual(['second'])
  })

  it('begins at once again when everything has ended', async () => {
    const turns = createTurns()
    await turns.take(async () => undefined)
    await Promise.resolve()
    const done: string[] = []
    void turns.take(() => done.push('later'))
    expect(done).toEqual(['later'])
  })
})
