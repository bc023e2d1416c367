import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDiskThread, createPlainDisk, type Disk } from '../../../src/main/library/disk/disk'
import { openTestLibrary, addArticle } from '../support/testLibrary'
import { temporaryFolder } from '../support/temporaryFolder'
import { testWorkersFolder } from '../buildWorkers'

const makers: ReadonlyArray<readonly [string, () => Disk]> = [
  ['on the thread that asks', createPlainDisk],
  ['on a thread of its own', () => createDiskThread(join(testWorkersFolder, 'diskWorker.js'))]
]

describe.each(makers)('the way to the disk, %s', (_, make) => {
  const openDisk = (): Disk => {
    const disk = make()
    onTestFinished(() => disk.dispose())
    return disk
  }
  const fileIn = (folder: string, name: string, text: string, mayBeThere = false) => ({
    path: join(folder, 'aa', name),
    partial: join(folder, 'incoming', `${name}.partial`),
    bytes: new TextEncoder().encode(text),
    mayBeThere
  })

  it('leaves nothing of a batch half written where one of its files cannot be stored, and says why', async () => {
    const folder = temporaryFolder()
    const disk = openDisk()
    mkdirSync(join(folder, 'incoming', 'dua.txt.partial'), { recursive: true })
    const files = [fileIn(folder, 'satu.txt', 'Satu.'), fileIn(folder, 'dua.txt', 'Dua.')]
    await expect(disk.writeFiles(files)).rejects.toMatchObject({ code: 'EISDIR' })
    expect(readdirSync(join(folder, 'incoming'))).toEqual(['dua.txt.partial'])
  })

  it('goes on after a failure', async () => {
    const folder = temporaryFolder()
    const disk = openDisk()
    await expect(disk.syncFolders([join(folder, 'missing')])).rejects.toMatchObject({ code: 'ENOENT' })
    await disk.writeFiles([fileIn(folder, 'satu.txt', 'Satu.')])
    expect(readFileSync(join(folder, 'aa', 'satu.txt'), 'utf8')).toBe('Satu.')
  })

  it('leaves a file that may be there as it is, and replaces one that may not', async () => {
    const folder = temporaryFolder()
    const disk = openDisk()
    mkdirSync(join(folder, 'aa'))
    for (const name of ['satu.txt', 'dua.txt']) writeFileSync(join(folder, 'aa', name), 'Lama.')
    await disk.writeFiles([fileIn(folder, 'satu.txt', 'Baru.', true), fileIn(folder, 'dua.txt', 'Baru.')])
    expect(['satu.txt', 'dua.txt'].map(name => readFileSync(join(folder, 'aa', name), 'utf8'))).toEqual([
      'Lama.',
      'Baru.'
    ])
  })

  it('writes an empty file', async () => {
    const folder = temporaryFolder()
    await openDisk().writeFiles([fileIn(folder, 'kosong.txt', '')])
    expect(readFileSync(join(folder, 'aa', 'kosong.txt'), 'utf8')).toBe('')
  })

  it('moves the log of a database into it while others have it open', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'library.db')
    const database = new SqliteDatabase(file)
    onTestFinished(() => {
      database.close()
    })
    database.pragma('journal_mode = WAL')
    database.exec("CREATE TABLE kata (isi TEXT); INSERT INTO kata VALUES ('lontar')")
    const disk = openDisk()
    await disk.syncDatabase(file)
    expect(readFileSync(file).includes('lontar')).toBe(false)
    await disk.checkpoint(file)
    expect(readFileSync(file).includes('lontar')).toBe(true)
    expect(database.prepare('SELECT isi FROM kata').pluck().all()).toEqual(['lontar'])
  })

  it('has nothing to sync where a database has no log', async () => {
    await expect(openDisk().syncDatabase(join(temporaryFolder(), 'library.db'))).resolves.toBeUndefined()
  })
})

describe('a library and its disk', () => {
  it('does not take its own checkpoints for changes by another program', async () => {
    const { library, folder } = openTestLibrary()
    addArticle(library)
    const before = library.externalVersion()
    for (let turn = 0; turn < 10; turn++) {
      library.note(() => library.settings.change({ theme: 'dark' }))
      await library.makeLast()
    }
    expect(library.externalVersion()).toBe(before)
    expect(existsSync(join(folder, 'library.db-wal'))).toBe(true)
  })
})
