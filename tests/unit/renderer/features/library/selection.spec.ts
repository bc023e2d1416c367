import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import {
  collapse,
  indexForKey,
  noSelection,
  rangeBounds,
  selectAll,
  selectOne,
  selectRange,
  toggleRow
} from '../../../../../src/renderer/src/features/library/selection'

const id = (text: string): ArticleId => text as ArticleId

describe('selection', () => {
  it('gives no index for a key that does not move', () => {
    expect(indexForKey('a', 3, 10, 5)).toBeNull()
  })

  it('gives no index in an empty list', () => {
    expect(indexForKey('ArrowDown', -1, 0, 5)).toBeNull()
  })

  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 9, 9],
    ['ArrowUp', -1, 0],
    ['ArrowUp', 4, 3],
    ['Home', 7, 0],
    ['End', 0, 9],
    ['PageDown', 2, 7],
    ['PageDown', -1, 5],
    ['PageUp', 2, 0]
  ])('moves by %s from %i to %i within ten rows', (key, from, to) => {
    expect(indexForKey(key, from, 10, 5)).toBe(to)
  })

  it('takes a row away that is toggled a second time', () => {
    const twice = toggleRow(toggleRow(selectOne(0, id('a')), 2, id('c')), 2, id('c'))
    expect([...twice.ids]).toEqual(['a'])
  })

  it('begins a range at the row itself where nothing was chosen', () => {
    expect(rangeBounds(noSelection, 4)).toEqual([4, 4])
  })

  it('becomes one row again, or none where the active row is not the article that is read', () => {
    const many = selectAll(selectOne(1, id('b')), [id('a'), id('b'), id('c')])
    expect(collapse(many, id('b'))).toEqual(selectOne(1, id('b')))
    expect(collapse(many, id('c'))).toEqual(noSelection)
  })

  it('keeps the anchor while a range turns around', () => {
    const down = selectRange(selectOne(3, id('d')), 5, [id('d'), id('e'), id('f')])
    expect(rangeBounds(down, 1)).toEqual([1, 3])
  })

  it('makes the upper end of an upward range the active row', () => {
    const up = selectRange(selectOne(3, id('d')), 1, [id('b'), id('c'), id('d')])
    expect({ activeId: up.activeId, activeIndex: up.activeIndex }).toEqual({ activeId: 'b', activeIndex: 1 })
  })

  it('keeps the active row when everything is chosen', () => {
    expect(selectAll(selectOne(1, id('b')), [id('a'), id('b')])).toEqual({
      ids: new Set(['a', 'b']),
      activeIndex: 1,
      activeId: 'b',
      anchorIndex: 0
    })
  })
})
