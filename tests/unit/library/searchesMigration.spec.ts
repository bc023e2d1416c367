// The third step of the schema, from a library of the second with something in it.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLibrary } from '../../../src/main/library/library'
import { migrations } from '../../../src/main/library/migrations'
import { temporaryFolder } from '../support/temporaryFolder'

it('keeps what a library of the second version has, copies it before, and can save searches', () => {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  const database = new SqliteDatabase(join(folder, 'library.db'))
  for (const step of migrations.slice(0, 2)) step.migrate(database)
  database.pragma('user_version = 2')
  database.exec(`INSERT INTO setting VALUES ('fontSize', '24'); INSERT INTO tag (name) VALUES ('Sawah');`)
  database.close()

  const library = openLibrary({ folder, now: () => 100 })
  try {
    expect(library.settings.get()).toMatchObject({ fontSize: 24, searchHistoryLength: 100 })
    expect([library.savedSearches.list(), library.searchHistory.list(10)]).toEqual([[], []])
    const saved = library.savedSearches.add({ name: 'Perang', query: 'tag:perang', order: 'newest' })
    expect(library.savedSearches.list()).toEqual([saved])
    expect(existsSync(join(folder, 'backups', 'before-version-3.db'))).toBe(true)
  } finally {
    library.close()
  }
})
