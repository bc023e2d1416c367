// Moving in from other services, updating and undoing, through the whole application.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { requestContract } from '@shared/ipc/contract'
import type { Application } from '../../../src/main/application/createApplication'
import type { ReceiptEntry } from '@shared/model/importing'
import { importPaths, openTestApplication } from '../support/testApplication'
import { temporaryFolder } from '../support/temporaryFolder'

const paragraphs = [
  'Nelayan di pesisir utara menunda melaut karena ombak setinggi empat meter sejak Senin pagi.',
  'Kepala pelabuhan meminta semua perahu kecil ditarik ke darat sampai angin timur mereda.',
  'Pasokan ikan di pasar kota berkurang hampir setengah dan harganya naik dua kali lipat.'
]
const page = (title: string, url: string, body = paragraphs): string =>
  `<!doctype html><html lang="id"><head><title>${title}</title><link rel="canonical" href="${url}"></head><body><article><h1>${title}</h1>${body.map(text => `<p>${text}</p>`).join('')}</article></body></html>`

const metadata = [
  {
    id: 'aa-1',
    slug: 'nelayan-menunda-melaut',
    title: 'Nelayan menunda melaut karena ombak',
    description: 'Ombak empat meter menahan perahu di darat.',
    author: 'Ani Laut',
    url: 'https://contoh.id/nelayan?utm_source=surel',
    state: 'Archived',
    readingProgress: 100,
    labels: ['laut', 'cuaca'],
    savedAt: '2024-01-02T03:04:05.678Z',
    publishedAt: null
  },
  {
    id: 'aa-2',
    slug: 'tanpa-isi',
    title: 'Artikel yang isinya tidak ikut',
    description: '',
    url: 'https://contoh.id/tanpa-isi',
    state: 'Active',
    readingProgress: 0,
    labels: [],
    savedAt: '2024-01-03T03:04:05.678Z',
    publishedAt: '2024-01-03T00:00:00.000Z'
  }
]

const omnivoreFiles = {
  'metadata_0_to_20.json': JSON.stringify(metadata),
  'content/nelayan-menunda-melaut.html': `<div>${paragraphs.map(text => `<p>${text}</p>`).join('')}</div>`,
  'highlights/nelayan-menunda-melaut.md': [
    'Catatan untuk seluruh artikel',
    '> ombak setinggi **empat meter** sejak Senin pagi',
    '#penting #cuaca',
    'Ini catatan saya',
    '> kalimat yang tidak ada di dalam teks sama sekali'
  ].join('\n\n')
}

function omnivoreZip(): string {
  const file = join(temporaryFolder(), 'omnivore.zip')
  writeFileSync(
    file,
    zipSync(Object.fromEntries(Object.entries(omnivoreFiles).map(([name, text]) => [name, strToU8(text)])))
  )
  return file
}

