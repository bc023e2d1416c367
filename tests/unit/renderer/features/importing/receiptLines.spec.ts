import { describe, expect, it } from 'vitest'
import type { ReceiptEntry } from '@shared/model/importing'
import { receiptRows, sourceName } from '../../../../../src/renderer/src/features/importing/receiptLines'

const rows = (...paths: readonly string[]) =>
  receiptRows(paths.map(path => ({ path }) as ReceiptEntry)).map(({ name, heading, isWithin }) => ({
    name,
    heading,
    isWithin
  }))

describe('receiptRows', () => {
  it('leaves a path as it is where it is one of the disk', () => {
    expect(rows('notes/tea.md')).toEqual([{ name: 'notes/tea.md', heading: null, isWithin: false }])
  })

  it('names an export once, above the entries in a row that came out of it', () => {
    expect(rows('pocket.csv › One', 'pocket.csv › Two', 'tea.md', 'pocket.csv › Three')).toEqual([
      { name: 'One', heading: 'pocket.csv', isWithin: true },
      { name: 'Two', heading: null, isWithin: true },
      { name: 'tea.md', heading: null, isWithin: false },
      { name: 'Three', heading: 'pocket.csv', isWithin: true }
    ])
  })

  it('keeps what lies deeper within an archive, and a title that has the same sign', () => {
    expect(rows('all.zip › inner.zip › a.txt', 'b.csv › Home › News').map(row => row.name)).toEqual([
      'inner.zip › a.txt',
      'Home › News'
    ])
  })
})

describe('sourceName', () => {
  it.each([
    ['/home/ani/Unduhan/pocket.csv › Home › News', 'pocket.csv'],
    ['C:\\Users\\ani\\tea.md', 'tea.md'],
    ['tea.md', 'tea.md']
  ])('of %s is %s', (path, name) => {
    expect(sourceName(path)).toBe(name)
  })
})
