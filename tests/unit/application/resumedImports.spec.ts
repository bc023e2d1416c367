// What becomes of an import in whose middle the program ended.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ImportId } from '@shared/model/common'
import type { ImportItem, ReceiptEntry } from '@shared/model/importing'
import type { Application } from '../../../src/main/application/createApplication'
import { openTestApplication } from '../support/testApplication'
import { temporaryFolder } from '../support/temporaryFolder'

const text = (number: number): string =>
  `Harga cabai nomor ${number} naik di pasar\n\nPedagang nomor ${number} menyebut hujan sebagai sebab kenaikan harga itu.\n`
const names = Array.from({ length: 300 }, (_, index) => `artikel-${String(index).padStart(3, '0')}.txt`)

function writeFolder(): string {
  const folder = temporaryFolder()
  for (const [index, name] of names.entries()) writeFileSync(join(folder, name), text(index))
  return folder
}

function writeZip(): string {
  const file = join(temporaryFolder(), 'semua.zip')
  writeFileSync(file, zipSync(Object.fromEntries(names.map((name, index) => [name, strToU8(text(index))]))))
  return file
}

function writeExport(): string {
  const file = join(temporaryFolder(), 'part_000000.csv')
  const rows = names.map((name, index) => `Judul ke-${index} yang panjang,https://contoh.id/${name},1688628695,,unread`)
  writeFileSync(file, ['title,url,time_added,tags,status', ...rows].join('\n'))
  return file
}

async function allLines(application: Application, importId: ImportId): Promise<ReceiptEntry[]> {
  return application.library.imports.getReceipt(importId, null, 0, 500).entries
}

/** Begins an import and waits until some of its files, and not all, are on disk. */
async function beginImport(application: Application, items: readonly ImportItem[]): Promise<ImportId> {
  const { importId } = await application.handlers['importing:enqueue']({ items: [...items] })
  for (;;) {
    const lines = await allLines(application, importId)
    if (lines.length >= names.length) throw new Error('The import was through before it could be broken off')
    if (lines.length > 0) return importId
    await new Promise(resolve => setTimeout(resolve, 1))
  }
}

/** Makes a library look as a killed program leaves it: the import runs, by a process that is no more. */
function pretendKilled(folder: string, importId: ImportId): void {
  const database = new SqliteDatabase(join(folder, 'library.db'))
  database
    .prepare(`UPDATE import SET state = 'running', owner = 999999999, finished_at = NULL WHERE id = ?`)
    .run(importId)
  database.close()
}

describe('an interrupted import', () => {
  it.each([
    ['a folder', writeFolder],
    ['an archive', writeZip],
    ['an export', writeExport]
  ])('of %s goes on at the next start, each file once', async (_name, write) => {
    const { application, folder } = openTestApplication()
    const importId = await beginImport(application, [{ kind: 'path', path: write() }])
    await application.dispose()
    pretendKilled(folder, importId)

    const { application: again } = openTestApplication({ folder })
    const before = await allLines(again, importId)
    const started = again.start()
    const { recovery } = await again.handlers['app:getEnvironment']({})
    expect(recovery).toEqual({ kind: 'resumed_import', done: before.length })
    const { totals, state } = await again.imports.waitFor(importId)
    await started
    const lines = await allLines(again, importId)
    expect(new Set(lines.map(line => line.path)).size).toBe(names.length)
    expect({
      state,
      lines: lines.length,
      brought: totals.imported + totals.stub,
      all: again.library.lists.counts().all
    }).toEqual({
      state: 'finished',
      lines: names.length,
      brought: names.length,
      all: names.length
    })
    expect(lines.slice(0, before.length)).toEqual(before)
  })

  it('says of files that are gone meanwhile that they are', async () => {
    const { application, folder } = openTestApplication()
    const source = writeFolder()
    const paths = names.map(name => ({ kind: 'path', path: join(source, name) }) as const)
    const importId = await beginImport(application, paths)
    await application.dispose()
    rmSync(join(source, 'artikel-299.txt'))

    const { application: again } = openTestApplication({ folder })
    await again.start()
    const { totals } = again.library.imports.getSummary(importId)
    expect(totals.imported + totals.failed).toBe(names.length)
    const last = (await allLines(again, importId)).find(line => line.path.endsWith('artikel-299.txt'))
    // It had been brought in before, or is named as missing: never passed over in silence.
    expect(['imported', 'file_missing']).toContain(last?.error?.code ?? last?.outcome)
  })

  it('goes on with pasted text, which lies nowhere else', async () => {
    const { application, folder } = openTestApplication()
    const items = names.map((_, index) => ({ kind: 'pasted', format: 'text', content: text(index) }) as const)
    const importId = await beginImport(application, items)
    await application.dispose()
    const { application: again } = openTestApplication({ folder })
    await again.start()
    expect(again.library.lists.counts().all).toBe(names.length)
    expect(again.library.imports.getSummary(importId)).toMatchObject({ state: 'finished', totals: { imported: 300 } })
  })

  it('stays cancelled where a person cancelled it', async () => {
    const { application, folder } = openTestApplication()
    const importId = await beginImport(application, [{ kind: 'path', path: writeFolder() }])
    application.imports.cancel(importId)
    await application.imports.waitFor(importId)
    await application.dispose()
    const { application: again } = openTestApplication({ folder })
    await again.start()
    expect(again.library.imports.getSummary(importId).state).toBe('cancelled')
    expect(existsSync(join(folder, 'library.db'))).toBe(true)
  })
})

describe('an archive', () => {
  it('leaves no unpacked file behind, not even after a crash', async () => {
    const { application, folder } = openTestApplication()
    const importId = await beginImport(application, [{ kind: 'path', path: writeZip() }])
    await application.dispose()
    pretendKilled(folder, importId)
    mkdirSync(join(folder, 'temporary', '999999999-abc'), { recursive: true })
    writeFileSync(join(folder, 'temporary', '999999999-abc', 'x.txt'), 'x')
    const { application: again } = openTestApplication({ folder })
    await again.start()
    expect(readdirSync(join(folder, 'temporary'))).toEqual([])
  })
})
