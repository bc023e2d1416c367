import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trashGraceMs, emptyOldTrash } from '../../../src/main/application/libraryHandlers'
import { importPaths, openTestApplication } from '../support/testApplication'
import { temporaryFolder } from '../support/temporaryFolder'

const noLog = (): void => undefined

async function openWithArticle() {
  const opened = openTestApplication()
  const file = join(temporaryFolder(), 'berita.txt')
  writeFileSync(
    file,
    'Gempa kecil terasa di pesisir\n\nWarga sempat keluar rumah, lalu kembali setelah keadaan tenang.\n'
  )
  const { entries } = await importPaths(opened.application, [file])
  const articleId = entries[0]?.articleId
  if (!articleId) throw new Error('The article was not imported')
  return { ...opened, articleId }
}

describe('use cases', () => {
  it('hands no address to the desktop but web and mail addresses', async () => {
    const { application, asked } = openTestApplication()
    await expect(
      (async () => application.handlers['app:openExternal']({ url: 'file:///etc/passwd' }))()
    ).rejects.toMatchObject({ code: 'url_refused' })
    await application.handlers['app:openExternal']({ url: 'https://example.org/berita' })
    expect(asked).toEqual(['openExternal https://example.org/berita'])
  })

  it('reveals an original only while it is unharmed', async () => {
    const { application, asked, articleId } = await openWithArticle()
    await application.handlers['app:revealOriginal']({ articleId })
    const { sha256, extension } = application.library.articles.getOriginal(articleId)
    const path = application.library.originals.pathOf(sha256, extension)
    expect(asked.at(-1)).toBe(`revealFile ${path}`)
    writeFileSync(path, 'changed')
    await expect(application.handlers['app:revealOriginal']({ articleId })).rejects.toMatchObject({
      code: 'original_damaged'
    })
  })

  it('deletes from Trash for good, with the original', async () => {
    const { application, articleId } = await openWithArticle()
    const { sha256, extension } = application.library.articles.getOriginal(articleId)
    expect(await application.handlers['library:deleteArticles']({ articleIds: [articleId] })).toEqual({ deleted: 0 })
    await application.handlers['library:changeStates']({ articleIds: [articleId], change: { isTrashed: true } })
    expect(await application.handlers['library:emptyTrash']({})).toEqual({ deleted: 1 })
    expect(existsSync(application.library.originals.pathOf(sha256, extension))).toBe(false)
  })

  it('keeps an article in Trash for 30 days', async () => {
    const { application, articleId } = await openWithArticle()
    await application.handlers['library:changeStates']({ articleIds: [articleId], change: { isTrashed: true } })
    const { trashedAt } = application.library.articles.get(articleId)
    await emptyOldTrash(application.library, (trashedAt ?? 0) + trashGraceMs, noLog)
    expect(application.library.lists.counts().trash).toBe(1)
    await emptyOldTrash(application.library, (trashedAt ?? 0) + trashGraceMs + 1, noLog)
    expect(application.library.lists.counts().trash).toBe(0)
  })

  it('no longer finds what is in Trash, and finds it again when it is restored', async () => {
    const { application, articleId } = await openWithArticle()
    await application.start()
    const find = async () =>
      (await application.handlers['search:query']({ query: 'gempa', isTyping: false, offset: 0, limit: 5 })).total
    await expect.poll(find).toBe(1)
    await application.handlers['library:changeStates']({ articleIds: [articleId], change: { isTrashed: true } })
    await expect.poll(find).toBe(0)
    await application.handlers['library:undo']({})
    await expect.poll(find).toBe(1)
  })

  it('finds everything again after a restart, and when the snapshot is gone', async () => {
    const { application, folder } = await openWithArticle()
    await application.start()
    await application.dispose()
    for (const damage of [() => undefined, () => writeFileSync(join(folder, 'search', 'index.snapshot'), 'broken')]) {
      damage()
      const { application: again } = openTestApplication({ folder })
      await again.start()
      const result = await again.handlers['search:query']({ query: 'pesisir', isTyping: false, offset: 0, limit: 5 })
      expect(result).toMatchObject({ total: 1, isPartial: false })
      await again.dispose()
    }
  })

  it('notices what another program adds to the library', async () => {
    const { application, folder, events } = openTestApplication()
    await application.start()
    const { application: other } = openTestApplication({ folder })
    const file = join(temporaryFolder(), 'luar.txt')
    writeFileSync(file, 'Kabar dari luar\n\nArtikel ini ditambahkan oleh program lain ketika jendela terbuka.\n')
    await importPaths(other, [file])
    await expect
      .poll(() => events.some(event => JSON.stringify(event).includes('"external"')), { timeout: 10_000 })
      .toBe(true)
    const find = async () =>
      (await application.handlers['search:query']({ query: 'jendela', isTyping: false, offset: 0, limit: 5 })).total
    await expect.poll(find).toBe(1)
  })
})
