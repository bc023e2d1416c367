// Owns what the database knows of files in the store that no article has: not yet (pending) or no longer (discarded).
import type { Database } from 'better-sqlite3'
import type { ImportId } from '@shared/model/common'

/** A file of the store. */
export interface LedgerFile {
  readonly sha256: string
  readonly extension: string
}

/** A file that is about to be stored for an import. */
export interface PendingFile extends LedgerFile {
  /** What the file was called; null for an image that came with an article. */
  readonly fileName: string | null
  readonly sourcePath: string | null
}

/** A pending file that an interrupted import left. */
export interface LeftFile extends PendingFile {
  readonly importId: ImportId
}

/**
 * Keeps account of files, so that neither a crash nor another program can make one be forgotten: a file is noted before
 * its first byte is written, and noted again before it is removed.
 */
export interface FileLedger {
  /** Notes files that are about to be stored. */
  readonly recordPending: (importId: ImportId, files: readonly PendingFile[]) => void
  /** Strikes files out; those that no article has are to be removed. Call inside the transaction of their articles. */
  readonly settle: (importId: ImportId, files: readonly LedgerFile[]) => void
  /** What interrupted imports left. */
  readonly listLeft: () => readonly LeftFile[]
  /** True where an article has the file by now. */
  readonly isNeeded: (file: LedgerFile) => boolean
  /** The files to remove from disk. */
  readonly listDiscarded: () => readonly LedgerFile[]
  readonly isDiscarded: (file: LedgerFile) => boolean
  /** Forgets a discarded file, once it is gone. */
  readonly forgetDiscarded: (file: LedgerFile) => void
}

/** Prepares the statements. */
export function createFileLedger(database: Database): FileLedger {
  const insertPending = database.prepare(
    `INSERT OR IGNORE INTO pending_original (import_number, sha256, extension, file_name, source_path)
     SELECT number, ?, ?, ?, ? FROM import WHERE id = ?`
  )
  const deletePending = database.prepare(
    `DELETE FROM pending_original WHERE sha256 = ? AND extension = ?
     AND import_number = (SELECT number FROM import WHERE id = ?)`
  )
  const discardUnneeded = database.prepare(
    `INSERT OR IGNORE INTO discarded_original (sha256, extension) SELECT @sha256, @extension
     WHERE NOT EXISTS (SELECT 1 FROM original WHERE sha256 = @sha256 AND extension = @extension)
       AND NOT EXISTS (SELECT 1 FROM pending_original WHERE sha256 = @sha256 AND extension = @extension)`
  )
  const selectLeft = database.prepare<[], LeftFile>(
    `SELECT import.id AS importId, sha256, extension, file_name AS fileName, source_path AS sourcePath
     FROM pending_original JOIN import ON import.number = pending_original.import_number
     WHERE import.state <> 'running' ORDER BY import.number, file_name`
  )
  const selectNeeded = database.prepare('SELECT 1 FROM original WHERE sha256 = ? AND extension = ?')
  const selectDiscarded = database.prepare<[], LedgerFile>('SELECT sha256, extension FROM discarded_original')
  const selectStillDiscarded = database.prepare(
    `SELECT 1 FROM discarded_original AS discarded WHERE sha256 = ? AND extension = ?
     AND NOT EXISTS (SELECT 1 FROM original WHERE sha256 = discarded.sha256 AND extension = discarded.extension)
     AND NOT EXISTS (SELECT 1 FROM pending_original WHERE sha256 = discarded.sha256 AND extension = discarded.extension)`
  )
  const deleteDiscarded = database.prepare('DELETE FROM discarded_original WHERE sha256 = ? AND extension = ?')
  return {
    recordPending: (importId, files) => {
      for (const file of files) {
        insertPending.run(file.sha256, file.extension, file.fileName, file.sourcePath, importId)
      }
    },
    settle: (importId, files) => {
      for (const { sha256, extension } of files) {
        deletePending.run(sha256, extension, importId)
        discardUnneeded.run({ sha256, extension })
      }
    },
    listLeft: () => selectLeft.all(),
    isNeeded: ({ sha256, extension }) => selectNeeded.get(sha256, extension) !== undefined,
    listDiscarded: () => selectDiscarded.all(),
    isDiscarded: ({ sha256, extension }) => selectStillDiscarded.get(sha256, extension) !== undefined,
    forgetDiscarded: ({ sha256, extension }) => {
      deleteDiscarded.run(sha256, extension)
    }
  }
}
