import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { defaultLimits } from '../../../../src/main/importing/limits'
import { descendantsNamed, parseXml, textBelow } from '../../../../src/main/importing/xml/xmlTree'
import { describeMaterial, outcome, parse } from '../support'

const png = readFileSync(resolve('tests/fixtures/markdown/front-matter-and-image/images/pot anggrek.png'))
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = Readonly<Record<string, string | Uint8Array>>

const zip = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, new Uint8Array(Buffer.from(content as string))])
    )
  )

function writeDocx(body: string, more: Parts = {}): Uint8Array {
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${namespaces}>${['Title', 'Subtitle', 'heading 1', 'heading 2', 'Quote']
      .map(
        name => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`
      )
      .join('')}</w:styles>`,
    ...more
  })
}

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string, style = ''): string =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`
const core = (properties: string): Parts => ({
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}</cp:coreProperties>`
})
const read = (body: string, more: Parts = {}): Promise<ImportedArticle> => parse(writeDocx(body, more), 'naskah.docx')

describe('docxImporter', { timeout: 60_000 }, () => {
  it('names documents that are cut off, empty, without their text, or protected', async () => {
    const whole = writeDocx(paragraph('Isi.'))
    const parts = unzipSync(whole)
    expect(await outcome(parse(whole.subarray(0, 400), 'a.docx'))).toBe('file_damaged')
    expect(await outcome(read(paragraph('')))).toBe('no_article_found')
    expect(await outcome(parse(zip({ ...parts, 'word/document.xml': 'bukan xml' }), 'a.docx'))).toBe('file_damaged')
    expect(await outcome(parse(zip({ '[Content_Types].xml': '', 'word/a.xml': '' }), 'a.docx'))).toBe('file_damaged')
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le')
    ])
    expect(await outcome(parse(container, 'a.docx'))).toBe('file_encrypted')
  })

  it('refuses parts that are built too deeply or hold too many elements', async () => {
    const deep = `${'<w:sdt>'.repeat(600)}${'</w:sdt>'.repeat(600)}`
    expect(await outcome(read(deep))).toBe('file_too_complex')
    expect(await outcome(parse(writeDocx('<w:p/>'.repeat(500)), 'a.docx', { xmlNodes: 400 }))).toBe('file_too_complex')
  })

  it('finds the text wherever the document says that it is', async () => {
    const parts = unzipSync(writeDocx(paragraph('Isi.')))
    const { 'word/document.xml': document = new Uint8Array(), ...others } = parts
    const relationships = Buffer.from(parts['_rels/.rels'] ?? new Uint8Array()).toString()
    const moved = {
      ...others,
      '[Content_Types].xml': Buffer.from(parts['[Content_Types].xml'] ?? new Uint8Array())
        .toString()
        .replace('/word/', '/'),
      '_rels/.rels': relationships.replace('word/', ''),
      'document.xml': document
    }
    expect((await parse(zip(moved), 'a.docx')).text).toBe('Isi.\n')
  })

  it('expands no entity', async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "bom">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "&a${index === 0 ? '' : index - 1};&a${index === 0 ? '' : index - 1};">`).join('')}]>`
    const document = `${bomb}<w:document ${namespaces}><w:body>${paragraph('Isi &a8; akhir.')}</w:body></w:document>`
    const result = await outcome(parse(writeDocx('', { 'word/document.xml': document }), 'a.docx'))
    expect(result.length).toBeLessThan(100)
  })

  it('takes title, subtitle and formats from the styles', async () => {
    const article = await read(
      [
        paragraph('Judul Naskah', 'Title'),
        paragraph('Sebuah anak judul', 'Subtitle'),
        paragraph('Bagian', 'heading1'),
        paragraph(
          run('Teks ') +
            run('tebal', '<w:b/>') +
            run(' miring', '<w:i/>') +
            run(' coret', '<w:strike/>') +
            run(' garis', '<w:u w:val="single"/>')
        ),
        paragraph('Kutipan.', 'Quote')
      ].join('')
    )
    expect(article).toMatchObject({
      title: 'Judul Naskah',
      deck: 'Sebuah anak judul',
      html: '<h1>Bagian</h1><p>Teks <strong>tebal</strong><em> miring</em><s> coret</s><u> garis</u></p><blockquote><p>Kutipan.</p></blockquote>'
    })
  })

  it('takes the properties, but not what programs write into every document', async () => {
    const text = paragraph('Isi naskah yang biasa saja.')
    const stated = `<dc:title>Laporan Panen</dc:title><dc:creator>Sri Lestari</dc:creator><dcterms:created>2023-06-01T02:00:00Z</dcterms:created><cp:keywords>padi, sawah</cp:keywords>`
    expect(await read(text, core(stated))).toMatchObject({
      title: 'Laporan Panen',
      byline: 'Sri Lestari',
      publishedAt: '2023-06-01',
      tags: ['padi', 'sawah'],
      inferred: { publishedAt: { confidence: 0.4 } }
    })
    const empty = '<dc:title>Microsoft Word - laporan.doc</dc:title><dc:creator>Windows User</dc:creator>'
    expect(await read(text, core(empty))).toMatchObject({ title: 'Isi naskah yang biasa saja', byline: null })
  })

  it('brings images along', async () => {
    const drawing = `<w:r><w:drawing><wp:inline><wp:docPr descr="Pot"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="g"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const article = await read(paragraph(run('Isi ') + drawing), {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="g" Type="${office}/image" Target="media/a.png"/></Relationships>`,
      'word/media/a.png': png
    })
    expect(article.resources.map(({ mediaType, bytes }) => [mediaType, bytes.length])).toEqual([['image/png', 74]])
    expect(article.html).toMatch(/^<p>Isi <img alt="Pot" src="lontar-article:\/\/resource\/[0-9a-f]{64}"><\/p>$/)
  })
})

describeMaterial('documents of mammoth', 'data/docx', folder => {
  const names = readdirSync(folder).filter(name => name.endsWith('.docx'))
  const empty = new Set(['empty.docx', 'external-picture.docx'])

  it.each(names.filter(name => !empty.has(name)))('%s loses no text', async name => {
    const bytes = readFileSync(resolve(folder, name))
    const parts = unzipSync(bytes)
    const written = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'].flatMap(part => {
      const xml = parts[part]
      return xml ? descendantsNamed(parseXml(xml, defaultLimits), 't').map(textBelow) : []
    })
    const article = await parse(bytes, name)
    const all = [article.title, article.byline, article.text].join(' ').replace(/\s+/g, '')
    expect(written.filter(text => !all.includes(text.replace(/\s+/g, '')))).toEqual([])
  })

  it('an empty one holds no article, and comments are said to be left out', async () => {
    expect(await outcome(parse(readFileSync(resolve(folder, 'empty.docx')), 'empty.docx'))).toBe('no_article_found')
    const { warnings } = await parse(readFileSync(resolve(folder, 'comments.docx')), 'comments.docx')
    expect(warnings.map(warning => warning.code)).toEqual(['comments_left_out'])
  })
})
