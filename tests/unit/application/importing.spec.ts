import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { importPaths, openTestApplication } from '../support/testApplication'
import { temporaryFolder } from '../support/temporaryFolder'

const article = (number: number): string =>
  [
    `Harga beras nomor ${number} turun di pasar induk`,
    'Pedagang menyambut baik panen yang datang lebih awal.',
    `Warta Pasar - Harga beras turun pada hari Senin 4 Maret 2024, kata pedagang nomor ${number} di pasar induk kota.`,
    'Penurunan itu terjadi setelah panen di beberapa daerah datang lebih awal daripada tahun lalu.'
  ].join('\n')

function writeArticles(count: number): string {
  const folder = temporaryFolder()
  for (let index = 0; index < count; index++) writeFileSync(join(folder, `artikel-${index}.txt`), article(index))
  return folder
}

describe('importing', () => {
  it('gives every bad file a named error and brings the good ones in', async () => {
    const { application } = openTestApplication()
    const folder = writeArticles(2)
    writeFileSync(join(folder, 'empty.txt'), '')
    writeFileSync(join(folder, 'blank.txt'), ' \n\n\t ')
    writeFileSync(join(folder, 'binary.txt'), Buffer.from(Array.from({ length: 400 }, (_, index) => index % 7)))
    writeFileSync(join(folder, 'huge.txt'), '')
    truncateSync(join(folder, 'huge.txt'), 200 * 1024 * 1024)
    writeFileSync(join(folder, 'endless.txt'), 'a'.repeat(5_000_000))
    writeFileSync(
      join(folder, 'broken.txt'),
      Buffer.from([0x48, 0xc3, 0x28, 0xff, 0xfe, 0xfd, 0x81, 0x8d, 0x90, 0xc0, 0xc1])
    )
    mkdirSync(join(folder, 'inner'))
    symlinkSync(folder, join(folder, 'inner', 'loop'))
    const receipt = await importPaths(application, [folder, join(folder, 'missing.txt')])
    const failures = Object.fromEntries(
      receipt.entries.flatMap(entry => (entry.error ? [[entry.path.split(/[\\/]/).at(-1), entry.error.code]] : []))
    )
    expect(failures).toEqual({
      'empty.txt': 'file_empty',
      'blank.txt': 'file_empty',
      'binary.txt': 'file_binary',
      'huge.txt': 'file_too_large',
      'endless.txt': 'text_line_too_long',
      'broken.txt': 'text_undecodable',
      loop: 'folder_loop',
      'missing.txt': 'file_missing'
    })
    expect(receipt.totals).toEqual({ imported: 2, updated: 0, duplicate: 0, stub: 0, failed: 8 })
    expect(receipt.total).toBe(10)
  })

  it('keeps the original, byte for byte', async () => {
    const { application } = openTestApplication()
    const folder = writeArticles(1)
    const bytes = readFileSync(join(folder, 'artikel-0.txt'))
    await importPaths(application, [folder])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(Buffer.from(await application.library.originals.read(sha256, '.txt'))).toEqual(bytes)
  })

  it('adds nothing when a folder is imported again', async () => {
    const { application } = openTestApplication()
    const folder = writeArticles(30)
    await importPaths(application, [folder])
    const again = await importPaths(application, [folder])
    expect(again.totals).toEqual({ imported: 0, updated: 0, duplicate: 30, stub: 0, failed: 0 })
    expect(application.library.lists.counts().all).toBe(30)
  })

  it('takes the same bytes under two names once', async () => {
    const { application } = openTestApplication()
    const folder = temporaryFolder()
    for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(folder, name), article(1))
    const { totals } = await importPaths(application, [folder])
    expect(totals).toMatchObject({ imported: 1, duplicate: 2 })
  })

  it('puts a trashed article back when its file comes in again, and says so', async () => {
    const { application } = openTestApplication()
    const folder = writeArticles(1)
    const first = await importPaths(application, [folder])
    const articleId = first.entries[0]?.articleId
    if (!articleId) throw new Error('The article was not imported')
    application.library.actions.changeStates([articleId], { isTrashed: true })
    const again = await importPaths(application, [folder])
    expect(again.entries[0]).toMatchObject({
      outcome: 'duplicate',
      articleId,
      warnings: [{ code: 'restored_from_trash' }]
    })
    expect(application.library.articles.get(articleId).trashedAt).toBeNull()
  })

  it('accounts for every file that it found when it is cancelled', async () => {
    const { application, events } = openTestApplication()
    const folder = writeArticles(400)
    const importId = application.imports.enqueue({ kind: 'items', items: [{ kind: 'path', path: folder }] })
    await new Promise<void>(resolve => {
      const timer = setInterval(() => {
        if ((application.imports.progress()?.done ?? 0) === 0) return
        clearInterval(timer)
        resolve()
      }, 1)
    })
    application.imports.cancel(importId)
    const { state, totals } = await application.imports.waitFor(importId)
    const { total, entries } = application.library.imports.getReceipt(importId, null, 0, 500)
    expect(state).toBe('cancelled')
    expect(total).toBe(totals.imported + totals.failed)
    expect(application.library.lists.counts().all).toBe(totals.imported)
    expect(entries.filter(entry => entry.error).every(entry => entry.error?.code === 'import_cancelled')).toBe(true)
    expect(events.filter(event => event.channel === 'importing:finished')).toHaveLength(1)
  })

  it('imports pasted text and the sample in the interface’s language', async () => {
    const { application } = openTestApplication()
    application.library.settings.change({ interfaceLanguage: 'id' })
    const items = [{ kind: 'pasted', format: 'text', content: article(7) }, { kind: 'sample' }] as const
    const { totals } = await application.imports.waitFor(application.imports.enqueue({ kind: 'items', items }))
    expect(totals.imported).toBe(2)
    const titles = application.library.lists.page({ kind: 'all' }, 'title', 0, 10).articles.map(entry => entry.title)
    expect(titles).toEqual([
      'Harga beras nomor 7 turun di pasar induk',
      'Warga Karangasem Menyalin Ulang Naskah Lontar yang Mulai Rapuh'
    ])
  })

  it('moves to Trash what an import brought in when it is undone, and back', async () => {
    const { application } = openTestApplication()
    const { importId } = await importPaths(application, [writeArticles(3)])
    const undone = await application.handlers['importing:undoImport']({ importId })
    expect(undone).toMatchObject({ kind: 'undoImport', articleCount: 3 })
    expect(application.library.lists.counts()).toMatchObject({ all: 0, trash: 3 })
    await application.handlers['library:undo']({})
    expect(application.library.lists.counts()).toMatchObject({ all: 3, trash: 0 })
  })

  it('finds a new article by its words as soon as the import has ended', async () => {
    const { application } = openTestApplication()
    await application.start()
    await importPaths(application, [writeArticles(3)])
    const input = { query: 'panen pedagang', isTyping: false, offset: 0, limit: 10 }
    const result = await application.handlers['search:query'](input)
    expect(result.total).toBe(3)
  })

  it('takes in what a crash left: an article under its own name, and no image without one', async () => {
    const { application, folder } = openTestApplication()
    const { library } = application
    const importId = library.imports.begin(null)
    const bytes = new TextEncoder().encode(article(99))
    const image = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
    const files = [
      { sha256: hashOf(bytes), extension: '.txt', bytes, fileName: 'beras.txt', sourcePath: null },
      { sha256: hashOf(image), extension: '.png', bytes: image, fileName: null, sourcePath: null }
    ]
    library.files.recordPending(importId, files)
    await library.originals.store(files)
    await application.dispose()

    const { application: again } = openTestApplication({ folder })
    await again.start()
    const [found] = again.library.lists.page({ kind: 'all' }, 'imported', 0, 10).articles
    if (!found) throw new Error('Nothing was adopted')
    expect(again.library.articles.get(found.id)).toMatchObject({
      title: 'Harga beras nomor 99 turun di pasar induk',
      source: { fileName: 'beras.txt' }
    })
    expect(existsSync(again.library.originals.pathOf(hashOf(bytes), '.txt'))).toBe(true)
    expect(existsSync(again.library.originals.pathOf(hashOf(image), '.png'))).toBe(false)
    expect(again.library.imports.getSummary(importId).state).toBe('interrupted')
    expect(await again.handlers['app:getEnvironment']({})).toMatchObject({
      recovery: { kind: 'adopted_originals', done: 1 }
    })
  })

  it('keeps for the next start what it was kept from taking in', async () => {
    const { application, folder } = openTestApplication()
    const { library } = application
    const importId = library.imports.begin(null)
    const files = Array.from({ length: 200 }, (_, index) => {
      const bytes = new TextEncoder().encode(article(index))
      return { sha256: hashOf(bytes), extension: '.txt', bytes, fileName: `${index}.txt`, sourcePath: null }
    })
    library.files.recordPending(importId, files)
    await library.originals.store(files)
    await application.dispose()

    const { application: second } = openTestApplication({ folder })
    const started = second.start()
    await second.dispose()
    await started.catch(() => undefined)
    const { application: third } = openTestApplication({ folder })
    await third.start()
    const there = files.filter(file => existsSync(third.library.originals.pathOf(file.sha256, '.txt')))
    expect({ articles: third.library.lists.counts().all, originals: there.length }).toEqual({
      articles: 200,
      originals: 200
    })
  })

  it('does not take an import for crashed that another living program runs', async () => {
    const { application, folder } = openTestApplication()
    const importId = application.library.imports.begin(null)
    const database = new SqliteDatabase(join(folder, 'library.db'))
    database.prepare('UPDATE import SET owner = ?').run(process.ppid)
    database.close()
    const { application: other } = openTestApplication({ folder })
    expect(other.library.imports.getSummary(importId).state).toBe('running')
    expect(await other.handlers['app:getEnvironment']({})).toMatchObject({ recovery: null })
  })

  it('does not take an import for crashed that began before the start was through', async () => {
    const { application } = openTestApplication()
    const items = [{ kind: 'path', path: writeArticles(20) }] as const
    const importId = application.imports.enqueue({ kind: 'items', items })
    await application.start()
    expect((await application.imports.waitFor(importId)).state).toBe('finished')
  })

  it('keeps every original that comes in again while Trash is being emptied', async () => {
    const { application } = openTestApplication()
    const folder = writeArticles(300)
    const { importId } = await importPaths(application, [folder])
    await application.handlers['importing:undoImport']({ importId })
    const [, receipt] = await Promise.all([
      application.handlers['library:emptyTrash']({}),
      importPaths(application, [folder])
    ])
    const { library } = application
    expect(receipt.totals.failed).toBe(0)
    const { articles } = library.lists.page({ kind: 'all' }, 'imported', 0, 500)
    const missing = articles.filter(({ id }) => {
      const { sha256, extension } = library.articles.getOriginal(id)
      return !existsSync(library.originals.pathOf(sha256, extension))
    })
    expect({ articles: articles.length, missing: missing.length }).toEqual({ articles: 300, missing: 0 })
  })

  it('undoes an import that put articles back from Trash, without touching the undo of a person', async () => {
    const { application } = openTestApplication()
    const folder = writeArticles(5)
    const first = await importPaths(application, [folder])
    application.library.actions.changeStates(application.library.articles.idsOfImport(first.importId), {
      isTrashed: true
    })
    const again = await importPaths(application, [folder])
    expect(application.library.lists.counts()).toMatchObject({ all: 5, trash: 0 })
    await application.handlers['importing:undoImport']({ importId: again.importId })
    expect(application.library.lists.counts()).toMatchObject({ all: 0, trash: 5 })
    expect((await application.handlers['library:undo']({})).kind).toBe('undoImport')
    expect((await application.handlers['library:undo']({})).kind).toBe('trash')
  })

  it('keeps one original of the same bytes under two endings', async () => {
    const { application } = openTestApplication()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), article(3))
    writeFileSync(join(folder, 'b.md'), article(3))
    await importPaths(application, [folder])
    await application.start()
    const [kept] = application.library.lists.page({ kind: 'all' }, 'imported', 0, 2).articles
    if (!kept) throw new Error('Nothing was imported')
    // Whichever of the two was committed first is the original.
    const { sha256, extension } = application.library.articles.getOriginal(kept.id)
    const there = ['.txt', '.md'].filter(ending => existsSync(application.library.originals.pathOf(sha256, ending)))
    expect(there).toEqual([extension])
  })

  it('starts though a file that is no longer needed cannot be removed', async () => {
    const { application, folder } = openTestApplication()
    const { entries } = await importPaths(application, [writeArticles(1)])
    const articleId = entries[0]?.articleId
    if (!articleId) throw new Error('The article was not imported')
    const { sha256, extension } = application.library.articles.getOriginal(articleId)
    const path = application.library.originals.pathOf(sha256, extension)
    application.library.actions.changeStates([articleId], { isTrashed: true })
    rmSync(path)
    mkdirSync(path)
    await application.handlers['library:emptyTrash']({})
    await application.dispose()
    const { application: again } = openTestApplication({ folder })
    await again.start()
    expect(again.library.files.listDiscarded()).toEqual([{ sha256, extension }])
    rmSync(path, { recursive: true })
  })
})

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
