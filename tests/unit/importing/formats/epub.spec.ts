import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { defaultLimits } from '../../../../src/main/importing/limits'
import { parseFile } from '../../../../src/main/importing/pipeline'
import { describeMaterial, outcome, parse } from '../support'
import { page, writeBook, type WrittenBook } from './writeBook'

const png = readFileSync(resolve('tests/fixtures/markdown/front-matter-and-image/images/pot anggrek.png'))

const read = (book: WrittenBook): Promise<ImportedArticle> => parse(writeBook(book), 'buku.epub')

async function readParts(book: WrittenBook): Promise<[string, ImportedArticle][]> {
  const request = { fileName: 'buku.epub', path: null, bytes: writeBook(book), options: { books: 'chapters' } } as const
  const parsed = await parseFile(request, defaultLimits)
  return parsed.kind === 'articles' ? parsed.articles.map(({ part, article }) => [part, article]) : []
}

const nav = (list: string): string => page(`<nav epub:type="toc"><ol>${list}</ol></nav>`)
const withNav = (name = 'nav.html'): string =>
  `<item id="nav" properties="nav" href="${name}" media-type="application/xhtml+xml"/>`
const item = (name: string, more = ''): string =>
  `<item id="${name}" href="${name}" media-type="application/xhtml+xml" ${more}/>`

