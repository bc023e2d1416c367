// Undoing an import after something else has happened to its articles, and importing again what was undone.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import { importPaths, openTestApplication } from '../support/testApplication'
import { temporaryFolder } from '../support/temporaryFolder'

const title = 'Pasar malam pindah ke lapangan baru'
const sentences = [
  'Pasar malam yang dahulu ada di tepi sungai kini pindah ke lapangan di belakang balai kota.',
  'Para pedagang mengaku senang karena tempatnya lebih luas dan tidak becek sewaktu hujan.',
  'Pemerintah kota menyediakan lampu, air bersih, dan tempat parkir untuk pengunjung.'
]
const page = (extra = ''): string =>
  `<!doctype html><html lang="id"><head><title>${title}</title><link rel="canonical" href="https://contoh.id/pasar-malam"></head><body><article><h1>${title}</h1>${sentences.map(text => `<p>${text}</p>`).join('')}${extra}</article></body></html>`
const csv = [
  'title,url,folder,tags,created,cover,highlights,favorite',
  `${title},https://contoh.id/pasar-malam,,kota,2024-01-02T03:04:05Z,,Highlight:tempatnya lebih luas,true`
].join('\n')

async function open() {
  const { application } = openTestApplication()
  const folder = temporaryFolder()
  const importFile = async (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return importPaths(application, [join(folder, name)])
  }
  const { entries } = await importFile('pasar.html', page())
  const articleId = entries[0]?.articleId as ArticleId
  const article = () => application.library.articles.get(articleId)
  return { application, importFile, articleId, article }
}

describe('undoing an import', () => {
  it('leaves what a person did to its articles afterwards', async () => {
    const { application, importFile, articleId, article } = await open()
    const { importId } = await importFile('raindrop.csv', csv)
    expect(article()).toMatchObject({ tags: ['kota'], isStarred: true })
    application.library.actions.changeTags([articleId], { add: ['belanja'], remove: [] })
    application.library.actions.changeStates([articleId], { isRead: true, isArchived: true })
    await application.handlers['importing:undoImport']({ importId })
    expect(article()).toMatchObject({ tags: ['belanja'], isRead: true, isArchived: true, isStarred: false })
    await application.handlers['library:undo']({})
    expect(article()).toMatchObject({ tags: ['belanja', 'kota'], isRead: true, isStarred: true })
  })

  it('takes nothing out of Trash that was put there afterwards', async () => {
    const { application, importFile, articleId, article } = await open()
    const { importId } = await importFile('raindrop.csv', csv)
    application.library.actions.changeStates([articleId], { isTrashed: true })
    await application.handlers['importing:undoImport']({ importId })
    expect(article().trashedAt).not.toBeNull()
  })

  it('shows on what came in as a version afterwards', async () => {
    const { application, importFile, article } = await open()
    const { importId } = await importFile('pasar.html', page('<p>Pembukaan berlangsung pada hari Sabtu.</p>'))
    await importFile('pasar.html', page('<p>Pembukaan ditunda sampai pekan depan karena hujan.</p>'))
    await application.handlers['importing:undoImport']({ importId })
    expect(article().version).toBe(3)
    expect(article().text).toContain('ditunda')
  })

  it('takes back several changes of one article by one import', async () => {
    const { application, articleId, article } = await open()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.html'), page('<p>Pembukaan berlangsung pada hari Sabtu.</p>'))
    writeFileSync(join(folder, 'b.html'), page('<p>Pembukaan ditunda sampai pekan depan karena hujan.</p>'))
    const { importId } = await importPaths(application, [folder])
    expect(article().version).toBe(3)
    await application.handlers['importing:undoImport']({ importId })
    expect(article()).toMatchObject({ id: articleId, version: 1 })
  })

  it('keeps no copy of a text of which there is one version', async () => {
    const { application, articleId } = await open()
    const { importId } = application.library.imports.list(0, 1).imports[0] ?? {}
    if (!importId) throw new Error('There is no import')
    await application.handlers['importing:undoImport']({ importId })
    application.library.actions.undo()
    application.library.actions.correct(articleId, { title: 'Judul yang dibetulkan' })
    expect(application.library.versions.list(articleId).map(version => version.title)).toEqual([
      'Judul yang dibetulkan'
    ])
  })
})

describe('an undone import that comes again', () => {
  it('brings back what it had brought', async () => {
    const { application, importFile, article } = await open()
    const { importId } = await importFile('raindrop.csv', csv)
    await application.handlers['importing:undoImport']({ importId })
    expect((await importFile('raindrop.csv', csv)).totals).toMatchObject({ updated: 1, duplicate: 0 })
    expect(article()).toMatchObject({ tags: ['kota'], isStarred: true })
    expect(article().annotations).toHaveLength(1)
    expect((await importFile('raindrop.csv', csv)).totals).toMatchObject({ updated: 0, duplicate: 1 })
  })

  it('takes its articles out of Trash', async () => {
    const { application, importFile, article } = await open()
    const [first] = application.library.imports.list(0, 1).imports
    if (!first) throw new Error('There is no import')
    await application.handlers['importing:undoImport']({ importId: first.importId })
    expect((await importFile('pasar.html', page())).totals).toMatchObject({ duplicate: 1 })
    expect(article().trashedAt).toBeNull()
  })

  it('adds nothing where a newer export says the same once more', async () => {
    const { importFile, article } = await open()
    await importFile('raindrop.csv', csv)
    expect((await importFile('raindrop-2.csv', `${csv}\n`)).totals).toMatchObject({ updated: 0, duplicate: 1 })
    expect(article().annotations).toHaveLength(1)
  })
})
