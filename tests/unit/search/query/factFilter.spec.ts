import { describe, expect, it } from 'vitest'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { listFilters } from '../../../../src/main/search/query/filters'
import { matchesFilter } from '../../../../src/main/search/query/factFilter'
import { planQuery } from '../../../../src/main/search/query/planQuery'
import { analyzer } from '../indexFixture'
import { makeFacts } from '../libraryFixture'

function means(query: string, facts: Partial<ArticleFacts>): boolean {
  const { root } = planQuery(query, false, { analyzer, languages: [], now: Date.UTC(2024, 2, 10) })
  return root?.kind === 'fact' && matchesFilter(root.filter, makeFacts('one', facts))
}

describe('a filter', () => {
  it.each([
    ['a part of a word of a publisher', 'source:komp', { siteName: 'Kompas' }],
    ['words of a publisher in another order', 'source:"desa warta"', { siteName: 'Warta Desa' }],
    ['a longer name where the whole is in quotes', 'source:"Kompas"', { siteName: 'Kompas.com' }],
    ['the credit in place of the publisher', 'source:voa', { sourceCredit: 'VOA' }],
    ['a publisher that is not known', 'source:kompas', { siteName: null }],
    ['a part of a tag', 'tag:kota', { tags: ['Kota besar'] }],
    ['a language of another name', 'lang:jerman', { language: 'id' }],
    ['another language that begins alike', 'lang:en', { language: 'enm' }],
    ['an unknown date', 'before:2030', { published: null }],
    ['the day that it ends before', 'before:2023-05-17', { published: '2023-05-17' }],
    ['a date of long ago', 'after:7d', { published: '2024-03-02' }],
    ['signs alone', 'source:"-"', { siteName: 'A-B' }]
  ])('does not mean %s', (_, query, facts) => {
    expect(means(query, facts)).toBe(false)
  })

  it.each([
    ['a word of a publisher', 'source:kompas', { siteName: 'Harian Kompas.com' }],
    ['a beginning of one', 'source:komp*', { siteName: 'Harian Kompas' }],
    ['a name without its accents and case', 'source:"le monde é"', { siteName: 'Le Monde E' }],
    [
      'a name with quotes in it, which no value can hold',
      'source:"Surat Kabar Baru"',
      { siteName: 'Surat Kabar “Baru”' }
    ],
    ['a tag whatever its case', 'tag:"kota besar"', { tags: ['Kota Besar'] }],
    ['the English name of a language', 'lang:Indonesian', { language: 'id' }],
    ['its Indonesian name', 'lang:inggris', { language: 'en-GB' }],
    ['its own name', 'lang:日本語', { language: 'ja' }],
    ['a kind of the language', 'lang:EN', { language: 'en-GB' }],
    ['the day that it begins with', 'after:2023-05-17', { published: '2023-05-17' }],
    ['a day within a year', 'year:2023', { published: '2023-12-31T23:59:00+09:00' }],
    ['a date of late', 'after:7d', { published: '2024-03-03' }]
  ])('means %s', (_, query, facts) => {
    expect(means(query, facts)).toBe(true)
  })
})

describe('the filters of a query', () => {
  it('are those that the whole query needs, with the range that takes each away', () => {
    const query = 'rusia tag:"Kota besar" -lang:(id OR en) (is:read OR b) title:x'
    const filters = listFilters(query)
    expect(
      filters.map(({ field, value, isExcluded, start, end }) => [field, value, isExcluded, query.slice(start, end)])
    ).toEqual([
      ['tag', 'Kota besar', false, 'tag:"Kota besar"'],
      ['lang', '(id OR en)', true, '-lang:(id OR en)']
    ])
  })

  it('are none of a query with alternatives at its top', () => {
    expect(listFilters('is:read OR rusia')).toEqual([])
  })
})
