import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ImportLimits } from '../../../../src/main/importing/limits'
import { outcome, parse } from '../support'
import { joinPdf, pdfObjects, pdfStream, textLines, type PdfObjects, type PlacedText } from './writePdf'

const read = (
  pages: readonly (readonly PlacedText[])[],
  more: PdfObjects = {},
  trailer = '',
  limits: Partial<ImportLimits> = {}
): Promise<ImportedArticle> => parse(joinPdf(pdfObjects(pages, more), trailer), 'naskah.pdf', limits)

/** Lines of about one width, so that only the last of a paragraph is short. */
const full = [
  'Para nelayan di pesisir utara kembali melaut setelah badai reda',
  'kemarin sore dan membawa pulang hasil yang lebih banyak daripada',
  'dugaan semua orang di kampung itu.'
]

describe('pdfImporter', { timeout: 60_000 }, () => {
  it('names a document that is damaged or has too many pages', async () => {
    expect(await outcome(parse('%PDF-1.7\nrusak', 'a.pdf'))).toBe('file_damaged')
    expect(await outcome(read([textLines(full), textLines(full)], {}, '', { pdfPages: 1 }))).toBe('file_too_complex')
  })

  it('names a document that is protected by a password', async () => {
    const encrypt = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`
    const trailer = '/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]'
    expect(await outcome(read([textLines(full)], { 4: encrypt }, trailer))).toBe('file_encrypted')
  })

  it('refuses a stream that would become too large, also behind two filters', async () => {
    const bomb = deflateSync(Buffer.alloc(100_000_000, ' '))
    const once = pdfStream(bomb, '/Filter /FlateDecode')
    const twice = pdfStream(deflateSync(bomb), '/Filter [/FlateDecode /FlateDecode]')
    expect(await outcome(read([[]], { 11: once }))).toBe('file_too_complex')
    expect(await outcome(read([[]], { 11: twice }))).toBe('file_too_complex')
  })

  it.each([
    ['page tree that leads back to itself', { 2: '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R] >>' }],
    ['page tree that says it has more', { 2: '<< /Type /Pages /Count 900000000 /Kids [10 0 R] >>' }],
    ['page that is its own content', { 11: '11 0 R' }],
    ['catalog of nothing', { 1: '<< /Type /Catalog >>' }],
    ['object built of a hundred thousand arrays', { 11: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }]
  ])('ends with a %s in a named failure or a result', async (_, more) => {
    expect(await outcome(read([textLines(full)], more))).toMatch(/^(?:file_damaged|file_too_complex|read: .*)$/)
  })

  it('follows a form that draws itself no further', async () => {
    const form = pdfStream(
      '/X Do',
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 12 0 R >> >>'
    )
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 11 0 R /Resources << /Font << /F 3 0 R >> /XObject << /X 12 0 R >> >> >>'
    const content = pdfStream('BT /F 10 Tf 50 500 Td (Isi halaman.) Tj ET /X Do')
    expect((await read([[]], { 10: page, 11: content, 12: form })).text).toBe('Isi halaman.\n')
  })

  it('keeps a document without text, under the name of its file, with a warning', async () => {
    expect(await read([[], []])).toMatchObject({
      title: 'naskah',
      text: '',
      warnings: [{ code: 'pdf_without_text' }]
    })
  })

  it('says which pages hold no text', async () => {
    const { warnings } = await read([textLines(full), [], textLines(full)])
    expect(warnings).toEqual([{ code: 'pdf_pages_without_text', message: 'These pages hold images and no text: 2' }])
  })

  it('joins lines to paragraphs by spacing and by indent', async () => {
    const spaced = [...textLines(full), ...textLines(full, { y: 450 })]
    expect((await read([spaced])).html.match(/<p>/g)).toHaveLength(2)
    const indented = full.flatMap((text, index) => [{ x: index === 0 ? 65 : 50, y: 440 - index * 12, text }])
    const before = full.map((text, index) => ({ x: index === 0 ? 65 : 50, y: 476 - index * 12, text }))
    expect((await read([[...before, ...indented]])).html.match(/<p>/g)).toHaveLength(2)
  })

  it('joins a paragraph over pages, without what stands on every page', async () => {
    const page = (number: number, lines: readonly string[]): PlacedText[] => [
      { x: 50, y: 580, text: 'Kabar Pesisir' },
      ...textLines(lines),
      { x: 200, y: 20, text: `${number}` }
    ]
    const { text } = await read([page(1, full.slice(0, 2)), page(2, full.slice(2)), page(3, ['Penutup.'])])
    expect(text).toBe(`${full.join(' ')}\nPenutup.\n`)
  })

  it('drops the hyphen of a divided word, and keeps that of a doubled one', async () => {
    const lines = [
      'Para nelayan membawa pulang hasil yang jauh lebih banyak dari-',
      'pada dugaan semua orang di kampung, sehingga ibu-ibu dan anak-',
      'anak ikut menimbang.'
    ]
    expect((await read([textLines(lines)])).text).toBe(
      'Para nelayan membawa pulang hasil yang jauh lebih banyak daripada dugaan semua orang di kampung, sehingga ibu-ibu dan anak-anak ikut menimbang.\n'
    )
  })

  it('reads one column after the other, below a title that runs over both', async () => {
    const column = (name: string, x: number): PlacedText[] =>
      textLines(
        Array.from({ length: 8 }, (_, index) => `${name} baris nomor ${index + 1} dari kolom`),
        { x, y: 480 }
      )
    const rows = [...column('Kiri', 40), ...column('Kanan', 220)].toSorted((one, other) => other.y - one.y)
    const title = { x: 40, y: 540, text: 'Judul yang melintasi dua kolom sekaligus', size: 18 }
    const article = await read([[title, ...rows]])
    expect(article.title).toBe('Judul yang melintasi dua kolom sekaligus')
    expect(article.text.indexOf('Kanan baris nomor 1 ')).toBeGreaterThan(article.text.indexOf('Kiri baris nomor 8 '))
    expect(article.text.match(/baris nomor/g)).toHaveLength(16)
  })

  it('reads a table of short cells row by row', async () => {
    const rows = Array.from({ length: 6 }, (_, index) => [
      { x: 50, y: 500 - index * 12, text: `Ikan ${index}` },
      { x: 250, y: 500 - index * 12, text: `Rp ${index}` }
    ])
    expect((await read([rows.flat()])).text.replace(/\s+/g, ' ')).toContain('Ikan 1 Rp 1 Ikan 2 Rp 2')
  })

  it('takes headings from sizes, lists from their marks, and links from the page', async () => {
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 11 0 R /Resources << /Font << /F 3 0 R >> >> /Annots [12 0 R] >>'
    const link =
      '<< /Type /Annot /Subtype /Link /Rect [49 389 120 401] /A << /S /URI /URI (https://situs.example/a) >> >>'
    const { html } = await read(
      [
        [
          { x: 50, y: 560, text: 'Judul besar', size: 24 },
          ...textLines(full),
          { x: 50, y: 440, text: 'Bagian', size: 14 },
          ...textLines(['\x95 satu', '\x95 dua'], { y: 420 }),
          { x: 50, y: 391, text: 'Baca di sini ya' }
        ]
      ],
      { 10: page, 12: link }
    )
    expect(html.replace(/\n/g, '')).toBe(
      `<p>${full.join(' ')}</p><h1>Bagian</h1><ul><li>satu</li><li>dua</li></ul><p><a href="https://situs.example/a">Baca di sini ya</a></p>`
    )
  })

  it("takes the outline from the document's own table of contents", async () => {
    const lines = ['Bab satu', ...full, 'Bab dua', ...full]
    const more = {
      1: '<< /Type /Catalog /Pages 2 0 R /Outlines 20 0 R /Lang (id) >>',
      20: '<< /First 21 0 R /Last 22 0 R /Count 2 >>',
      21: '<< /Title (Bab satu) /Parent 20 0 R /Next 22 0 R /Dest [10 0 R /Fit] >>',
      22: '<< /Title (Bab dua) /Parent 20 0 R /Prev 21 0 R /Next 21 0 R /Dest [10 0 R /Fit] >>'
    }
    const { outline, language } = await read([[{ x: 50, y: 550, text: 'Judul', size: 20 }, ...textLines(lines)]], more)
    expect(outline.map(({ level, text }) => [level, text])).toEqual([
      [1, 'Bab satu'],
      [1, 'Bab dua']
    ])
    expect(language).toBe('id')
  })

  it('takes the properties, but not what programs write into every document', async () => {
    const info = (title: string): PdfObjects => ({
      4: `<< /Title (${title}) /Author (Galih Santika) /CreationDate (D:20240514093000+07'00') >>`
    })
    expect(await read([textLines(full)], info('Laporan Pesisir'), '/Info 4 0 R')).toMatchObject({
      title: 'Laporan Pesisir',
      byline: 'Galih Santika',
      publishedAt: '2024-05-14',
      inferred: { publishedAt: { confidence: 0.4 } }
    })
    const { title } = await read([textLines(full)], info('Microsoft Word - laporan2.doc'), '/Info 4 0 R')
    expect(title).toMatch(/^Para nelayan/)
  })

  it('keeps the lines of a printed table of contents apart, and makes no headings of them', async () => {
    const contents = ['1 Pembuka . . . . . . . . . . . 1', '2 Isi . . . . . . . . . . . . . 7']
    const pages = [[...textLines(contents, { size: 14, leading: 18 }), ...textLines(full, { y: 400 })]]
    const { html } = await read(pages)
    expect(html.replace(/\n/g, '')).toBe(`<p>1 Pembuka … 1</p><p>2 Isi … 7</p><p>${full.join(' ')}</p>`)
  })

  it('reads fonts that are not in the file by the character maps beside the program', async () => {
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>'
    const descendant =
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>'
    const descriptor =
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>'
    const content = pdfStream('BT /F 10 Tf 50 500 Td <6CB38FB976844E668FD95E94> Tj ET')
    expect((await read([[]], { 3: font, 4: descendant, 5: descriptor, 11: content })).text).toBe('河边的书这应\n')
  })

  it('says on an older runtime that it is too old', async () => {
    const { versions } = process
    Object.defineProperty(process, 'versions', { value: { ...versions, node: '20.18.1' }, configurable: true })
    const result = await outcome(read([textLines(full)]))
    Object.defineProperty(process, 'versions', { value: versions, configurable: true })
    expect(result).toBe('pdf_needs_newer_runtime')
  })
})
