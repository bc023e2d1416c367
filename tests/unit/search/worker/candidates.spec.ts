import { describe, expect, it } from 'vitest'
import type { RankedSlot } from '../../../../src/main/search/index/scoring'
import { createCheckedCandidates, createPlainCandidates } from '../../../../src/main/search/worker/candidates'

const ranked = (count: number): readonly RankedSlot[] =>
  Array.from({ length: count }, (_, slot) => ({ slot, score: count - slot }))
const evenOnes = (slots: readonly RankedSlot[]): readonly RankedSlot[] => slots.filter(({ slot }) => slot % 2 === 0)

describe('pages of a ranking that must be checked', () => {
  it('follow each other without gaps, and check no article twice', async () => {
    const checked: number[] = []
    const candidates = createCheckedCandidates(ranked(2_000), slots => {
      checked.push(...slots.map(({ slot }) => slot))
      return Promise.resolve(evenOnes(slots))
    })
    const [first, second] = await Promise.all([candidates.page(0, 30), candidates.page(30, 30)])
    expect([...first, ...second].map(({ slot }) => slot)).toEqual(Array.from({ length: 60 }, (_, number) => number * 2))
    expect(checked.length).toBe(new Set(checked).size)
  })

  it('know how many there are when there are few', async () => {
    const candidates = createCheckedCandidates(ranked(101), slots => Promise.resolve(evenOnes(slots)))
    await candidates.page(0, 10)
    expect(candidates.total).toBe(51)
  })

  it('estimate how many there are when there are very many', async () => {
    const candidates = createCheckedCandidates(ranked(100_000), slots => Promise.resolve(evenOnes(slots)))
    await candidates.page(0, 10)
    expect(candidates.total).toBe(50_000)
  })

  it('fail as the check fails, for each page that is asked for', async () => {
    const candidates = createCheckedCandidates(ranked(10), () => Promise.reject(new Error('unreadable')))
    await expect(candidates.page(0, 10)).rejects.toThrow('unreadable')
    await expect(candidates.page(0, 10)).rejects.toThrow('unreadable')
  })
})

it('pages of a ranking that needs no check are its pieces', async () => {
  const candidates = createPlainCandidates(ranked(25))
  expect([(await candidates.page(20, 10)).length, candidates.total]).toEqual([5, 25])
})
