// Owns imports and their receipts. Every file that went in has one line in a receipt.
import type { Database } from 'better-sqlite3'
import { AppError } from '@shared/errors'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportOutcome, ImportSummary, ImportTotals, Receipt, ReceiptEntry } from '@shared/model/importing'
import { createId } from './ids'
import type { ArticleChange } from './takeBack'

/** A line of a receipt with what only the library keeps of it. */
export interface WrittenEntry {
  readonly entry: ReceiptEntry
  /** The file or folder that a person gave and the line came from; null where there is none on disk. */
  readonly retryPath: string | null
  /** What the line changed of an article that was there before; null where it changed none. */
  readonly changed: ArticleChange | null
}

/** An import that did not come to its end. */
export interface UnfinishedImport {
  readonly importId: ImportId
  /** What it was asked for, as `begin` was given it. */
  readonly wanted: string
}

/** Writes and reads receipts. */
export interface ImportRepository {
  /** Begins an import. `wanted` is kept until it has ended, for going on after a crash; null for what cannot go on. */
  readonly begin: (wanted: string | null) => ImportId
  /** Adds lines to a running import. Call inside the transaction that writes their articles. */
  readonly addEntries: (importId: ImportId, entries: readonly WrittenEntry[]) => void
  /** The imports that were interrupted and can go on. */
  readonly listUnfinished: () => readonly UnfinishedImport[]
  /** Takes an interrupted import up again, as this process's. */
  readonly resume: (importId: ImportId) => void
  /** How many lines there are of each path, and the next free position. */
  readonly progressOf: (importId: ImportId) => { readonly lines: ReadonlyMap<string, number>; readonly next: number }
  /** The lines from a position on, at most so many. */
  readonly listEntries: (importId: ImportId, fromPosition: number, most: number) => readonly ReceiptEntry[]
  /** What the import changed of articles that were there before, the first change first. */
  readonly listChanges: (importId: ImportId) => readonly ArticleChange[]
  /** True where an import that has changed this article was taken back, and still is. */
  readonly wasTakenBack: (articleId: ArticleId) => boolean
  /** Where lines came from, for those that came from a place on disk; of every failed line where none is named. */
  readonly retryPaths: (importId: ImportId, positions: readonly number[] | null) => readonly string[]
  readonly end: (importId: ImportId, state: 'finished' | 'cancelled' | 'interrupted') => ImportSummary
  /** Says that these imports still run. To be called at least every `aliveForMs / 2`. */
  readonly keepAlive: (importIds: readonly ImportId[]) => void
  /** Marks imports whose process has ended as interrupted; gives how many. Call before this process begins any. */
  readonly markInterrupted: (isProcessAlive: (pid: number) => boolean) => number
  /** @throws AppError `import_not_found` */
  readonly getSummary: (importId: ImportId) => ImportSummary
  readonly list: (offset: number, limit: number) => { imports: ImportSummary[]; total: number }
  /** @throws AppError `import_not_found` */
  readonly getReceipt: (importId: ImportId, outcome: ImportOutcome | null, offset: number, limit: number) => Receipt
}

/** An import that has not said for so many milliseconds that it runs does so no more, whoever has its process's number. */
export const aliveForMs = 60_000

interface ImportRow {
  readonly number: number
  readonly id: ImportId
  readonly state: ImportSummary['state']
  readonly started_at: number
  readonly finished_at: number | null
}

interface EntryRow {
  readonly position: number
  readonly path: string
  readonly outcome: ImportOutcome
  readonly article_id: ArticleId | null
  readonly format: ReceiptEntry['format']
  readonly title: string | null
  readonly error_code: NonNullable<ReceiptEntry['error']>['code'] | null
  readonly error_message: string | null
  readonly warnings: string
  readonly source_path: string | null
}

