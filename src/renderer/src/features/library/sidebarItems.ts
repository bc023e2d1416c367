// Owns what stands in the sidebar: the views of the library and the saved searches, with their figures. Pure.
import type { LibraryCounts, ListView } from '@shared/model/library'
import type { SavedSearch, SavedSearchId } from '@shared/model/savedSearch'

/** A view that can be chosen in the sidebar. */
export interface SidebarItem {
  /** Unique among the items, stable over changes of the figures. */
  readonly id: string
  readonly view: ListView
  /** A tag's or publisher's name; null for the fixed views, which the interface names. */
  readonly name: string | null
  /** The figure beside it; unread articles for the inbox, articles for the others. */
  readonly count: number
}

/** A saved search that can be chosen in the sidebar. */
export interface SavedItem {
  readonly id: string
  readonly saved: SavedSearch
  readonly name: string
  /** How many articles it finds; 0 where that is not known. */
  readonly count: number
}

/** The items in the groups in which they stand. */
export interface SidebarGroups {
  readonly fixed: readonly SidebarItem[]
  readonly tags: readonly SidebarItem[]
  readonly sites: readonly SidebarItem[]
}

/** The id of a view, the same for equal views. */
export function viewId(view: ListView): string {
  if (view.kind === 'tag') return `tag:${view.tag}`
  return view.kind === 'site' ? `site:${view.siteName}` : view.kind
}

/** The id of the item of a saved search. No view has such an id. */
export function savedItemId(id: SavedSearchId): string {
  return `saved:${id}`
}

/** The items of saved searches, in their order. */
export function savedItems(
  saved: readonly SavedSearch[],
  totals: ReadonlyMap<SavedSearchId, number>
): readonly SavedItem[] {
  return saved.map(each => ({
    id: savedItemId(each.id),
    saved: each,
    name: each.name,
    count: totals.get(each.id) ?? 0
  }))
}

/** The sidebar's groups; without figures (not loaded yet) the fixed views alone. */
export function sidebarGroups(counts: LibraryCounts | null): SidebarGroups {
  return {
    fixed: [
      item({ kind: 'inbox' }, null, counts?.inboxUnread ?? 0),
      item({ kind: 'starred' }, null, counts?.starred ?? 0),
      item({ kind: 'all' }, null, counts?.all ?? 0),
      item({ kind: 'archive' }, null, counts?.archive ?? 0),
      item({ kind: 'trash' }, null, counts?.trash ?? 0)
    ],
    tags: (counts?.tags ?? []).map(({ name, count }) => item({ kind: 'tag', tag: name }, name, count)),
    sites: (counts?.sites ?? []).map(({ name, count }) => item({ kind: 'site', siteName: name }, name, count))
  }
}

function item(view: ListView, name: string | null, count: number): SidebarItem {
  return { id: viewId(view), view, name, count }
}