const outcomes = (entries: readonly ReceiptEntry[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { outcome } of entries) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

function only(application: Application, title: string) {
  const { articles } = application.library.lists.page({ kind: 'all' }, 'title', 0, 100)
  const found = articles.filter(article => article.title === title)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} articles are called ${title}`)
  return application.library.articles.get(found[0].id)
}

describe('moving in from Omnivore', () => {
  it('brings text, tags, states, dates and highlights, and accounts for every entry', async () => {
    const { application } = openTestApplication()
    const receipt = await importPaths(application, [omnivoreZip()])
    expect(receipt.totals).toEqual({ imported: 1, updated: 0, duplicate: 0, stub: 1, failed: 0 })
    const article = only(application, 'Nelayan menunda melaut karena ombak')
    expect(article).toMatchObject({
      deck: 'Ombak empat meter menahan perahu di darat.',
      byline: 'Ani Laut',
      url: 'https://contoh.id/nelayan?utm_source=surel',
      format: 'html',
      tags: ['cuaca', 'laut'],
      isArchived: true,
      isRead: true,
      importedAt: Date.UTC(2024, 0, 2, 3, 4, 5, 678),
      records: [{ service: 'omnivore', fields: metadata[0] }]
    })
    expect(article.text.trim()).toBe(paragraphs.join('\n'))
    expect(
      article.annotations.map(({ kind, quote, range, note, tags }) => ({ kind, quote, range, note, tags }))
    ).toEqual([
      {
        kind: 'highlight',
        quote: 'ombak setinggi empat meter sejak Senin pagi',
        range: [47, 90],
        note: 'Ini catatan saya',
        tags: ['penting', 'cuaca']
      },
      {
        kind: 'highlight',
        quote: 'kalimat yang tidak ada di dalam teks sama sekali',
        range: null,
        note: null,
        tags: []
      },
      { kind: 'note', quote: '', range: null, note: 'Catatan untuk seluruh artikel', tags: [] }
    ])
    expect(article.text.slice(47, 90)).toBe('ombak setinggi empat meter sejak Senin pagi')
    expect(only(application, 'Artikel yang isinya tidak ikut')).toMatchObject({
      format: 'stub',
      text: '',
      publishedAt: '2024-01-03T00:00:00.000Z',
      warnings: [{ code: 'content_missing' }]
    })
  })

  it('adds nothing when the same export comes again, packed or unpacked', async () => {
    const { application } = openTestApplication()
    const zip = omnivoreZip()
    await importPaths(application, [zip])
    expect((await importPaths(application, [zip])).totals).toEqual({
      imported: 0,
      updated: 0,
      duplicate: 2,
      stub: 0,
      failed: 0
    })
    const folder = temporaryFolder()
    for (const [name, text] of Object.entries(omnivoreFiles)) {
      mkdirSync(join(folder, name, '..'), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    expect((await importPaths(application, [folder])).totals).toEqual({
      imported: 0,
      updated: 0,
      duplicate: 2,
      stub: 0,
      failed: 0
    })
    expect(application.library.lists.counts().all).toBe(2)
  })

  it('keeps the export itself as an original', async () => {
    const { application } = openTestApplication()
    await importPaths(application, [omnivoreZip()])
    const stub = only(application, 'Artikel yang isinya tidak ikut')
    const kept = await application.library.originals.read(stub.source.sha256, '.json')
    expect(JSON.parse(Buffer.from(kept).toString('utf8'))).toEqual(metadata)
  })

  it('keeps entries apart for which the service wrote the same page, or that name the same file', async () => {
    const { application } = openTestApplication()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'content'))
    const entries = ['satu', 'dua', 'dua'].map((slug, index) => ({
      ...metadata[1],
      id: `bb-${index}`,
      slug,
      title: `Artikel nomor ${index} yang gagal diambil`,
      url: `https://contoh.id/gagal-${index}`
    }))
    writeFileSync(join(folder, 'metadata_0_to_20.json'), JSON.stringify(entries))
    for (const slug of ['satu', 'dua']) {
      writeFileSync(join(folder, 'content', `${slug}.html`), '<p>We were unable to save this page.</p>')
    }
    expect((await importPaths(application, [folder])).totals).toMatchObject({ imported: 3 })
    expect((await importPaths(application, [folder])).totals).toMatchObject({ duplicate: 3 })
    expect(application.library.lists.counts().all).toBe(3)
  })

  it('is undone as a whole, and the undoing is undone', async () => {
    const { application } = openTestApplication()
    const { importId } = await importPaths(application, [omnivoreZip()])
    await application.handlers['importing:undoImport']({ importId })
    expect(application.library.lists.counts()).toMatchObject({ all: 0, trash: 2 })
    expect(application.library.imports.getSummary(importId).isUndone).toBe(true)
    await application.handlers['library:undo']({})
    expect(application.library.lists.counts()).toMatchObject({ all: 2, trash: 0 })
    expect(application.library.imports.getSummary(importId).isUndone).toBe(false)
  })
})

const pocket = [
  'title,url,time_added,tags,status',
  'Nelayan menunda melaut karena ombak,http://www.contoh.id/nelayan/?utm_medium=a,1688628695,laut,archive',
  'Padi unggul tahan kering,https://contoh.id/padi,1688628696,,unread'
].join('\n')

