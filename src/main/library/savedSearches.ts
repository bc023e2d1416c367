// Owns the searches that a person saved, in the order that the person gave them. Runs no search.
import type { Database } from 'better-sqlite3'
import { AppError } from '@shared/errors'
import type { ResultOrder } from '@shared/model/search'
import {
  mostSavedSearches,
  type SavedSearch,
  type SavedSearchId,
  type SavedSearchText
} from '@shared/model/savedSearch'
import { createId } from './ids'

/** Parts of a saved search; an undefined one stays. */
export type SavedSearchChange = { readonly [Key in keyof SavedSearchText]?: SavedSearchText[Key] | undefined }

/** Reads and writes saved searches. */
export interface SavedSearchRepository {
  /** All of them, in their order. */
  readonly list: () => readonly SavedSearch[]
  /** Saves a search behind the others. @throws AppError `saved_search_limit` */
  readonly add: (text: SavedSearchText) => SavedSearch
  /** @throws AppError `saved_search_not_found` */
  readonly change: (id: SavedSearchId, change: SavedSearchChange) => SavedSearch
  /** @throws AppError `saved_search_not_found` */
  readonly remove: (id: SavedSearchId) => void
  /** Puts these first in this order; the others follow in theirs. Ids that do not exist are passed over. */
  readonly reorder: (ids: readonly SavedSearchId[]) => void
}

interface Row {
  readonly id: SavedSearchId
  readonly name: string
  readonly query: string
  readonly sort_order: ResultOrder
}

/** Prepares the statements. */
export function createSavedSearches(database: Database, now: () => number): SavedSearchRepository {
  const selectAll = database.prepare<[], Row>(
    'SELECT id, name, query, sort_order FROM saved_search ORDER BY position, number'
  )
  const selectOne = database.prepare<[string], Row>('SELECT id, name, query, sort_order FROM saved_search WHERE id = ?')
  const count = database.prepare<[], number>('SELECT count(*) FROM saved_search').pluck()
  const insert = database.prepare(
    `INSERT INTO saved_search (id, name, query, sort_order, position, created_at)
     VALUES (@id, @name, @query, @order, (SELECT ifnull(max(position), 0) + 1 FROM saved_search), @now)`
  )
  const update = database.prepare(
    'UPDATE saved_search SET name = @name, query = @query, sort_order = @order WHERE id = @id'
  )
  const updatePosition = database.prepare('UPDATE saved_search SET position = ? WHERE id = ?')
  const deleteOne = database.prepare('DELETE FROM saved_search WHERE id = ?')

  const get = (id: SavedSearchId): SavedSearch => {
    const row = selectOne.get(id)
    if (!row) throw new AppError('saved_search_not_found', 'This search is no longer saved')
    return toSavedSearch(row)
  }

  return {
    list: () => selectAll.all().map(toSavedSearch),
    add: database.transaction((text: SavedSearchText): SavedSearch => {
      if ((count.get() ?? 0) >= mostSavedSearches) {
        throw new AppError(
          'saved_search_limit',
          `No more than ${mostSavedSearches} searches can be saved. Delete one first`
        )
      }
      // The id was made for this row and nothing else, so the brand is true.
      const saved: SavedSearch = { id: createId(now()) as SavedSearchId, ...text }
      insert.run({ ...saved, now: now() })
      return saved
    }),
    change: database.transaction((id: SavedSearchId, { name, query, order }: SavedSearchChange): SavedSearch => {
      const known = get(id)
      const changed: SavedSearch = {
        id,
        name: name ?? known.name,
        query: query ?? known.query,
        order: order ?? known.order
      }
      update.run(changed)
      return changed
    }),
    remove: id => {
      get(id)
      deleteOne.run(id)
    },
    reorder: database.transaction((ids: readonly SavedSearchId[]) => {
      const wanted = [...new Set([...ids, ...selectAll.all().map(row => row.id)])]
      for (const [position, id] of wanted.entries()) updatePosition.run(position + 1, id)
    })
  }
}

function toSavedSearch({ id, name, query, sort_order }: Row): SavedSearch {
  return { id, name, query, order: sort_order }
}
