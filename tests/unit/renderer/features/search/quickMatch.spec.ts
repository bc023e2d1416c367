import { describe, expect, it } from 'vitest'
import { bestFits, fitOf, titleQuery } from '../../../../../src/renderer/src/features/search/quickMatch'

describe('fitOf', () => {
  it.each([
    ['Panen raya dimulai', 'raya pan', true],
    ['Café Société', 'cafe soc', true],
    ['Panen raya dimulai', 'aya', false],
    ['Panen raya dimulai', 'panen banjir', false],
    ['Anything', '', true]
  ])('of %s and %s', (name, typed, fits) => {
    expect(fitOf(name, typed) > 0).toBe(fits)
  })
})

describe('bestFits', () => {
  it('puts a name that begins so before one that holds it later, and a whole word before a longer one', () => {
    const names = ['Move to Trash', 'Trash', 'Trashing things', 'Archive']
    expect(bestFits(names, name => name, 'trash', 3)).toEqual(['Trash', 'Trashing things', 'Move to Trash'])
  })
})

describe('titleQuery', () => {
  it.each([
    ['Perang dunia', 'title:(perang* dunia*)'],
    ['  "a) OR -b', 'title:(a* or* b*)'],
    ['covid-19', 'title:(covid-19*)'],
    ['…', '']
  ])('reads %s as words only', (typed, query) => {
    expect(titleQuery(typed)).toBe(query)
  })
})
