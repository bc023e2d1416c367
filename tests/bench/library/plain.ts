// Owns the peer of the library benchmark: what one would write in an afternoon. One SQLite table with the bodies in it and
// an FTS5 index, through the same better-sqlite3 with the same durability; no originals, no structure, no sanitising.
import { readdirSync, readFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { rateSince, spreadOf, watchCosts, watchMainThread, type LibraryCost } from './measure'

const pageSize = 100
const batchSize = 100
const listed =
  'SELECT id, title, substr(body, 1, 200) AS excerpt, added_at FROM article ORDER BY added_at DESC LIMIT ? OFFSET ?'

function openPlain(folder: string): Database {
  mkdirSync(folder, { recursive: true })
  const database = new SqliteDatabase(join(folder, 'plain.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(
    `CREATE TABLE IF NOT EXISTS article (id TEXT PRIMARY KEY, title TEXT, body TEXT, added_at INTEGER);
     CREATE VIRTUAL TABLE IF NOT EXISTS searched USING fts5 (title, body, content = 'article')`
  )
  return database
}

/** Reads every file into the table and the index, then lists and opens. */
export async function measurePlain(files: string, folder: string): Promise<Omit<LibraryCost, 'startMs'>> {
  const database = openPlain(folder)
  const insert = database.prepare('INSERT INTO article (id, title, body, added_at) VALUES (?, ?, ?, ?)')
  const index = database.prepare('INSERT INTO searched (rowid, title, body) VALUES (?, ?, ?)')
  const names = readdirSync(files)
  const stopWatching = watchMainThread()
  const stopCounting = watchCosts()
  const begin = performance.now()
  for (let start = 0; start < names.length; start += batchSize) {
    database.transaction(() => {
      for (const name of names.slice(start, start + batchSize)) {
        const text = readFileSync(join(files, name), 'utf8')
        const end = text.indexOf('\n')
        const { lastInsertRowid } = insert.run(name, text.slice(0, end), text.slice(end + 1), Date.now())
        index.run(lastInsertRowid, text.slice(0, end), text.slice(end + 1))
      }
    })()
    await new Promise(resolve => setImmediate(resolve))
  }
  const storedPerSecond = rateSince(begin, names.length)
  const longestWaitMs = stopWatching()
  const costs = stopCounting(names.length)
  const list = database.prepare(listed)
  const open = database.prepare('SELECT * FROM article WHERE id = ?')
  const cost = {
    storedPerSecond,
    searchablePerSecond: storedPerSecond,
    longestWaitMs,
    ...costs,
    firstPage: spreadOf(() => list.all(pageSize, 0)),
    lastPage: spreadOf(() => list.all(pageSize, names.length - pageSize)),
    open: spreadOf(turn => open.get(names[(turn * 7919) % names.length]))
  }
  database.close()
  return cost
}

/** Opens the table and reads the first page. */
export async function startPlain(folder: string): Promise<void> {
  const page = openPlain(folder).prepare(listed).all(pageSize, 0)
  if (page.length !== pageSize) throw new Error('The first page is not full')
  process.exit(0)
}
