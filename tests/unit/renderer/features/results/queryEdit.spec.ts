import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxQueryLength } from '@shared/model/search'
import { listFilters } from '../../../../../src/main/search/query/filters'
import { parseQuery } from '../../../../../src/main/search/query/parser'
import {
  findFilter,
  toggleFilter,
  withDates,
  withFilters,
  withoutPiece,
  writeFilter
} from '../../../../../src/renderer/src/features/results/queryEdit'

const kompas = { field: 'source', value: 'Kompas' }
const add = (query: string): string => withFilters(query, listFilters(query), [kompas])
const problemsOf = (query: string) => parseQuery(query, false).problems

describe('writeFilter', () => {
  it.each([
    [{ field: 'source', value: 'Kabar Ogan' }, 'source:"Kabar Ogan"'],
    [{ field: 'source', value: 'Kompas' }, 'source:"Kompas"'],
    [{ field: 'tag', value: 'teh' }, 'tag:teh'],
    [{ field: 'tag', value: 'OR' }, 'tag:"OR"'],
    [{ field: 'tag', value: 'C++ (old) "x"*' }, 'tag:"C++ (old) x"'],
    [{ field: 'tag', value: '茶' }, 'tag:茶'],
    [{ field: 'lang', value: 'id-ID' }, 'lang:id-ID'],
    [{ field: 'is', value: 'unread' }, 'is:unread']
  ])('writes %j as %s', (filter, written) => {
    expect(writeFilter(filter)).toBe(written)
  })

  it('is read as that very filter, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), name => {
        const value = name.replace(/["“”„«»*]/g, '').trim()
        fc.pre(value !== '' && !/[\r\n]/.test(value))
        expect(listFilters(writeFilter({ field: 'source', value })).map(filter => filter.value)).toEqual([value])
      })
    )
  })
})

describe('withFilters', () => {
  it.each([
    ['', 'source:"Kompas"'],
    ['sungai jemb', 'source:"Kompas" sungai jemb'],
    ['sungai ', 'source:"Kompas" sungai '],
    ['tag:teh lang:id sungai', 'tag:teh lang:id source:"Kompas" sungai'],
    ['sungai tag:teh', 'source:"Kompas" sungai tag:teh'],
    ['a OR b', 'source:"Kompas" (a OR b)'],
    ['a | b', 'source:"Kompas" (a | b)'],
    ['(a OR b) c', 'source:"Kompas" (a OR b) c'],
    ['"a OR b"', 'source:"Kompas" "a OR b"'],
    ['a OR "b c', 'source:"Kompas" (a OR "b c")'],
    ['a OR (b c', 'source:"Kompas" (a OR (b c))'],
    ['title:', 'source:"Kompas" title:']
  ])('puts a filter into %j', (query, expected) => {
    expect(add(query)).toBe(expected)
  })

  it('leaves a query as it is where it would become too long', () => {
    const query = 'a'.repeat(maxQueryLength - 3)
    expect(add(query)).toBe(query)
  })

  it('keeps the meaning of what was there, and adds no problem', () => {
    const piece = fc.constantFrom('teh', '"teh hijau"', 'OR', 'a AND b', '-kopi', 'tag:a', '(', ')', '|', 'NOT b')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), pieces => {
        const query = pieces.join(' ')
        fc.pre(problemsOf(query).length === 0)
        const longer = add(query)
        expect(problemsOf(longer)).toEqual([])
        expect(findFilter(listFilters(longer), kompas)).not.toBeNull()
      })
    )
  })
})

describe('withoutPiece', () => {
  const removeFirst = (query: string): string => {
    const [filter] = listFilters(query)
    if (!filter) throw new Error('no filter')
    return withoutPiece(query, filter)
  }
  it.each([
    ['tag:teh', ''],
    ['tag:teh sungai', 'sungai'],
    ['sungai tag:teh', 'sungai'],
    ['sungai   tag:teh   jembatan', 'sungai jembatan'],
    ['sungai AND tag:teh', 'sungai'],
    ['tag:teh AND sungai', 'sungai'],
    ['a AND tag:teh AND b', 'a AND b'],
    ['-tag:teh sungai', 'sungai'],
    ['NOT tag:teh sungai', 'sungai'],
    ['(tag:teh) sungai', 'sungai'],
    ['tag:(a OR b) sungai', 'sungai'],
    ['source:"Kabar Ogan" (a OR b)', 'a OR b'],
    ['tag:x (a) (b)', '(a) (b)']
  ])('takes the first filter out of %j', (query, expected) => {
    expect(removeFirst(query)).toBe(expected)
  })
})

describe('toggleFilter', () => {
  it('gives the query back as it was after two times', () => {
    const piece = fc.constantFrom('teh', '"teh hijau"', 'OR', '-kopi', 'tag:a', 'title:(a b)', 'lang:id', '(a OR b)')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), pieces => {
        const query = pieces.join(' ')
        fc.pre(problemsOf(query).length === 0 && query !== '(a OR b)')
        const once = toggleFilter(query, listFilters(query), kompas)
        expect(toggleFilter(once, listFilters(once), kompas)).toBe(query)
      })
    )
  })

  it('knows a filter whatever the case and the quotes it is written in', () => {
    expect(toggleFilter('source:“KOMPAS” teh', listFilters('source:“KOMPAS” teh'), kompas)).toBe('teh')
  })

  it('takes an excluded filter for another one', () => {
    const query = '-source:"Kompas" teh'
    expect(toggleFilter(query, listFilters(query), kompas)).toBe('-source:"Kompas" source:"Kompas" teh')
  })
})

describe('withDates', () => {
  it.each([
    ['teh', 'after:2019 before:2022 teh'],
    ['after:2001 teh', 'after:2019 before:2022 teh'],
    ['tag:a teh on:2020 before:2021', 'after:2019 before:2022 tag:a teh'],
    ['-on:2020 teh', 'after:2019 before:2022 -on:2020 teh']
  ])('puts dates into %j', (query, expected) => {
    expect(withDates(query, listFilters(query), { after: '2019', before: '2022' })).toBe(expected)
  })

  it('takes them all out for any date', () => {
    const query = 'after:2019 teh before:2022 tag:a'
    expect(withDates(query, listFilters(query), null)).toBe('teh tag:a')
  })
})