describe('stubs', () => {
  const files = (): { folder: string; csv: string; html: string } => {
    const folder = temporaryFolder()
    const csv = join(folder, 'part_000000.csv')
    const html = join(folder, 'nelayan.html')
    writeFileSync(csv, pocket)
    writeFileSync(html, page('Nelayan menunda melaut', 'https://contoh.id/nelayan'))
    return { folder, csv, html }
  }
  const merged = {
    format: 'html',
    tags: ['laut'],
    isArchived: true,
    url: 'https://contoh.id/nelayan',
    records: [{ service: 'pocket' }]
  }

  it('take the text of their file when it arrives', async () => {
    const { application } = openTestApplication()
    const { csv, html } = files()
    expect(outcomes((await importPaths(application, [csv])).entries)).toEqual({ stub: 2 })
    expect(outcomes((await importPaths(application, [html])).entries)).toEqual({ updated: 1 })
    expect(only(application, 'Nelayan menunda melaut')).toMatchObject({ ...merged, version: 2, versionCount: 2 })
    expect(application.library.lists.counts().all).toBe(2)
  })

  it('merge with a file that was there before', async () => {
    const { application } = openTestApplication()
    const { csv, html } = files()
    await importPaths(application, [html])
    expect(outcomes((await importPaths(application, [csv])).entries)).toEqual({ updated: 1, stub: 1 })
    expect(only(application, 'Nelayan menunda melaut')).toMatchObject(merged)
    expect(outcomes((await importPaths(application, [csv])).entries)).toEqual({ duplicate: 2 })
  })

  it('meet a file without an address by a title that is theirs alone', async () => {
    const { application } = openTestApplication()
    const { csv, folder } = files()
    await importPaths(application, [csv])
    const text = join(folder, 'padi.txt')
    writeFileSync(text, `Padi Unggul Tahan Kering\n\n${paragraphs.join('\n\n')}\n`)
    expect(outcomes((await importPaths(application, [text])).entries)).toEqual({ updated: 1 })
    expect(only(application, 'Padi Unggul Tahan Kering')).toMatchObject({ format: 'text', url: null })
  })

  it('are stubs again when the import that filled them is undone', async () => {
    const { application } = openTestApplication()
    const { csv, html } = files()
    await importPaths(application, [csv])
    const { importId } = await importPaths(application, [html])
    await application.handlers['importing:undoImport']({ importId })
    expect(only(application, 'Nelayan menunda melaut karena ombak')).toMatchObject({
      format: 'stub',
      version: 1,
      trashedAt: null
    })
  })

  it('lose the states that an undone export had brought', async () => {
    const { application } = openTestApplication()
    const { csv, html } = files()
    await importPaths(application, [html])
    const { importId } = await importPaths(application, [csv])
    await application.handlers['importing:undoImport']({ importId })
    expect(only(application, 'Nelayan menunda melaut')).toMatchObject({ tags: [], isArchived: false })
  })
})

