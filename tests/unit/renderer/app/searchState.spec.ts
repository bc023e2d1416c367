import { describe, expect, it } from 'vitest'
import type { SavedSearch, SavedSearchId } from '@shared/model/savedSearch'
import {
  findSaved,
  followSaved,
  noSearch,
  retype,
  runSaved,
  searchMade,
  shownSavedSearch
} from '../../../../src/renderer/src/app/searchState'

const saved = (id: string, query: string, order: SavedSearch['order'] = 'relevance'): SavedSearch => ({
  id: id as SavedSearchId,
  name: `Name of ${id}`,
  query,
  order
})
const rivers = saved('a', 'rivers', 'newest')

describe('shownSavedSearch', () => {
  it('is none where nothing was saved', () => {
    expect(shownSavedSearch({ query: 'rivers', isTyping: true })).toBeNull()
  })

  it('is the one that was run, until its text or order is another', () => {
    const run = runSaved(rivers)
    expect([
      shownSavedSearch(run),
      shownSavedSearch(retype(run, 'rivers and lakes', true)),
      shownSavedSearch({ ...run, order: 'oldest' }),
      shownSavedSearch(retype(retype(run, 'riversx', true), 'rivers', true))
    ]).toEqual(['a', null, null, 'a'])
  })
})

describe('retype', () => {
  it('forgets order and origin with an empty text', () => {
    expect(retype(runSaved(rivers), ' ', true)).toEqual({ query: ' ', isTyping: true })
  })

  it('keeps order and origin while the text changes', () => {
    expect(retype(runSaved(rivers), 'lakes', true)).toEqual({
      query: 'lakes',
      isTyping: true,
      order: 'newest',
      origin: rivers
    })
  })
})

describe('followSaved', () => {
  it('leaves a search alone that never was a saved one', () => {
    const search = { query: 'rivers', isTyping: true }
    expect(followSaved(search, [rivers])).toBe(search)
  })

  it('forgets an origin that was deleted and goes on showing what it shows', () => {
    expect(followSaved(runSaved(rivers), [])).toEqual({ query: 'rivers', isTyping: false, order: 'newest' })
  })

  it('shows the new query where the saved search is shown', () => {
    const changed = saved('a', 'lakes', 'oldest')
    expect(followSaved(runSaved(rivers), [changed])).toEqual(runSaved(changed))
  })

  it('does not take away what has been typed since', () => {
    const changed = saved('a', 'lakes', 'oldest')
    expect(followSaved(retype(runSaved(rivers), 'rivers x', true), [changed])).toEqual({
      query: 'rivers x',
      isTyping: true,
      order: 'newest',
      origin: changed
    })
  })

  it('takes over a new name and nothing else', () => {
    const renamed = { ...rivers, name: 'Sungai' }
    expect(followSaved({ ...runSaved(rivers), isTyping: true }, [renamed])).toEqual({
      ...runSaved(renamed),
      isTyping: true
    })
  })

  it('is the same value where nothing changed', () => {
    const search = runSaved(rivers)
    expect(followSaved(search, [{ ...rivers }])).toBe(search)
  })
})

describe('searchMade', () => {
  const state = (query: string, isTyping: boolean, hitPosition: object | null = null) => ({
    search: { query, isTyping },
    hitPosition
  })
  const opened = {}

  it.each([
    ['while it is being typed', state('rivers', true), state('river', true), null],
    ['when it is cleared', { search: noSearch, hitPosition: null }, state('rivers', true), null],
    ['when only the hits of before are left', state('rivers', true), state('rivers', true, opened), null],
    ['when its typing ends', state(' rivers ', false), state(' rivers ', true), 'rivers'],
    ['when it is taken up whole', state('rivers', false), { search: noSearch, hitPosition: null }, 'rivers'],
    ['when something that it found is opened', state('rivers', true, opened), state('rivers', true), 'rivers'],
    ['when nothing happens', state('rivers', false, opened), state('rivers', false, opened), null]
  ])('%s', (_when, now, before, query) => {
    expect(searchMade(now, before)).toBe(query)
  })

  it('does not count a saved search, which is kept anyway', () => {
    expect(searchMade({ search: runSaved(rivers), hitPosition: opened }, { search: noSearch, hitPosition: null })).toBe(
      null
    )
  })
})

describe('findSaved', () => {
  const all = [saved('b', 'rivers'), rivers, saved('c', 'rivers', 'newest')]

  it('finds none where only the order is another', () => {
    expect(findSaved({ query: 'rivers', isTyping: false, order: 'publisher' }, all)).toBeNull()
  })

  it('finds the one that asks for the same, and prefers the one that is shown', () => {
    expect([
      findSaved({ query: ' rivers', isTyping: true }, all)?.id,
      findSaved(runSaved(saved('c', 'rivers', 'newest')), all)?.id
    ]).toEqual(['b', 'c'])
  })
})
