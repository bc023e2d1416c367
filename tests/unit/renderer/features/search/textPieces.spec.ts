import { array, assert, nat, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitByRanges } from '../../../../../src/renderer/src/features/search/textPieces'

describe('textPieces', () => {
  it('loses and invents no character, whatever the ranges', () => {
    const ranges = array(tuple(nat(40), nat(40)))
    assert(
      property(string({ maxLength: 30 }), ranges, (text, all) => {
        const pieces = splitByRanges(text, all).map(piece => piece.text)
        expect(pieces.join('')).toBe(text)
      })
    )
  })

  it('cuts off a range that goes past the end', () => {
    expect(splitByRanges('rivers', [[3, 99]])).toEqual([
      { text: 'riv', start: 0, isMarked: false },
      { text: 'ers', start: 3, isMarked: true }
    ])
  })

  it('marks what lies between', () => {
    expect(splitByRanges('a slow river', [[2, 6]]).map(piece => [piece.text, piece.isMarked])).toEqual([
      ['a ', false],
      ['slow', true],
      [' river', false]
    ])
  })
})
