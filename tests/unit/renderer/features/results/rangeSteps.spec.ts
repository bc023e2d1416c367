import { describe, expect, it } from 'vitest'
import { barAt, moveEdge, rangeBetween } from '../../../../../src/renderer/src/features/results/rangeSteps'

describe('barAt', () => {
  it.each([
    [0, false, 0],
    [29, false, 2],
    [99, false, 9],
    [100, false, 9],
    [-40, false, 0],
    [400, false, 9],
    [5, true, 9],
    [95, true, 0]
  ])('of %i pixels of 100 is, right to left %s, bar %i of 10', (offset, isRightToLeft, bar) => {
    expect(barAt(offset, 100, 10, isRightToLeft)).toBe(bar)
  })

  it('is the first one before anything has a width', () => {
    expect(barAt(10, 0, 10, false)).toBe(0)
  })
})

describe('rangeBetween', () => {
  it('puts the earlier bar first', () => {
    expect([rangeBetween(2, 5), rangeBetween(5, 2)]).toEqual([
      { first: 2, last: 5 },
      { first: 2, last: 5 }
    ])
  })
})

describe('moveEdge', () => {
  const range = { first: 2, last: 5 }
  it.each([
    ['first', 'ArrowRight', false, { first: 3, last: 5 }],
    ['first', 'ArrowRight', true, { first: 1, last: 5 }],
    ['first', 'ArrowDown', true, { first: 1, last: 5 }],
    ['first', 'Home', false, { first: 0, last: 5 }],
    ['first', 'End', false, { first: 5, last: 5 }],
    ['last', 'Home', false, { first: 2, last: 2 }],
    ['last', 'PageUp', false, { first: 2, last: 9 }],
    ['last', 'ArrowLeft', false, { first: 2, last: 4 }],
    ['last', 'Enter', false, null],
    ['last', 'toString', false, null]
  ] as const)('moves the %s bar by %s, right to left %s', (edge, key, isRightToLeft, moved) => {
    expect(moveEdge(range, edge, key, 10, isRightToLeft)).toEqual(moved)
  })
})
