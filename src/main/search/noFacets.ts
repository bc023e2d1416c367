// Owns the facets of a result of which nothing is known.
import type { ResultFacets } from '@shared/model/facets'

const nothing: { values: never[]; distinct: number } = { values: [], distinct: 0 }

/** What is said while there is no index. */
export const noFacets: ResultFacets = {
  total: 0,
  isComplete: false,
  publishers: nothing,
  credits: nothing,
  tags: nothing,
  languages: nothing,
  formats: nothing,
  states: { unread: 0, read: 0, starred: 0, archived: 0, highlight: 0, note: 0, image: 0 },
  months: [],
  undated: 0
}
