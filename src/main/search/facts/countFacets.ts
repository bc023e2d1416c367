// Owns counting what rows of the facts have: one pass over each column. Knows nothing of queries.
import type { ArticleFormat } from '@shared/model/article'
import { mostFacetValues, type ResultFacets } from '@shared/model/facets'
import { monthOfDay } from '../query/dates'
import { flagBits, noDay, type FactTable } from './factTable'
import type { NameTable } from './nameTable'

/** Counts what the articles of these rows have; rows of -1 are articles without facts, and have nothing. */
export function countFacets(table: FactTable, rows: Int32Array): Omit<ResultFacets, 'isComplete'> {
  const { columns, names } = table
  const countNames = (column: Uint32Array, { size }: NameTable): Uint32Array => {
    const counts = new Uint32Array(size)
    for (const row of rows) if (row >= 0) counts[column[row] ?? 0] = (counts[column[row] ?? 0] ?? 0) + 1
    return counts
  }
  const tagCounts = new Uint32Array(table.tags.size)
  for (const [set, count] of countNames(columns.tagSet, table.tagSets).entries()) {
    if (count > 0) for (const tag of table.tagsOfSet(set)) tagCounts[tag] = (tagCounts[tag] ?? 0) + count
  }
  return {
    total: rows.length,
    publishers: toFacet(countNames(columns.source, names.source), names.source),
    credits: toFacet(countNames(columns.credit, names.credit), names.credit),
    tags: toFacet(tagCounts, table.tags),
    languages: toFacet(countNames(columns.language, names.language), names.language),
    formats: toFacet(countNames(columns.format, names.format), names.format) as ResultFacets['formats'] & {
      values: Array<{ value: ArticleFormat }>
    },
    states: countStates(columns.flags, rows),
    ...countMonths(columns.day, rows)
  }
}

function toFacet(
  counts: Uint32Array,
  names: NameTable
): { values: Array<{ value: string; count: number }>; distinct: number } {
  const values = Array.from(counts.entries()).flatMap(([number, count]) =>
    number > 0 && count > 0 ? [{ value: names.nameOf(number), count }] : []
  )
  const sorted = values.toSorted((first, second) => second.count - first.count || (first.value < second.value ? -1 : 1))
  return { values: sorted.slice(0, mostFacetValues), distinct: values.length }
}

function countStates(flags: Uint8Array, rows: Int32Array): ResultFacets['states'] {
  const counts = new Uint32Array(256)
  for (const row of rows) if (row >= 0) counts[flags[row] ?? 0] = (counts[flags[row] ?? 0] ?? 0) + 1
  const sum = (bit: number): number =>
    counts.reduce((total, count, set) => ((set & bit) === 0 ? total : total + count), 0)
  const read = sum(flagBits.read)
  return {
    unread: counts.reduce((total, count) => total + count, 0) - read,
    read,
    starred: sum(flagBits.starred),
    archived: sum(flagBits.archived),
    highlight: sum(flagBits.highlight),
    note: sum(flagBits.note),
    image: sum(flagBits.image)
  }
}

function countMonths(days: Int32Array, rows: Int32Array): Pick<ResultFacets, 'months' | 'undated'> {
  const byDay = new Map<number, number>()
  for (const row of rows) {
    const day = days[row] ?? noDay
    byDay.set(day, (byDay.get(day) ?? 0) + 1)
  }
  const undated = byDay.get(noDay) ?? 0
  byDay.delete(noDay)
  const months = new Map<string, { year: number; month: number; count: number }>()
  for (const [day, count] of [...byDay].toSorted(([first], [second]) => first - second)) {
    const { year, month } = monthOfDay(day)
    const known = months.get(`${year}-${month}`)
    if (known) known.count += count
    else months.set(`${year}-${month}`, { year, month, count })
  }
  return { months: [...months.values()], undated }
}
