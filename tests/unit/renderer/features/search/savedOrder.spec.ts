import { describe, expect, it } from 'vitest'
import { moveStep, moveTo } from '../../../../../src/renderer/src/features/search/savedOrder'

const ids = ['a', 'b', 'c', 'd']

describe('moveStep', () => {
  it.each([
    ['a', -1],
    ['d', 1],
    ['unknown', 1]
  ] as const)('leaves the ids where %s cannot go by %i', (id, step) => {
    expect(moveStep(ids, id, step)).toBe(ids)
  })

  it('goes one step', () => {
    expect([moveStep(ids, 'b', -1), moveStep(ids, 'b', 1)]).toEqual([
      ['b', 'a', 'c', 'd'],
      ['a', 'c', 'b', 'd']
    ])
  })
})

describe('moveTo', () => {
  it('leaves the ids where there is nowhere to go', () => {
    expect([moveTo(ids, 'a', 'a'), moveTo(ids, 'x', 'a'), moveTo(ids, 'a', 'x')]).toEqual([ids, ids, ids])
  })

  it('takes the place of another, which makes room on the side it came from', () => {
    expect([moveTo(ids, 'a', 'c'), moveTo(ids, 'd', 'b')]).toEqual([
      ['b', 'c', 'a', 'd'],
      ['a', 'd', 'b', 'c']
    ])
  })
})