/** Prepares the statements. */
export function createImportRepository(database: Database, now: () => number): ImportRepository {
  const insert = database.prepare(
    `INSERT INTO import (id, state, started_at, owner, alive_at, wanted) VALUES (?, 'running', ?, ?, ?, ?)`
  )
  const insertEntry = database.prepare(
    `INSERT INTO import_entry (import_number, position, path, outcome, article_id, format, title, error_code,
       error_message, warnings, source_path, changed)
     VALUES ((SELECT number FROM import WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const finish = database.prepare(
    `UPDATE import SET state = @state, finished_at = @at, wanted = iif(@state = 'interrupted', wanted, NULL)
     WHERE id = @id AND state = 'running'`
  )
  const takeUp = database.prepare(
    `UPDATE import SET state = 'running', finished_at = NULL, owner = ?, alive_at = ? WHERE id = ? AND state = 'interrupted'`
  )
  const selectUnfinished = database.prepare<[], UnfinishedImport>(
    `SELECT id AS importId, wanted FROM import WHERE state = 'interrupted' AND wanted IS NOT NULL ORDER BY number`
  )
  const countPaths = database.prepare<[string], { path: string; count: number }>(
    `SELECT path, count(*) AS count FROM import_entry
     WHERE import_number = (SELECT number FROM import WHERE id = ?) GROUP BY path`
  )
  const selectNext = database
    .prepare<[string], number>(
      `SELECT ifnull(max(position) + 1, 0) FROM import_entry
       WHERE import_number = (SELECT number FROM import WHERE id = ?)`
    )
    .pluck()
  const selectChanges = database
    .prepare<[string], string>(
      `SELECT changed FROM import_entry WHERE import_number = (SELECT number FROM import WHERE id = ?)
       AND changed IS NOT NULL ORDER BY position`
    )
    .pluck()
  const selectRetryPaths = database
    .prepare<[{ id: string; positions: string | null }], string>(
      `SELECT source_path FROM import_entry WHERE import_number = (SELECT number FROM import WHERE id = @id)
       AND source_path IS NOT NULL AND iif(@positions IS NULL, outcome = 'failed',
         position IN (SELECT value FROM json_each(@positions))) ORDER BY position`
    )
    .pluck()
  const stayAlive = database.prepare(`UPDATE import SET alive_at = ? WHERE id = ? AND state = 'running'`)
  const selectRunning = database.prepare<[], { id: ImportId; owner: number; aliveAt: number }>(
    `SELECT id, owner, alive_at AS aliveAt FROM import WHERE state = 'running'`
  )
  const columns = 'number, id, state, started_at, finished_at'
  const selectOne = database.prepare<[string], ImportRow>(`SELECT ${columns} FROM import WHERE id = ?`)
  const selectPage = database.prepare<[number, number], ImportRow>(
    `SELECT ${columns} FROM import ORDER BY number DESC LIMIT ? OFFSET ?`
  )
  const countAll = database.prepare<[], number>('SELECT count(*) FROM import').pluck()
  const selectTotals = database.prepare<[number], { outcome: ImportOutcome; count: number }>(
    'SELECT outcome, count(*) AS count FROM import_entry WHERE import_number = ? GROUP BY outcome'
  )
  const selectFirstPath = database
    .prepare<[number], string>('SELECT path FROM import_entry WHERE import_number = ? ORDER BY position LIMIT 1')
    .pluck()
  const countBroughtIn = database.prepare<[number], { total: number; kept: number }>(
    `SELECT count(*) AS total, count(*) FILTER (WHERE trashed_at IS NULL) AS kept FROM article WHERE import_number = ?`
  )
  const isActionStanding = database.prepare<[number]>('SELECT 1 FROM action WHERE import_number = ? AND is_undone = 0')
  const selectTakenBack = database.prepare<[string]>(
    `SELECT 1 FROM import_entry JOIN action ON action.import_number = import_entry.import_number AND is_undone = 0
     WHERE article_id = ? AND changed IS NOT NULL LIMIT 1`
  )
  const entryColumns =
    'position, path, outcome, article_id, format, title, error_code, error_message, warnings, source_path'
  const selectEntries = database.prepare<[number, number, number], EntryRow>(
    `SELECT ${entryColumns} FROM import_entry WHERE import_number = ? ORDER BY position LIMIT ? OFFSET ?`
  )
  const selectEntriesFrom = database.prepare<[string, number, number], EntryRow>(
    `SELECT ${entryColumns} FROM import_entry WHERE import_number = (SELECT number FROM import WHERE id = ?)
       AND position >= ? ORDER BY position LIMIT ?`
  )
  const selectEntriesOf = database.prepare<[number, string, number, number], EntryRow>(
    `SELECT ${entryColumns} FROM import_entry WHERE import_number = ? AND outcome = ? ORDER BY position LIMIT ? OFFSET ?`
  )

  const getRow = (importId: ImportId): ImportRow => {
    const row = selectOne.get(importId)
    if (!row) throw new AppError('import_not_found', 'This import is not in the library')
    return row
  }
  const toSummary = (row: ImportRow): ImportSummary => {
    const totals: ImportTotals = { imported: 0, updated: 0, duplicate: 0, stub: 0, failed: 0 }
    for (const { outcome, count } of selectTotals.all(row.number)) totals[outcome] = count
    const { total, kept } = countBroughtIn.get(row.number) ?? { total: 0, kept: 0 }
    const isTrashed = totals.imported + totals.stub > 0 && total > 0 && kept === 0
    return {
      importId: row.id,
      state: row.state,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      isUndone: isTrashed || isActionStanding.get(row.number) !== undefined,
      firstPath: selectFirstPath.get(row.number) ?? null,
      totals
    }
  }

  return {
    begin: wanted => {
      const startedAt = now()
      const id = createId(startedAt) as ImportId
      insert.run(id, startedAt, process.pid, startedAt, wanted)
      return id
    },
    addEntries: (importId, entries) => {
      for (const { entry, retryPath, changed } of entries) {
        insertEntry.run(
          importId,
          entry.position,
          entry.path,
          entry.outcome,
          entry.articleId,
          entry.format,
          entry.title,
          entry.error?.code ?? null,
          entry.error?.message ?? null,
          JSON.stringify(entry.warnings),
          retryPath,
          changed && JSON.stringify(changed)
        )
      }
    },
    end: (importId, state) => {
      finish.run({ state, at: now(), id: importId })
      return toSummary(getRow(importId))
    },
    keepAlive: importIds => {
      for (const importId of importIds) stayAlive.run(now(), importId)
    },
    markInterrupted: isProcessAlive => {
      // Nothing of this process runs yet, so an import under its number belongs to an earlier one.
      const dead = selectRunning
        .all()
        .filter(({ owner, aliveAt }) => owner === process.pid || !isProcessAlive(owner) || aliveAt < now() - aliveForMs)
      for (const { id } of dead) finish.run({ state: 'interrupted', at: now(), id })
      return dead.length
    },
    listUnfinished: () => selectUnfinished.all(),
    resume: importId => {
      takeUp.run(process.pid, now(), importId)
    },
    progressOf: importId => ({
      lines: new Map(countPaths.all(importId).map(({ path, count }) => [path, count])),
      next: selectNext.get(importId) ?? 0
    }),
    listEntries: (importId, fromPosition, most) => selectEntriesFrom.all(importId, fromPosition, most).map(toEntry),
    listChanges: importId => selectChanges.all(importId).map(changed => JSON.parse(changed) as ArticleChange),
    wasTakenBack: articleId => selectTakenBack.get(articleId) !== undefined,
    retryPaths: (importId, positions) =>
      selectRetryPaths.all({ id: importId, positions: positions && JSON.stringify(positions) }),
    getSummary: importId => toSummary(getRow(importId)),
    list: (offset, limit) => ({
      imports: selectPage.all(limit, offset).map(toSummary),
      total: countAll.get() ?? 0
    }),
    getReceipt: (importId, outcome, offset, limit) => {
      const row = getRow(importId)
      const summary = toSummary(row)
      const { imported, updated, duplicate, stub, failed } = summary.totals
      const rows = outcome
        ? selectEntriesOf.all(row.number, outcome, limit, offset)
        : selectEntries.all(row.number, limit, offset)
      return {
        ...summary,
        entries: rows.map(toEntry),
        total: outcome ? summary.totals[outcome] : imported + updated + duplicate + stub + failed
      }
    }
  }
}

function toEntry(row: EntryRow): ReceiptEntry {
  return {
    position: row.position,
    path: row.path,
    outcome: row.outcome,
    articleId: row.article_id,
    format: row.format,
    title: row.title,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
    warnings: JSON.parse(row.warnings),
    canRetry: row.source_path !== null
  }
}
