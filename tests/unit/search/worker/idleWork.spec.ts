import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { createIdleWork } from '../../../../src/main/search/worker/idleWork'

it('idle work is done after the last use, and stops when there is another', async () => {
  const done: string[] = []
  const finished = new Promise<void>(resolve => {
    let rounds = 0
    const work = createIdleWork(
      () => {
        rounds++
        const stop = (): void => work.noteUse()
        return rounds === 1
          ? [() => done.push('first'), stop, () => done.push('never')]
          : [() => done.push('again'), resolve]
      },
      error => done.push(String(error))
    )
    work.noteUse()
    work.noteUse()
  })
  // The timer itself does not keep the process alive.
  const alive = setInterval(() => undefined, 50)
  await finished
  clearInterval(alive)
  expect(done).toEqual(['first', 'again'])
})

it('an error of idle work is reported', async () => {
  const onError = vi.fn<(error: unknown) => void>()
  createIdleWork(() => [fail], onError).noteUse()
  for (let round = 0; round < 100 && onError.mock.calls.length === 0; round++) await delay(20)
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('broken'))
})

function fail(): void {
  throw new Error('broken')
}
