// Owns the history of searches: what was asked, when last and how often. It never grows beyond its set length.
import type { Database } from 'better-sqlite3'
import type { PastSearch } from '@shared/model/savedSearch'

/** Reads and writes the history. */
export interface SearchHistory {
  /** The searches made last, the newest first. */
  readonly list: (limit: number) => readonly PastSearch[]
  /** Notes a search and forgets the oldest beyond `length`; a length of 0 keeps nothing. */
  readonly note: (query: string, length: number) => void
  /** Forgets the oldest searches beyond `length`. */
  readonly shorten: (length: number) => void
  /** Forgets these searches, or all of them (null). */
  readonly erase: (queries: readonly string[] | null) => void
}

/** Prepares the statements. */
export function createSearchHistory(database: Database, now: () => number): SearchHistory {
  const select = database.prepare<[number], PastSearch>(
    'SELECT query, used_at AS usedAt, count FROM past_search ORDER BY used_at DESC, query LIMIT ?'
  )
  const upsert = database.prepare(
    `INSERT INTO past_search (query, used_at, count) VALUES (?, ?, 1)
     ON CONFLICT (query) DO UPDATE SET used_at = excluded.used_at, count = count + 1`
  )
  const forgetOldest = database.prepare(
    `DELETE FROM past_search WHERE query IN
     (SELECT query FROM past_search ORDER BY used_at DESC, query LIMIT -1 OFFSET ?)`
  )
  const deleteOne = database.prepare('DELETE FROM past_search WHERE query = ?')
  const deleteAll = database.prepare('DELETE FROM past_search')

  return {
    list: limit => select.all(limit),
    note: database.transaction((query: string, length: number) => {
      if (length > 0) upsert.run(query, now())
      forgetOldest.run(length)
    }),
    shorten: length => {
      forgetOldest.run(length)
    },
    erase: database.transaction((queries: readonly string[] | null) => {
      if (queries === null) deleteAll.run()
      else for (const query of queries) deleteOne.run(query)
    })
  }
}