describe('epubImporter', { timeout: 60_000 }, () => {
  it('names a book that is cut off, without a package, or without text', async () => {
    const whole = writeBook({ files: { 'a.xhtml': page('<p>Isi.</p>') } })
    expect(await outcome(parse(whole.subarray(0, 300), 'a.epub'))).toBe('file_damaged')
    expect(await outcome(read({ outside: { 'OEBPS/book.opf': 'bukan xml' } }))).toBe('file_damaged')
    expect(await outcome(read({ files: { 'a.xhtml': page('<script>1</script>') } }))).toBe('no_article_found')
    expect(await outcome(read({ manifest: '<item id="a" href="hilang.xhtml" media-type="text/html"/>' }))).toBe(
      'no_article_found'
    )
  })

  it('refuses a copy-protected book, but not one whose fonts alone are obscured', async () => {
    const encryption = (algorithm: string): WrittenBook => ({
      files: { 'a.xhtml': page('<p>Isi.</p>') },
      outside: {
        'META-INF/encryption.xml': `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
<enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="OEBPS/a"/></enc:CipherData></enc:EncryptedData></encryption>`
      }
    })
    expect(await outcome(read(encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc')))).toBe('file_encrypted')
    expect(await outcome(read(encryption('http://www.idpf.org/2008/embedding')))).toBe('read: Buku')
  })

  it('takes the metadata of EPUB 3', async () => {
    const article = await read({
      metadata: `<dc:title id="s">Anak judul</dc:title><meta refines="#s" property="title-type">subtitle</meta>
<dc:title id="t">Judul Utama</dc:title><meta refines="#t" property="title-type">main</meta>
<dc:creator id="e">Editor</dc:creator><meta refines="#e" property="role">edt</meta>
<dc:creator id="b">Kedua</dc:creator><meta refines="#b" property="display-seq">2</meta>
<dc:creator id="a">Pertama</dc:creator><meta refines="#a" property="display-seq">1</meta>
<dc:publisher>Penerbit</dc:publisher><dc:date>2021-03-04</dc:date><dc:language>id-ID</dc:language>
<dc:description>&lt;p&gt;Sebuah &lt;b&gt;ringkasan&lt;/b&gt;.&lt;/p&gt;</dc:description><dc:subject>Sejarah</dc:subject>`,
      files: { 'a.xhtml': page('<p>Isi.</p>') }
    })
    expect(article).toMatchObject({
      title: 'Judul Utama',
      deck: 'Sebuah ringkasan .',
      byline: 'Pertama, Kedua',
      siteName: 'Penerbit',
      publishedAt: '2021-03-04',
      language: 'id',
      tags: ['Sejarah'],
      format: 'epub',
      inferred: {}
    })
  })

  it('reads in the order of the spine, each file once, what is not linear last', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map(name => [`${name}.xhtml`, page(`<p>Berkas ${name}.</p>`)])
    )
    const spine =
      '<itemref idref="c.xhtml" linear="no"/><itemref idref="d.xhtml"/><itemref idref="b.xhtml"/><itemref idref="d.xhtml"/>'
    expect((await read({ files, spine })).text).toBe('Berkas d.\nBerkas b.\nBerkas c.\n')
  })

  it('reads fallbacks, and does not follow them in circles', async () => {
    const manifest =
      '<item id="j" href="a.json" media-type="application/json" fallback="k"/><item id="k" href="a.pdf" media-type="application/pdf" fallback="a.xhtml"/>' +
      item('a.xhtml') +
      '<item id="x" href="x.json" media-type="application/json" fallback="y"/><item id="y" href="y.json" media-type="application/json" fallback="x"/>'
    const article = await read({
      manifest,
      spine: '<itemref idref="j"/><itemref idref="x"/>',
      files: { 'a.xhtml': page('<p>Isi.</p>') }
    })
    expect(article.text).toBe('Isi.\n')
    expect(article.warnings).toEqual([
      { code: 'chapters_unreadable', message: 'These parts of the book are missing or no text: OEBPS/x.json' }
    ])
  })

  it('gives the outline of the table of contents: headings, paragraphs that say it, and new ones', async () => {
    const list = `<li><a href="a.xhtml">Bab satu</a><ol><li><a href="a.xhtml#dua">Bagian dua</a></li></ol></li>
<li><a href="b.xhtml">Bab&#160;dua</a></li><li><a href="nav.html">Isi</a></li>`
    const { outline } = await read({
      manifest: item('a.xhtml') + item('b.xhtml') + withNav(),
      files: {
        'a.xhtml': page('<h1>Bab satu</h1><p>Isi.</p><p id="dua" class="judul">Bagian <i>dua</i></p><p>Lagi.</p>'),
        'b.xhtml': page('<p>Langsung teks.</p>'),
        'nav.html': nav(list)
      }
    })
    expect(outline.map(({ level, text }) => [level, text])).toEqual([
      [1, 'Bab satu'],
      [2, 'Bagian dua'],
      [1, 'Bab dua']
    ])
  })

  it('reads the table of contents of EPUB 2', async () => {
    const ncx = `<ncx><navMap><navPoint><navLabel><text>Pertama</text></navLabel><content src="a.xhtml"/>
<navPoint><navLabel><text>Di dalam</text></navLabel><content src="a.xhtml#x"/></navPoint></navPoint></navMap></ncx>`
    const { outline } = await read({
      manifest: `${item('a.xhtml')}<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`,
      spineAttributes: 'toc="n"',
      files: { 'a.xhtml': page('<p>Teks.</p><p id="x">Di dalam</p><p>Isi.</p>'), 'toc.ncx': ncx }
    })
    expect(outline.map(({ level, text }) => [level, text])).toEqual([
      [1, 'Pertama'],
      [2, 'Di dalam']
    ])
  })

  it('turns links between chapters and to notes into fragments of the whole book', async () => {
    const { html } = await read({
      files: {
        'a.xhtml': page(
          '<p id="k">Lihat <a href="b.xhtml#n">catatan</a>, <a href="b.xhtml">bab dua</a>, <a href="hilang.xhtml">entah</a>.</p>'
        ),
        'b.xhtml': page(
          '<p>Teks.</p><aside epub:type="footnote" id="n"><p>Catatan. <a href="a.xhtml#k">↩</a></p></aside>'
        )
      }
    })
    expect(html.replace(/\n/g, '')).toBe(
      '<section><p id="article-1-k">Lihat <a href="#article-2-n">catatan</a>, <a href="#article-2">bab dua</a>, entah.</p></section>' +
        '<section id="article-2"><p>Teks.</p><aside id="article-2-n"><p>Catatan. <a href="#article-1-k">↩</a></p></aside></section>'
    )
  })

  it('brings images along, also of covers that are drawings, by paths from wherever they are named', async () => {
    const { resources, html } = await read({
      files: {
        'teks/a.xhtml': page(
          '<svg xmlns="http://www.w3.org/2000/svg"><image xlink:href="../gambar/sampul%20a.png"/></svg><p>Isi <img src="/OEBPS/Gambar/b.PNG" alt="b"/> <img src="https://situs.example/c.png" alt="c"/></p>'
        ),
        'gambar/sampul a.png': png,
        'gambar/b.png': Buffer.concat([png, Buffer.from([0])])
      }
    })
    expect(resources.map(({ sourcePath, mediaType }) => [sourcePath, mediaType])).toEqual([
      ['OEBPS/gambar/sampul%20a.png', 'image/png'],
      ['OEBPS/Gambar/b.PNG', 'image/png']
    ])
    expect(html).toContain('<span title="https://situs.example/c.png" class="missing-image">c</span>')
  })

  it('is not confused by tags that close themselves, CDATA, scripts and hidden parts', async () => {
    const { text } = await read({
      files: {
        'a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/><style/></head><body>
<a id="x"/><p>Satu<i/> dua <![CDATA[a < b]]></p><p hidden="hidden">Tidak</p><div/><p title="a > b"/><p>Tiga</p></body></html>`
      }
    })
    expect(text).toBe('Satu dua a < b\nTiga\n')
  })

  it.each([
    ['package', { packageAttributes: 'dir="rtl"' }, 'rtl'],
    ['progression', { spineAttributes: 'page-progression-direction="rtl"' }, 'rtl'],
    [
      'Japanese progression',
      {
        spineAttributes: 'page-progression-direction="rtl"',
        metadata: '<dc:title>本</dc:title><dc:language>ja</dc:language>'
      },
      'ltr'
    ]
  ])('takes the direction of the %s', async (_, book, direction) => {
    expect((await read({ ...book, files: { 'a.xhtml': page('<p>Isi.</p>') } })).direction).toBe(direction)
  })

  it('gives a chapter each, named by the table of contents or its heading', async () => {
    const parts = await readParts({
      metadata: '<dc:title>Buku</dc:title><dc:creator>Penulis</dc:creator><dc:language>id</dc:language>',
      manifest: ['sampul', 'a', 'b', 'c'].map(name => item(`${name}.xhtml`)).join('') + withNav(),
      spine: ['sampul.xhtml', 'nav', 'a.xhtml', 'b.xhtml', 'c.xhtml'].map(id => `<itemref idref="${id}"/>`).join(''),
      files: {
        'sampul.xhtml': page('<p><img src="a.png"/></p>'),
        'a.xhtml': page('<p>Isi a. <a href="#k">ke k</a> <a href="b.xhtml">ke b</a></p><p id="k">K.</p>'),
        'b.xhtml': page('<h2>Judul b</h2><p>Isi b.</p>'),
        'c.xhtml': page('<p>Isi c.</p>', 'Judul c'),
        'nav.html': nav('<li><a href="a.xhtml">Bab pertama</a></li>'),
        'a.png': png
      }
    })
    expect(parts.map(([part, { title, byline, siteName, html }]) => [part, title, byline, siteName, html])).toEqual([
      [
        'OEBPS/a.xhtml',
        'Bab pertama',
        'Penulis',
        'Buku',
        '<p>Isi a. <a href="#article-k">ke k</a> ke b</p><p id="article-k">K.</p>'
      ],
      ['OEBPS/b.xhtml', 'Judul b', 'Penulis', 'Buku', '<p>Isi b.</p>'],
      ['OEBPS/c.xhtml', 'Judul c', 'Penulis', 'Buku', '<p>Isi c.</p>']
    ])
  })
})

/** As much of a document as is asked here. */
interface Tree {
  readonly textContent: string
  getAttribute(name: string): string | null
  querySelector(selector: string): Tree | null
  querySelectorAll(selector: string): Iterable<Tree & { remove(): void }>
}

const treeOf = (markup: string): Tree => new DOMParser().parseFromString(markup, 'text/xml') as unknown as Tree

/** The pages of a book's spine in order, read otherwise than the importer does. */
function spinePages(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes)
  const xml = (path: string): Tree => treeOf(Buffer.from(files[path] ?? new Uint8Array()).toString())
  const opf = xml('META-INF/container.xml').querySelector('rootfile')?.getAttribute('full-path') ?? ''
  const book = xml(opf)
  const references = [...book.querySelectorAll('spine > itemref')]
  const linear = references.filter(reference => reference.getAttribute('linear') !== 'no')
  const ids = new Set([...linear, ...references].map(reference => reference.getAttribute('idref') ?? ''))
  return [...ids].flatMap(id => {
    let found = book.querySelector(`manifest > item[id="${id}"]`)
    while (found && !(found.getAttribute('media-type') ?? '').includes('xhtml')) {
      found = book.querySelector(`manifest > item[id="${found.getAttribute('fallback') ?? ''}"]`)
    }
    const href = found?.getAttribute('href')
    const path = href ? decodeURIComponent(new URL(href, `http://b.example/${opf}`).pathname.slice(1)) : ''
    return files[path] ? [Buffer.from(files[path]).toString()] : []
  })
}

/** The words of a page's paragraphs and headings. */
function wordsOf(markup: string): string[] {
  const tree = treeOf(markup)
  for (const element of tree.querySelectorAll('script,style,template,svg,math,[hidden],iframe,object,video,audio')) {
    element.remove()
  }
  return [...tree.querySelectorAll('p,h1,h2')].flatMap(({ textContent }) => textContent.match(/[\p{L}\p{N}]+/gu) ?? [])
}

describeMaterial('books of the W3C', 'data/epub', folder => {
  const books = readdirSync(folder).filter(name => name.endsWith('.epub'))
  it.each(books)('%s opens and is read in the order of its spine', async name => {
    const bytes = readFileSync(resolve(folder, name))
    const article = await parse(bytes, name)
    const words: readonly string[] = article.text.match(/[\p{L}\p{N}]+/gu) ?? []
    const heading: readonly string[] = article.title.match(/[\p{L}\p{N}]+/gu) ?? []
    let at = 0
    const lost = spinePages(bytes)
      .flatMap(wordsOf)
      .filter(word => {
        const found = words.indexOf(word, at)
        if (found < 0) return !heading.includes(word)
        at = found + 1
        return false
      })
    expect(lost).toEqual([])
  })
})
