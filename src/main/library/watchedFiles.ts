// Owns what is remembered of the files in watched folders: which have been dealt with, as they were then.
import type { Database } from 'better-sqlite3'

/** A file as the file system describes it. */
export interface WatchedFile {
  /** Absolute. */
  readonly path: string
  readonly sizeBytes: number
  /** Whole milliseconds since 1970. */
  readonly modifiedAt: number
}

/** Remembers files of watched folders. */
export interface WatchedFiles {
  /** Those of these files that are new, or changed since they were dealt with. */
  readonly unseen: (files: readonly WatchedFile[]) => readonly WatchedFile[]
  /** Remembers files as dealt with, whatever became of them. */
  readonly remember: (files: readonly WatchedFile[]) => void
}

/** Prepares the statements. */
export function createWatchedFiles(database: Database): WatchedFiles {
  const isSeen = database.prepare('SELECT 1 FROM watched_file WHERE path = ? AND size_bytes = ? AND modified_at = ?')
  const insert = database.prepare(
    `INSERT INTO watched_file (path, size_bytes, modified_at) VALUES (?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET size_bytes = excluded.size_bytes, modified_at = excluded.modified_at`
  )
  return {
    unseen: files => files.filter(file => !isSeen.get(file.path, file.sizeBytes, file.modifiedAt)),
    remember: database.transaction((files: readonly WatchedFile[]) => {
      for (const { path, sizeBytes, modifiedAt } of files) insert.run(path, sizeBytes, modifiedAt)
    })
  }
}
