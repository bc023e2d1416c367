import { describe, expect, it } from 'vitest'
import { quotePlace } from '../../../../../src/renderer/src/features/results/problemPieces'

describe('quotePlace', () => {
  it.each([
    ['teh is:old', 4, 10, { before: 'teh ', place: 'is:old', after: '' }],
    ['teh', 3, 3, { before: 'teh', place: '', after: '' }],
    [
      'satu dua tiga empat lima (enam tujuh delapan sembilan',
      25,
      26,
      { before: '…tiga empat lima ', place: '(', after: 'enam tujuh delap…' }
    ]
  ])('in %j from %i to %i is %j', (query, start, end, quoted) => {
    expect(quotePlace(query, { start, end })).toEqual(quoted)
  })

  it('never cuts a character in two', () => {
    const { before } = quotePlace(`${'🍵'.repeat(20)}(`, { start: 40, end: 41 })
    expect(before).not.toMatch(/^…[\uDC00-\uDFFF]/)
  })
})
