// Owns opening library.db: pragmas, version check, migrations with a backup before them. Knows no table.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { AppError } from '@shared/errors'
import { migrations as allMigrations } from './migrations'
import type { Migration } from './migrations/migration'

/** How to open the database. */
export interface OpenDatabaseOptions {
  /** The file; made when it does not exist. */
  readonly file: string
  /** Where the copy made before a migration goes. */
  readonly backupsFolder: string
  /** The steps to know; a parameter for the tests of migrations only. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the database and brings it to the newest version.
 * @throws AppError `library_newer` for a database of a newer program, which is left untouched; `library_damaged` for a
 * file that is no database or fails while its schema is read; `storage_failed` where the folder cannot be written.
 */
export function openDatabase(options: OpenDatabaseOptions): Database {
  const steps = options.migrations ?? allMigrations
  const isNew = !existsSync(options.file)
  let database: Database
  try {
    mkdirSync(dirname(options.file), { recursive: true })
    database = new SqliteDatabase(options.file, { timeout: 10_000 })
  } catch (error) {
    throw new AppError('storage_failed', `The library at ${options.file} cannot be opened`, { cause: error })
  }
  try {
    refuseNewer(database, steps)
    // WAL keeps readers going while an import writes; FULL keeps an acknowledged import through a power cut.
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    // Fewer and larger checkpoints: 16 MB instead of 4.
    database.pragma('wal_autocheckpoint = 4000')
    database.pragma('foreign_keys = ON')
    database.pragma('temp_store = MEMORY')
    migrate(database, steps, isNew ? undefined : options.backupsFolder)
    return database
  } catch (error) {
    database.close()
    if (error instanceof AppError) throw error
    if (isDamage(error)) {
      throw new AppError('library_damaged', `The library at ${options.file} is damaged and was left as it is`, {
        cause: error
      })
    }
    throw new AppError('storage_failed', `The library at ${options.file} cannot be opened`, { cause: error })
  }
}

/** The version of the schema that the file has. */
function readVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

function refuseNewer(database: Database, steps: readonly Migration[]): void {
  const known = steps.at(-1)?.version ?? 0
  const version = readVersion(database)
  if (version <= known) return
  throw new AppError(
    'library_newer',
    `This library was made by a newer Lontar (version ${version} of its format; this one knows ${known}). Install the newer Lontar to open it; nothing was changed.`
  )
}

function migrate(database: Database, steps: readonly Migration[], backupsFolder: string | undefined): void {
  const from = readVersion(database)
  const pending = steps.filter(step => step.version > from)
  if (pending.length === 0) return
  if (backupsFolder !== undefined && from > 0) backUp(database, join(backupsFolder, `before-version-${from + 1}.db`))
  for (const step of pending) {
    database
      .transaction(() => {
        // Another program that started at the same moment may have done this step while we waited for it.
        if (readVersion(database) >= step.version) return
        step.migrate(database)
        database.pragma(`user_version = ${step.version}`)
      })
      .exclusive()
  }
}

/** Copies the database to a file, by way of a partial one, so that a copy that exists is whole. */
function backUp(database: Database, file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const partial = `${file}.partial`
  rmSync(partial, { force: true })
  database.prepare('VACUUM INTO ?').run(partial)
  renameSync(partial, file)
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')
}
