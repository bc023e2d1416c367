// Reading an original again, retrying, saving a receipt and watching folders, through the whole application.
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPaths, openTestApplication } from '../support/testApplication'
import { temporaryFolder } from '../support/temporaryFolder'

const russian =
  'Рыбаки остались на берегу\n\nСильный ветер не дал рыбакам выйти в море, сообщил начальник порта в понедельник утром.\n'
/** Windows-1251: the Cyrillic alphabet lies in one piece from 0xC0 on. */
const cyrillic = (text: string): Buffer =>
  Buffer.from(
    text
      .split('')
      .map(letter => (letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x0410 + 0xc0 : letter.charCodeAt(0)))
  )

describe('reading again', () => {
  it('corrects an encoding as a new version that can be taken back', async () => {
    const { application } = openTestApplication()
    const file = join(temporaryFolder(), 'рыбаки.txt')
    writeFileSync(file, cyrillic(russian))
    const { entries } = await importPaths(application, [file])
    const articleId = entries[0]?.articleId
    if (!articleId) throw new Error('Nothing was imported')
    const preview = await application.handlers['importing:previewEncodings']({
      articleId,
      labels: ['windows-1251', 'windows-1252']
    })
    expect(preview[0]).toMatchObject({ label: 'windows-1251', replaced: 0 })
    expect(preview[0]?.sample).toContain('Рыбаки')
    expect(preview[1]?.sample).not.toContain('Рыбаки')

    await application.handlers['importing:readAgain']({ articleId, options: { encoding: 'windows-1252' } })
    expect(application.library.articles.get(articleId)).toMatchObject({
      source: { encoding: 'windows-1252', options: { encoding: 'windows-1252' } }
    })
    await application.handlers['importing:readAgain']({ articleId, options: { encoding: 'windows-1251' } })
    expect(application.library.articles.get(articleId)).toMatchObject({
      title: 'Рыбаки остались на берегу',
      version: 3
    })
    await application.handlers['library:undo']({})
    expect(application.library.articles.get(articleId).title).not.toBe('Рыбаки остались на берегу')
  })
})

describe('a receipt', () => {
  it('is tried again where it failed, and only there', async () => {
    const { application } = openTestApplication()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'baik.txt'), 'Judul yang baik sekali\n\nIsi yang cukup panjang untuk dibaca.\n')
    writeFileSync(join(folder, 'kosong.txt'), '')
    const first = await importPaths(application, [folder])
    expect(first.totals).toMatchObject({ imported: 1, failed: 1 })
    writeFileSync(join(folder, 'kosong.txt'), 'Tidak kosong lagi sekarang\n\nIsi yang datang belakangan.\n')
    const { importId } = await application.handlers['importing:retry']({ importId: first.importId, positions: null })
    expect((await application.imports.waitFor(importId)).totals).toEqual({
      imported: 1,
      updated: 0,
      duplicate: 0,
      stub: 0,
      failed: 0
    })
  })

  it('cannot be tried again where nothing came from a file', async () => {
    const { application } = openTestApplication()
    const { importId } = await application.handlers['importing:enqueue']({
      items: [{ kind: 'pasted', format: 'text', content: ' ' }]
    })
    await application.imports.waitFor(importId)
    await expect(async () =>
      application.handlers['importing:retry']({ importId, positions: null })
    ).rejects.toMatchObject({ code: 'file_missing' })
  })

  it('is saved as a table that no spreadsheet takes for formulas', async () => {
    const saved: string[] = []
    const { application, asked } = openTestApplication({
      host: { saveText: async (name, text) => (saved.push(name, text), '/simpan/di/sini.csv') }
    })
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'a,b'))
    writeFileSync(join(folder, 'a,b', '=1+1.txt'), '')
    const { importId } = await importPaths(application, [folder])
    expect(await application.handlers['importing:saveReceipt']({ importId })).toEqual({
      csv: null,
      path: '/simpan/di/sini.csv'
    })
    const [name, text = ''] = saved
    expect(name).toBe(`lontar-import-${importId}.csv`)
    expect(text.split('\r\n')).toEqual([
      '\uFEFFline,path,outcome,title,format,article,error,reason,remarks',
      `1,"${join(folder, 'a,b', '=1+1.txt')}",failed,,,,file_empty,The file is empty,`,
      ''
    ])
    await application.handlers['importing:revealFile']({ importId, position: 0 })
    expect(asked.at(-1)).toBe(`revealFile ${join(folder, 'a,b', '=1+1.txt')}`)
  })
})

describe('a watched folder', () => {
  /** Old enough not to be still on its way into the folder. */
  const write = (file: string, text: string): void => {
    writeFileSync(file, text)
    utimesSync(file, new Date(Date.now() - 10_000), new Date(Date.now() - 10_000))
  }
  const until = async (isTrue: () => boolean): Promise<void> => {
    while (!isTrue()) await new Promise(resolve => setTimeout(resolve, 20))
  }

  it('brings in what lies in it and what comes, and remembers it for ever', async () => {
    const watched = temporaryFolder()
    const { application, folder } = openTestApplication({ host: { pickPaths: async () => [watched] } })
    await application.start()
    write(join(watched, 'satu.txt'), 'Judul pertama yang ada\n\nIsi pertama yang cukup panjang.\n')
    expect(await application.handlers['importing:watchFolder']({})).toEqual({ path: watched })
    await until(() => application.library.lists.counts().all === 1)
    write(join(watched, 'dua.txt'), 'Judul kedua yang datang\n\nIsi kedua yang cukup panjang.\n')
    await until(() => application.library.lists.counts().all === 2)
    const [first] = application.library.lists.page({ kind: 'all' }, 'imported', 0, 10).articles
    if (!first) throw new Error('Nothing came in')
    application.library.actions.changeStates([first.id], { isTrashed: true })
    application.library.articles.deleteForGood([first.id])
    await until(() => application.library.imports.list(0, 10).imports.every(({ state }) => state === 'finished'))
    await application.dispose()

    const { application: again } = openTestApplication({ folder })
    await again.start()
    write(join(watched, 'tiga.txt'), 'Judul ketiga yang terakhir\n\nIsi ketiga yang cukup panjang.\n')
    await until(() => again.library.lists.counts().all === 2)
    // What was deleted here does not come back because it still lies there.
    expect(again.library.lists.page({ kind: 'all' }, 'title', 0, 10).articles.map(({ title }) => title)).not.toContain(
      first.title
    )
    expect(await again.handlers['importing:listWatchedFolders']({})).toEqual([{ path: watched, isThere: true }])
    rmSync(watched, { recursive: true })
    expect(await again.handlers['importing:listWatchedFolders']({})).toEqual([{ path: watched, isThere: false }])
    await again.handlers['importing:unwatchFolder']({ path: watched })
    expect(await again.handlers['importing:listWatchedFolders']({})).toEqual([])
  }, 60_000)
})
