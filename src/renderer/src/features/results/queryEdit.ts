// Owns how a filter is written into a query and taken out of it, with the rest left as a person wrote it. Pure.
import type { QueryFilter } from '@shared/model/query'
import { maxQueryLength } from '@shared/model/search'

/** A filter to be written: a field of the query language and its value, as it stands in the library. */
export interface NewFilter {
  readonly field: string
  readonly value: string
}

/** A piece of a query, from `start` to before `end`. */
type Piece = Pick<QueryFilter, 'start' | 'end'>

const dateFields = ['after', 'before', 'on']
/** In quotes such a value is the whole name; without them it would be some of its words. */
const nameFields = ['source', 'credit']

/** True for a filter by the date of publication that narrows the result. */
export function isDateFilter({ field, isExcluded }: QueryFilter): boolean {
  return !isExcluded && dateFields.includes(field)
}

/** A filter in the query language. Quotes cannot stand in a value, and do not count when names are compared. */
export function writeFilter({ field, value }: NewFilter): string {
  const bare = value
    .replace(/["“”„«»]/g, '')
    .replace(/\*+\s*$/, '')
    .trim()
  const isPlain = field === 'tag' ? /^[\p{Ll}\p{Lo}\p{N}]+$/u.test(bare) : !nameFields.includes(field)
  return `${field}:${isPlain ? bare : `"${bare}"`}`
}

/**
 * The query with filters put in behind those that lead it, so that its last word may still grow. Gives the query itself
 * where it would become too long.
 */
export function withFilters(query: string, filters: readonly QueryFilter[], added: readonly NewFilter[]): string {
  let at = 0
  for (const { start, end } of filters) if (query.slice(at, start).trim() === '') at = end
  const lead = [query.slice(0, at).trim(), ...added.map(writeFilter)].filter(Boolean).join(' ')
  const rest = query.slice(at).trimStart()
  const longer = rest === '' ? lead : `${lead} ${hasAlternatives(rest) ? `(${closed(rest.trimEnd())})` : rest}`
  return longer.length > maxQueryLength ? query : longer
}

/** The query without a piece that stands for itself; no sign is left that joined the piece to the rest. */
export function withoutPiece(query: string, { start, end }: Piece): string {
  let left = query.slice(0, start).trimEnd()
  let right = query.slice(end).trimStart()
  while (left.endsWith('(') && right.startsWith(')')) {
    left = left.slice(0, -1).trimEnd()
    right = right.slice(1).trimStart()
  }
  left = left.replace(/(^|\s)AND$/, '').trimEnd()
  if (left === '') right = right.replace(/^AND(\s+|$)/, '')
  return unbracketed(left !== '' && right !== '' ? `${left} ${right}` : left + right)
}

/** The filter that asks for just this, where the query has it. */
export function findFilter(filters: readonly QueryFilter[], wanted: NewFilter): QueryFilter | null {
  const written = writeFilter(wanted).toLowerCase()
  return filters.find(filter => !filter.isExcluded && writeFilter(filter).toLowerCase() === written) ?? null
}

/** The query with this filter where it lacked it, or without it. */
export function toggleFilter(query: string, filters: readonly QueryFilter[], filter: NewFilter): string {
  const present = findFilter(filters, filter)
  return present ? withoutPiece(query, present) : withFilters(query, filters, [filter])
}

/** The query with these dates of publication in place of the ones that it names; null for any date. */
export function withDates(
  query: string,
  filters: readonly QueryFilter[],
  dates: { readonly after: string; readonly before: string } | null
): string {
  const undated = filters
    .filter(isDateFilter)
    .toSorted((first, second) => second.start - first.start)
    .reduce(withoutPiece, query)
  if (dates === null) return undated
  return withFilters(
    undated,
    [],
    [
      { field: 'after', value: dates.after },
      { field: 'before', value: dates.before }
    ]
  )
}

/** What stands in a query outside of its quotes: alternatives at its top, groups and quotes that are not closed. */
function scan(query: string): {
  readonly hasAlternatives: boolean
  readonly depth: number
  readonly isQuoted: boolean
} {
  const quoted = query.replace(/["“”„«][^"”“»]*["”“»]/g, ' ')
  const quote = quoted.search(/["“”„«]/)
  let depth = 0
  let hasTop = false
  for (const [sign] of (quote < 0 ? quoted : quoted.slice(0, quote)).matchAll(/[()|]|[^\s()|]+/g)) {
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (sign === '|' || sign === 'OR')) hasTop = true
  }
  return { hasAlternatives: hasTop, depth, isQuoted: quote >= 0 }
}

function hasAlternatives(query: string): boolean {
  return scan(query).hasAlternatives
}

function closed(query: string): string {
  const { depth, isQuoted } = scan(query)
  return `${query}${isQuoted ? '"' : ''}${')'.repeat(depth)}`
}

/** A query without brackets around the whole of it. */
function unbracketed(query: string): string {
  if (!query.startsWith('(') || !query.endsWith(')')) return query
  const inner = query.slice(1, -1)
  // Where the first bracket is closed before the end, the two are no pair.
  const bare = inner.replace(/["“”„«][^"”“»]*["”“»]/g, '')
  let depth = 0
  for (const character of bare) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) return query
  }
  return depth === 0 ? inner.trim() : query
}
