// Owns the histogram of dates: months gathered into bars, and what filters of dates mean in bars. Pure.
import type { ResultFacets } from '@shared/model/facets'
import type { QueryFilter } from '@shared/model/query'
import { isDateFilter } from './queryEdit'

/** A bar's span: months from `start` to before `end`, counted from January of the year 0. */
export interface Bucket {
  readonly start: number
  readonly end: number
  readonly count: number
}

/** Bars of one width without gaps, the earliest first. */
export interface Histogram {
  readonly unit: 'month' | 'year' | 'decade'
  readonly buckets: readonly Bucket[]
}

/** Bars from `first` to `last`, both included. */
export interface BucketRange {
  readonly first: number
  readonly last: number
}

const monthsOf = { month: 1, year: 12, decade: 120 } as const
/** Up to so many months are shown each for itself, up to so many years too; beyond, decades. */
const mostMonths = 36
const mostYears = 100

/** Gathers months into bars: of a month where there are few, else of a year or of ten. */
export function toHistogram(months: ResultFacets['months']): Histogram {
  const places = months.map(({ year, month, count }) => ({ at: year * 12 + month - 1, count }))
  if (places.length === 0) return { unit: 'year', buckets: [] }
  const first = Math.min(...places.map(({ at }) => at))
  const last = Math.max(...places.map(({ at }) => at))
  const years = Math.floor(last / 12) - Math.floor(first / 12) + 1
  const unit = last - first < mostMonths ? 'month' : years <= mostYears ? 'year' : 'decade'
  const width = monthsOf[unit]
  const start = Math.floor(first / width)
  const counts = Array.from({ length: Math.floor(last / width) - start + 1 }, () => 0)
  for (const { at, count } of places) {
    const index = Math.floor(at / width) - start
    counts[index] = (counts[index] ?? 0) + count
  }
  return {
    unit,
    buckets: counts.map((count, index) => ({ start: (start + index) * width, end: (start + index + 1) * width, count }))
  }
}

/** The dates that filter for these bars; null for all of them. */
export function datesOfRange(
  { buckets }: Histogram,
  range: BucketRange
): { readonly after: string; readonly before: string } | null {
  const first = buckets[range.first]
  const last = buckets[range.last]
  if (!first || !last || (range.first === 0 && range.last === buckets.length - 1)) return null
  return { after: writeMonth(first.start), before: writeMonth(last.end) }
}

/** The articles of these bars. */
export function countOfRange({ buckets }: Histogram, { first, last }: BucketRange): number {
  return buckets.slice(first, last + 1).reduce((sum, bucket) => sum + bucket.count, 0)
}

/** The bars that the filters of dates leave, whole or in part; null where nothing filters by date, or nothing is left. */
export function rangeOfFilters({ buckets }: Histogram, filters: readonly QueryFilter[], now: Date): BucketRange | null {
  const dated = filters.filter(isDateFilter)
  if (dated.length === 0) return null
  let start = -Infinity
  let end = Infinity
  for (const { field, value } of dated) {
    const span = parseSpan(value, now)
    if (!span) continue
    if (field !== 'before') start = Math.max(start, span.start)
    if (field === 'before') end = Math.min(end, span.startsMonth ? span.start : span.start + 1)
    if (field === 'on') end = Math.min(end, span.end)
  }
  const first = buckets.findIndex(bucket => bucket.end > start)
  const last = buckets.findLastIndex(bucket => bucket.start < end)
  return first < 0 || last < first ? null : { first, last }
}

/** The months that a date of the query language names; `startsMonth` where it begins with the first day of one. */
function parseSpan(value: string, now: Date) {
  const [, amount, unit] = /^(\d{1,4})([dwmy])$/i.exec(value) ?? []
  if (amount !== undefined && unit !== undefined) {
    const days = { d: 1, w: 7, m: 30, y: 365 }[unit.toLowerCase()] ?? 1
    const from = new Date(now.getTime() - Number(amount) * days * 24 * 60 * 60 * 1000)
    return { start: monthOf(from), end: monthOf(now) + 1, startsMonth: from.getUTCDate() === 1 }
  }
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value) ?? []
  if (year === undefined) return null
  const start = Number(year) * 12 + (month === undefined ? 0 : Number(month) - 1)
  return { start, end: start + (month === undefined ? 12 : 1), startsMonth: day === undefined || Number(day) === 1 }
}

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** A month as the query language writes it; the first one of a year is written as that year. */
function writeMonth(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return month % 12 === 0 ? year : `${year}-${String((month % 12) + 1).padStart(2, '0')}`
}
