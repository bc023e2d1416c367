import { array, assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  firstVisibleOffset,
  fractionRead,
  locateOffset,
  minutesLeft
} from '../../../../../src/renderer/src/features/reader/place'

interface Line {
  readonly length: number
  readonly top: number
}

/** Text nodes that break into lines of ten characters, 20 px each, with one line feed between nodes. */
function layOut(lengths: readonly number[]) {
  let start = 0
  let top = 0
  return lengths.map(length => {
    const segment = { node: { length, top }, start }
    start += length + 1
    top += Math.ceil(length / 10) * 20
    return segment
  })
}
const bottomOf = (node: Line, offset: number): number => node.top + (Math.floor(offset / 10) + 1) * 20

describe('place', () => {
  it('is the beginning of an article without text', () => {
    expect([firstVisibleOffset([], bottomOf, 0), locateOffset([], 12)]).toEqual([0, null])
  })

  it('is the first character of the first line in view', () => {
    expect(firstVisibleOffset(layOut([25, 40]), bottomOf, 60)).toBe(26)
  })

  it('is within a long paragraph that begins above the window', () => {
    expect(firstVisibleOffset(layOut([100]), bottomOf, 40)).toBe(20)
  })

  it('is the end of the text where everything lies above the window', () => {
    expect(firstVisibleOffset(layOut([25]), bottomOf, 5_000)).toBe(25)
  })

  it('is found again for every line of every text', () => {
    const lengths = array(integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 })
    assert(
      property(lengths, nat(2_000), (all, edge) => {
        const segments = layOut(all)
        const place = locateOffset(segments, firstVisibleOffset(segments, bottomOf, edge))
        const isLast = place?.node === segments.at(-1)?.node && place?.offset === place?.node.length
        expect(place !== null && (isLast || bottomOf(place.node, place.offset) > edge)).toBe(true)
      })
    )
  })

  it('counts an article without height as read', () => {
    expect(fractionRead(0, 500, 0)).toBe(1)
  })

  it.each([
    [0, 500, 1_000, 0.5],
    [500, 500, 1_000, 1],
    [900, 500, 1_000, 1]
  ])('has read, at %i in a window of %i and a text of %i, the share %f', (scrollTop, height, bottom, share) => {
    expect(fractionRead(scrollTop, height, bottom)).toBe(share)
  })

  it.each([
    [10, 0, 10],
    [10, 0.5, 5],
    [10, 0.98, 1],
    [10, 1, 0]
  ])('leaves of %i minutes at %f still %i', (minutes, fraction, left) => {
    expect(minutesLeft(minutes, fraction)).toBe(left)
  })
})
