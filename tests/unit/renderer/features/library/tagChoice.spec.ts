import { describe, expect, it } from 'vitest'
import { findTags, tagChange, tagStates } from '../../../../../src/renderer/src/features/library/tagChoice'

const articles = [{ tags: ['essays', 'gardens'] }, { tags: ['essays'] }]

describe('tagChoice', () => {
  it('tells tags of all, of some and of none of the articles apart', () => {
    expect(Object.fromEntries(tagStates(['essays', 'gardens', 'rivers'], articles))).toEqual({
      essays: 'all',
      gardens: 'some',
      rivers: 'none'
    })
  })

  it('changes nothing where nothing was touched', () => {
    expect(tagChange(tagStates(['essays'], articles), new Map())).toEqual({ add: [], remove: [] })
  })

  it('does not add what all have, nor remove what none has', () => {
    const before = tagStates(['essays', 'rivers'], articles)
    const ticked = new Map([
      ['essays', true],
      ['rivers', false]
    ])
    expect(tagChange(before, ticked)).toEqual({ add: [], remove: [] })
  })

  it('adds to the rest what some have', () => {
    expect(tagChange(tagStates(['gardens'], articles), new Map([['gardens', true]]))).toEqual({
      add: ['gardens'],
      remove: []
    })
  })

  it('offers no new tag for blank text', () => {
    expect(findTags(['essays'], '   ').newName).toBeNull()
  })

  it('offers no new tag that differs only in case', () => {
    expect(findTags(['Essays'], 'essays')).toEqual({ found: ['Essays'], newName: null })
  })

  it('offers a new tag with its spaces folded', () => {
    expect(findTags(['essays'], ' slow   reading ').newName).toBe('slow reading')
  })
})
