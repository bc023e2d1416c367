import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSnapshotTimer, type SnapshotTimer } from '../../../src/main/search/snapshotTimer'

let written = 0
let timer: SnapshotTimer

beforeEach(() => {
  vi.useFakeTimers()
  written = 0
  timer = createSnapshotTimer(() => written++)
})
afterEach(() => {
  vi.useRealTimers()
})

it('nothing is written where nothing has changed', () => {
  timer.noteUse()
  vi.advanceTimersByTime(120_000)
  expect(written).toBe(0)
})

it('many changes are written once, when it has become quiet', () => {
  for (let change = 0; change < 10; change++) {
    timer.noteChange()
    vi.advanceTimersByTime(1_000)
  }
  expect(written).toBe(0)
  vi.advanceTimersByTime(5_000)
  expect(written).toBe(1)
})

it('a person who searches without end does not put it off for more than a minute', () => {
  timer.noteChange()
  for (let second = 0; second < 60; second++) {
    timer.noteUse()
    vi.advanceTimersByTime(1_000)
  }
  expect(written).toBe(1)
})

it('a change that was cancelled is not written', () => {
  timer.noteChange()
  timer.cancel()
  vi.advanceTimersByTime(120_000)
  expect(written).toBe(0)
})
