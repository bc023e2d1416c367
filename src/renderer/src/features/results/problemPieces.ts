// Owns which piece of a query is shown for a problem, and what stands around it. Pure.
import type { QueryProblem } from '@shared/model/query'

/** A place of a query with a little of what stands before and behind it. */
export interface QuotedPlace {
  readonly before: string
  readonly place: string
  readonly after: string
}

/** So many characters are shown on each side. */
const around = 16

/** The place of a problem in its query. Cut at the sides where the query goes on. */
export function quotePlace(query: string, { start, end }: Pick<QueryProblem, 'start' | 'end'>): QuotedPlace {
  const from = cutPlace(query, Math.max(0, start - around))
  const to = cutPlace(query, Math.min(query.length, end + around))
  return {
    before: (from > 0 ? '…' : '') + query.slice(from, start),
    place: query.slice(start, end),
    after: query.slice(end, to) + (to < query.length ? '…' : '')
  }
}

/** The same place, or one further where a character of two code units would be cut. */
function cutPlace(query: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(query.charAt(at)) ? at + 1 : at
}
