// Owns what a migration is. Knows none.
import type { Database } from 'better-sqlite3'

/** One step of the schema: brings a database from `version - 1` to `version`. Runs inside a transaction of its own. */
export interface Migration {
  /** The `user_version` after this step: 1, 2, 3 … without gaps. */
  readonly version: number
  /** What the step is for, as in its file's name. */
  readonly purpose: string
  readonly migrate: (database: Database) => void
}
