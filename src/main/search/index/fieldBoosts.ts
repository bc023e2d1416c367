// Owns how much each field counts, in the index's ranking and in the scan's.
import type { SearchField } from '@shared/model/search'

/** How much a field counts beside the body. */
export const fieldBoosts: Readonly<Record<SearchField, number>> = {
  title: 3,
  deck: 1.5,
  body: 1,
  byline: 1.5,
  siteName: 1.2,
  tags: 2
}
