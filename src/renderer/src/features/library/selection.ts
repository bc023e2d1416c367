// Owns which rows of a list are chosen: one, several, a range. Pure values; knows no list, no screen and no request.
import type { ArticleId } from '@shared/model/common'

/** The rows that are chosen, the row that keys act on, and the row that a range starts from. */
export interface Selection {
  readonly ids: ReadonlySet<ArticleId>
  /** The row that arrow keys move from; -1 before any row was chosen. */
  readonly activeIndex: number
  readonly activeId: ArticleId | null
  /** Where a range with Shift begins. */
  readonly anchorIndex: number
}

/** Nothing chosen. */
export const noSelection: Selection = { ids: new Set(), activeIndex: -1, activeId: null, anchorIndex: -1 }

/** Exactly one row. */
export function selectOne(index: number, id: ArticleId): Selection {
  return { ids: new Set([id]), activeIndex: index, activeId: id, anchorIndex: index }
}

/** One row more or one row less; the row becomes the active one either way. */
export function toggleRow(selection: Selection, index: number, id: ArticleId): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, activeIndex: index, activeId: id, anchorIndex: index }
}

/** The rows between the anchor and `index`, whose ids the caller has read from the list in order. */
export function selectRange(selection: Selection, index: number, ids: readonly ArticleId[]): Selection {
  const anchorIndex = selection.anchorIndex < 0 ? index : selection.anchorIndex
  const activeId = (index >= anchorIndex ? ids.at(-1) : ids[0]) ?? null
  return { ids: new Set(ids), activeIndex: index, activeId, anchorIndex }
}

/** Every row; the active one stays. */
export function selectAll(selection: Selection, ids: readonly ArticleId[]): Selection {
  return {
    ids: new Set(ids),
    activeIndex: Math.max(selection.activeIndex, 0),
    activeId: selection.activeId ?? ids[0] ?? null,
    anchorIndex: 0
  }
}

/** One row again, after several: the active one where it is the article in the reader, else none. */
export function collapse({ activeIndex, activeId }: Selection, openId: ArticleId | null): Selection {
  return activeId !== null && activeId === openId ? selectOne(activeIndex, activeId) : noSelection
}

/** The first and last index of the range that Shift and a row would choose. */
export function rangeBounds(selection: Selection, index: number): readonly [first: number, last: number] {
  const anchor = selection.anchorIndex < 0 ? index : selection.anchorIndex
  return [Math.min(anchor, index), Math.max(anchor, index)]
}

/** The index that a navigation key leads to, or null for every other key. `pageRows` is the rows in view. */
export function indexForKey(key: string, activeIndex: number, total: number, pageRows: number): number | null {
  if (total === 0) return null
  const bounded = (index: number): number => Math.min(total - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
      return bounded(activeIndex + 1)
    case 'ArrowUp':
      return bounded(activeIndex < 0 ? 0 : activeIndex - 1)
    case 'Home':
      return 0
    case 'End':
      return total - 1
    case 'PageDown':
      return bounded(Math.max(activeIndex, 0) + pageRows)
    case 'PageUp':
      return bounded(activeIndex - pageRows)
    default:
      return null
  }
}
