import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/main/library/database'
import { migrations } from '../../../src/main/library/migrations'
import { temporaryFolder } from '../support/temporaryFolder'

function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'no error'
}

describe('openDatabase', () => {
  it('refuses a database of a newer program and leaves it as it is', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'library.db')
    const newer = new SqliteDatabase(file)
    newer.pragma('user_version = 9999')
    newer.close()
    const before = readFileSync(file)
    expect(codeOf(() => openDatabase({ file, backupsFolder: join(folder, 'backups') }))).toBe('library_newer')
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['library.db'])
  })

  it('says that a file which is no database is damaged, and keeps it', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'library.db')
    writeFileSync(file, 'this is no database, but it is longer than a header of one would be'.repeat(20))
    expect(codeOf(() => openDatabase({ file, backupsFolder: folder }))).toBe('library_damaged')
    expect(existsSync(file)).toBe(true)
  })

  it('says that a folder in place of the file cannot be opened', () => {
    const folder = temporaryFolder()
    expect(codeOf(() => openDatabase({ file: folder, backupsFolder: folder }))).toBe('storage_failed')
  })

  it('gives a new file the newest version, with full durability and foreign keys', () => {
    const folder = temporaryFolder()
    const database = openDatabase({ file: join(folder, 'deep', 'library.db'), backupsFolder: join(folder, 'backups') })
    const pragmas = ['user_version', 'journal_mode', 'synchronous', 'foreign_keys'].map(name =>
      database.pragma(name, { simple: true })
    )
    database.close()
    expect(pragmas).toEqual([migrations.at(-1)?.version, 'wal', 2, 1])
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  it('backs an older database up before it migrates it', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'library.db')
    const backupsFolder = join(folder, 'backups')
    const first = {
      version: 1,
      purpose: 'first',
      migrate: (db: SqliteDatabase.Database) => void db.exec('CREATE TABLE a (x)')
    }
    const second = {
      version: 2,
      purpose: 'second',
      migrate: (db: SqliteDatabase.Database) => void db.exec('CREATE TABLE b (x)')
    }
    openDatabase({ file, backupsFolder, migrations: [first] }).close()
    const migrated = openDatabase({ file, backupsFolder, migrations: [first, second] })
    const tables = migrated.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all()
    migrated.close()
    const backup = new SqliteDatabase(join(backupsFolder, 'before-version-2.db'), { readonly: true })
    const kept = backup.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()
    backup.close()
    expect({ tables, kept, files: readdirSync(backupsFolder) }).toEqual({
      tables: ['a', 'b'],
      kept: ['a'],
      files: ['before-version-2.db']
    })
  })

  it('leaves the version before when a migration fails half way', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'library.db')
    const first = {
      version: 1,
      purpose: 'first',
      migrate: (db: SqliteDatabase.Database) => void db.exec('CREATE TABLE a (x)')
    }
    const broken = {
      version: 2,
      purpose: 'broken',
      migrate: (db: SqliteDatabase.Database) => {
        db.exec('CREATE TABLE b (x)')
        throw new Error('half way')
      }
    }
    openDatabase({ file, backupsFolder: folder, migrations: [first] }).close()
    expect(codeOf(() => openDatabase({ file, backupsFolder: folder, migrations: [first, broken] }))).toBe(
      'storage_failed'
    )
    const database = openDatabase({ file, backupsFolder: folder, migrations: [first] })
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()
    database.close()
    expect(tables).toEqual(['a'])
  })

  it('numbers its migrations without gaps', () => {
    expect(migrations.map(step => step.version)).toEqual(migrations.map((_step, index) => index + 1))
  })
})
