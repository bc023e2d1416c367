import { describe, expect, it } from 'vitest'
import { mostSavedSearches, type SavedSearchId } from '@shared/model/savedSearch'
import { openTestLibrary } from '../support/testLibrary'

const text = (name: string) => ({ name, query: `tag:${name}`, order: 'relevance' as const })
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'no error'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'another error'
  }
}

describe('saved searches', () => {
  it('that are gone can be neither changed nor deleted', () => {
    const { library } = openTestLibrary()
    const gone = 'gone' as SavedSearchId
    expect([
      codeOf(() => library.savedSearches.change(gone, { name: 'x' })),
      codeOf(() => library.savedSearches.remove(gone))
    ]).toEqual(['saved_search_not_found', 'saved_search_not_found'])
  })

  it('are refused where there are too many', () => {
    const { library } = openTestLibrary()
    library.transact(() => {
      for (let number = 0; number < mostSavedSearches; number++) library.savedSearches.add(text(`n${number}`))
    })
    expect(codeOf(() => library.savedSearches.add(text('more')))).toBe('saved_search_limit')
    expect(library.savedSearches.list()).toHaveLength(mostSavedSearches)
  })

  it('keep the order that a person gives them, through changes and a restart', () => {
    const { library, folder } = openTestLibrary()
    const [first, second, third] = ['a', 'b', 'c'].map(name => library.savedSearches.add(text(name)))
    if (!first || !second || !third) throw new Error('Three searches were saved')
    library.savedSearches.reorder([third.id, 'gone' as SavedSearchId, first.id, third.id])
    library.savedSearches.change(first.id, { name: 'Renamed', order: 'newest' })
    library.savedSearches.remove(second.id)
    const fourth = library.savedSearches.add(text('d'))
    const expected = [third, { ...first, name: 'Renamed', order: 'newest' }, fourth]
    expect(library.savedSearches.list()).toEqual(expected)
    library.close()
    expect(openTestLibrary(folder).library.savedSearches.list()).toEqual(expected)
  })
})

describe('the history of searches', () => {
  it('keeps nothing where its length is 0, and forgets what it had', () => {
    const { library } = openTestLibrary()
    library.searchHistory.note('rusia', 10)
    library.searchHistory.note('ukraina', 0)
    expect(library.searchHistory.list(10)).toEqual([])
  })

  it('has each search once, the newest first, and no more than its length', () => {
    const { library, clock } = openTestLibrary()
    for (const [at, query] of ['a', 'b', 'a', 'c'].entries()) {
      clock.now = at
      library.searchHistory.note(query, 2)
    }
    expect(library.searchHistory.list(10)).toEqual([
      { query: 'c', usedAt: 3, count: 1 },
      { query: 'a', usedAt: 2, count: 2 }
    ])
    expect(library.searchHistory.list(1)).toHaveLength(1)
  })

  it('can be erased one by one and as a whole, and shortened', () => {
    const { library } = openTestLibrary()
    const queries = (): readonly string[] => library.searchHistory.list(10).map(({ query }) => query)
    for (const query of ['a', 'b', 'c', 'd']) library.searchHistory.note(query, 10)
    const steps = [queries()]
    library.searchHistory.erase(['b', 'z'])
    steps.push(queries())
    library.searchHistory.shorten(2)
    steps.push(queries())
    library.searchHistory.erase(null)
    steps.push(queries())
    expect(steps).toEqual([['a', 'b', 'c', 'd'], ['a', 'c', 'd'], ['a', 'c'], []])
  })
})