describe('updating', () => {
  const long = [...paragraphs, ...paragraphs.map(text => `${text} Demikian laporan dari pelabuhan.`)]

  it('makes a changed file of the same place a new version, and keeps the older', async () => {
    const { application } = openTestApplication()
    const file = join(temporaryFolder(), 'berita.txt')
    writeFileSync(file, `Ombak menahan nelayan di darat\n\n${long.join('\n\n')}\n`)
    await importPaths(application, [file])
    writeFileSync(
      file,
      `Ombak menahan nelayan di darat\n\n${long.slice(1).join('\n\n')}\n\nAngin mulai reda pada hari Kamis.\n`
    )
    const again = await importPaths(application, [file])
    expect(outcomes(again.entries)).toEqual({ updated: 1 })
    const article = only(application, 'Ombak menahan nelayan di darat')
    expect(article).toMatchObject({ version: 2, versionCount: 2 })
    expect(article.text).toContain('Angin mulai reda')
    const older = await application.handlers['library:getVersion']({ articleId: article.id, version: 1 })
    expect(older.text).toContain(paragraphs[0])
    expect(await application.handlers['library:listVersions']({ articleId: article.id })).toMatchObject([
      { number: 2, isShown: true },
      { number: 1, isShown: false }
    ])

    await application.handlers['library:showVersion']({ articleId: article.id, version: 1 })
    expect(application.library.articles.get(article.id).text).toBe(older.text)
    await application.handlers['library:undo']({})
    expect(application.library.articles.get(article.id)).toMatchObject({ version: 2, text: article.text })
    expect(readFileSync(file, 'utf8')).toContain('Angin mulai reda')
  })

  it('knows an older version’s file again, and adds nothing', async () => {
    const { application } = openTestApplication()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.html'), page('Nelayan menunda melaut', 'https://contoh.id/nelayan'))
    writeFileSync(join(folder, 'b.html'), page('Nelayan menunda melaut', 'https://contoh.id/nelayan', long))
    expect(outcomes((await importPaths(application, [folder])).entries)).toEqual({ imported: 1, updated: 1 })
    expect(outcomes((await importPaths(application, [folder])).entries)).toEqual({ duplicate: 2 })
    expect(application.library.lists.counts().all).toBe(1)
  })

  it('takes another text under the same address or name for another article', async () => {
    const { application } = openTestApplication()
    const folder = temporaryFolder()
    const other = ['Tim bulu tangkis putri menang tiga set langsung.', 'Pelatih memuji ketenangan ganda muda.']
    writeFileSync(join(folder, 'a.html'), page('Nelayan menunda melaut', 'https://contoh.id/berita'))
    writeFileSync(join(folder, 'b.html'), page('Ganda putri juara', 'https://contoh.id/berita', other))
    expect(outcomes((await importPaths(application, [folder])).entries)).toEqual({ imported: 2 })
  })

  it('moves highlights along, and keeps in sight those whose passage is gone', async () => {
    const { application } = openTestApplication()
    await importPaths(application, [omnivoreZip()])
    const before = only(application, 'Nelayan menunda melaut karena ombak')
    const file = join(temporaryFolder(), 'baru.html')
    const moved = [
      'Sebuah kalimat baru di depan.',
      ...paragraphs.slice(1),
      'Nelayan di pesisir utara menunda melaut karena ombak setinggi empat meter sejak Senin pagi, kata warga.'
    ]
    writeFileSync(file, page('Nelayan menunda melaut karena ombak', 'https://contoh.id/nelayan', moved))
    expect(outcomes((await importPaths(application, [file])).entries)).toEqual({ updated: 1 })
    const after = application.library.articles.get(before.id)
    const [first, second] = after.annotations
    expect(after.annotations).toHaveLength(3)
    expect(after.text.slice(...(first?.range ?? [0, 0]))).toBe('ombak setinggi empat meter sejak Senin pagi')
    expect(second?.range).toBeNull()
  })

  it('keeps what a person corrected', async () => {
    const { application } = openTestApplication()
    const file = join(temporaryFolder(), 'berita.txt')
    writeFileSync(file, `Ombak menahan nelayan di darat\n\n${long.join('\n\n')}\n`)
    await importPaths(application, [file])
    const { id } = only(application, 'Ombak menahan nelayan di darat')
    application.library.actions.correct(id, { title: 'Judul saya' })
    writeFileSync(file, `Ombak menahan nelayan di darat\n\n${long.toReversed().join('\n\n')}\n`)
    await importPaths(application, [file])
    expect(application.library.articles.get(id)).toMatchObject({
      title: 'Judul saya',
      version: 2,
      corrected: { title: 'Ombak menahan nelayan di darat' }
    })
  })
})

describe('an export with what nobody would write', () => {
  it('comes in, each entry by itself, with nothing that the border would refuse', async () => {
    const { application } = openTestApplication()
    const file = join(temporaryFolder(), 'pinboard.json')
    const entries = [
      { href: `https://contoh.id/${'a'.repeat(20_000)}`, description: 'Satu\u0000dua\uD800' },
      { href: 'https://contoh.id/b', description: 'J'.repeat(1_000_000) },
      { href: '', description: '' },
      { href: 'https://contoh.id/c', description: 'Sama' },
      { href: 'https://contoh.id/d', description: 'Sama' },
      { href: 'https://contoh.id/e', description: 'Kapan', time: '0001-01-01T00:00:00Z' }
    ]
    const posts = entries.map(entry => ({ extended: '', toread: 'no', tags: 'x'.repeat(5_000), time: '', ...entry }))
    writeFileSync(
      file,
      `[${posts.map(post => JSON.stringify(post).replace('"tags"', '"__proto__":{"a":1},"tags"')).join(',')}]`
    )
    const receipt = await importPaths(application, [file])
    expect(receipt.totals).toMatchObject({ stub: 6, failed: 0 })
    expect(receipt.entries.every(entry => entry.path.length < 1_000 && entry.title !== '')).toBe(true)
    expect(new Set(receipt.entries.map(entry => entry.path)).size).toBe(6)
    const { articles } = application.library.lists.page({ kind: 'all' }, 'imported', 0, 10)
    for (const { id, importedAt, title } of articles) {
      expect(importedAt).toBeGreaterThan(Date.UTC(2020, 0))
      expect(title).toMatch(/^[^\p{Cc}\p{Cs}]{1,2000}$/u)
      expect(() =>
        v.parse(requestContract['library:getArticle'].output, application.library.articles.get(id))
      ).not.toThrow()
    }
    expect((await importPaths(application, [file])).totals).toMatchObject({ duplicate: 6 })
  })
})
