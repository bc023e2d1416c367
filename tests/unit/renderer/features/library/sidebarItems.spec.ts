import { describe, expect, it } from 'vitest'
import type { SavedSearch, SavedSearchId } from '@shared/model/savedSearch'
import { savedItems, sidebarGroups, viewId } from '../../../../../src/renderer/src/features/library/sidebarItems'

describe('sidebarItems', () => {
  it('shows the fixed views before any figure is known', () => {
    expect(sidebarGroups(null).fixed.map(item => [item.id, item.count])).toEqual([
      ['inbox', 0],
      ['starred', 0],
      ['all', 0],
      ['archive', 0],
      ['trash', 0]
    ])
  })

  it('counts unread articles for the inbox and all articles elsewhere', () => {
    const counts = { all: 9, inbox: 7, inboxUnread: 2, starred: 1, archive: 2, trash: 3, tags: [], sites: [] }
    expect(sidebarGroups(counts).fixed.map(item => item.count)).toEqual([2, 1, 9, 2, 3])
  })

  it('keeps a tag and a publisher of the same name apart', () => {
    expect(viewId({ kind: 'tag', tag: 'Kompas' })).not.toBe(viewId({ kind: 'site', siteName: 'Kompas' }))
  })

  it('counts nothing for a saved search whose figure is not known yet', () => {
    const id = (text: string): SavedSearchId => text as SavedSearchId
    const saved: SavedSearch[] = ['a', 'b'].map(each => ({
      id: id(each),
      name: `Name of ${each}`,
      query: each,
      order: 'relevance'
    }))
    expect(savedItems(saved, new Map([[id('b'), 7]])).map(item => [item.id, item.name, item.count])).toEqual([
      ['saved:a', 'Name of a', 0],
      ['saved:b', 'Name of b', 7]
    ])
  })
})
