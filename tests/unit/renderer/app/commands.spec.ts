import { describe, expect, it } from 'vitest'
import { leavesView } from '../../../../src/renderer/src/app/commands'
import type { ListSource } from '../../../../src/renderer/src/features/library/listSource'

const view = (kind: 'inbox' | 'archive' | 'starred' | 'all' | 'trash'): ListSource => ({
  kind: 'view',
  view: { kind },
  order: 'imported'
})
const search: ListSource = {
  kind: 'search',
  query: 'rivers',
  isTyping: false,
  order: 'relevance',
  groupSimilar: false
}

describe('leavesView', () => {
  it.each([
    [view('all'), { isArchived: true }, false],
    [view('inbox'), { isRead: true }, false],
    [search, { isArchived: true }, false],
    [view('inbox'), { isArchived: true }, true],
    [view('archive'), { isArchived: false }, true],
    [view('starred'), { isStarred: false }, true],
    [view('all'), { isTrashed: true }, true],
    [view('trash'), { isTrashed: false }, true],
    [search, { isTrashed: true }, true]
  ])('of %j by %j is %s', (source, change, leaves) => {
    expect(leavesView(source, change)).toBe(leaves)
  })
})
