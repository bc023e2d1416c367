import { describe, expect, it } from 'vitest'
import {
  countOfRange,
  datesOfRange,
  rangeOfFilters,
  toHistogram
} from '../../../../../src/renderer/src/features/results/buckets'
import { listFilters } from '../../../../../src/main/search/query/filters'

const month = (year: number, of: number, count = 1) => ({ year, month: of, count })
const now = new Date('2026-11-24T12:00:00Z')

describe('toHistogram', () => {
  it('has no bar of nothing', () => {
    expect(toHistogram([])).toEqual({ unit: 'year', buckets: [] })
  })

  it.each([
    [[month(2024, 1), month(2026, 12)], 'month', 36],
    [[month(2024, 1), month(2027, 1)], 'year', 4],
    [[month(1901, 1), month(2000, 1)], 'year', 100],
    [[month(1899, 1), month(2000, 1)], 'decade', 12]
  ] as const)('of %j has bars of a %s, %i in all', (months, unit, length) => {
    const histogram = toHistogram([...months])
    expect({ unit: histogram.unit, length: histogram.buckets.length }).toEqual({ unit, length })
  })

  it('adds up the months of a year and leaves years without articles empty', () => {
    const { buckets } = toHistogram([month(2019, 3, 2), month(2019, 11, 3), month(2022, 1, 4)])
    expect(toHistogram([month(2018, 1, 1), month(2019, 3, 2), month(2019, 11, 3), month(2022, 1, 4)]).buckets).toEqual(
      [1, 5, 0, 0, 4].map((count, index) => ({ start: (2018 + index) * 12, end: (2019 + index) * 12, count }))
    )
    expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(9)
  })
})

describe('datesOfRange', () => {
  const years = toHistogram([month(2018, 1, 5), month(2022, 1, 7)])
  const months = toHistogram([month(2024, 11, 2), month(2025, 2, 3)])
  it.each([
    [years, { first: 1, last: 3 }, { after: '2019', before: '2022' }],
    [years, { first: 4, last: 4 }, { after: '2022', before: '2023' }],
    [years, { first: 0, last: 4 }, null],
    [years, { first: 7, last: 9 }, null],
    [months, { first: 0, last: 1 }, { after: '2024-11', before: '2025' }],
    [months, { first: 2, last: 3 }, { after: '2025', before: '2025-03' }]
  ])('of %j and %j are %j', (histogram, range, dates) => {
    expect(datesOfRange(histogram, range)).toEqual(dates)
  })

  it('filter for the same bars again', () => {
    for (let first = 0; first < 4; first++) {
      const dates = datesOfRange(years, { first, last: 3 })
      const filters = listFilters(`after:${dates?.after} before:${dates?.before}`)
      expect(rangeOfFilters(years, filters, now)).toEqual({ first, last: 3 })
    }
  })

  it('count the articles of their bars', () => {
    expect([countOfRange(years, { first: 0, last: 2 }), countOfRange(years, { first: 0, last: 4 })]).toEqual([5, 12])
  })
})

describe('rangeOfFilters', () => {
  const years = toHistogram([month(2018, 1), month(2022, 1)])
  const months = toHistogram([month(2024, 11), month(2025, 2)])
  it.each([
    [years, 'teh', null],
    [years, '-after:2020', null],
    [years, 'after:2020', { first: 2, last: 4 }],
    [years, 'before:2020', { first: 0, last: 1 }],
    [years, 'before:2020-05', { first: 0, last: 2 }],
    [years, 'on:2020', { first: 2, last: 2 }],
    [years, 'on:2020-03-04', { first: 2, last: 2 }],
    [years, 'after:2021 before:2019', null],
    [years, 'after:2030', null],
    [years, 'after:nonsense', { first: 0, last: 4 }],
    [years, 'after:6y', { first: 2, last: 4 }],
    [months, 'before:2025-01-02', { first: 0, last: 2 }],
    [months, 'before:2025-01-01', { first: 0, last: 1 }],
    [months, 'after:2024-12-31', { first: 1, last: 3 }]
  ])('of %j and %s is %j', (histogram, query, range) => {
    expect(rangeOfFilters(histogram, listFilters(query), now)).toEqual(range)
  })
})
