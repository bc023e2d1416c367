import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { outcome, parse } from '../support'

const png = readFileSync(resolve('tests/fixtures/markdown/front-matter-and-image/images/pot anggrek.png'))
const namespaces = ['office', 'text', 'table', 'draw', 'style', 'fo', 'xlink', 'dc', 'meta', 'svg']
  .map(name => `xmlns:${name}="urn:${name}"`)
  .join(' ')

type Parts = Readonly<Record<string, string | Uint8Array>>

function writeOdt(body: string, styles = '', more: Parts = {}): Uint8Array {
  const parts: Parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, new Uint8Array(Buffer.from(content as string))])
    )
  )
}

const read = (body: string, styles = '', more: Parts = {}): Promise<ImportedArticle> =>
  parse(writeOdt(body, styles, more), 'naskah.odt')
const htmlOf = async (body: string, styles = ''): Promise<string> => (await read(body, styles)).html.replace(/\n/g, '')

describe('odtImporter', { timeout: 60_000 }, () => {
  it('names documents that are damaged, empty, or protected', async () => {
    expect(await outcome(parse(writeOdt('<text:p>Isi.</text:p>').subarray(0, 200), 'a.odt'))).toBe('file_damaged')
    expect(await outcome(read('', '', { 'content.xml': 'bukan xml' }))).toBe('file_damaged')
    expect(await outcome(read('<text:p/>'))).toBe('no_article_found')
    const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>'
    expect(await outcome(read('', '', { 'META-INF/manifest.xml': manifest, 'content.xml': 'x' }))).toBe(
      'file_encrypted'
    )
  })

  it('refuses elements that lie too deeply or are too many, and expands no entity', async () => {
    const deep = '<text:section>'.repeat(100_000)
    expect(await outcome(read(deep))).toBe('file_too_complex')
    const many = parse(writeOdt('<text:p/>'.repeat(500)), 'a.odt', { xmlNodes: 400 })
    expect(await outcome(many)).toBe('file_too_complex')
    const content = `<!DOCTYPE d [<!ENTITY a "bom"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><office:document-content ${namespaces}><office:body><office:text><text:p>Isi &b;.</text:p></office:text></office:body></office:document-content>`
    expect((await read('', '', { 'content.xml': content })).text).toBe('Isi &b;.\n')
  })

  it('takes styles for what they do to text', async () => {
    const style = (name: string, properties: string): string =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`
    const styles =
      style('T1', 'fo:font-weight="bold"') +
      style('T2', 'fo:font-style="italic" style:text-underline-style="solid"') +
      style('T3', 'style:text-line-through-style="solid"') +
      style('T4', 'style:text-position="super 58%"')
    const body =
      '<text:p><text:span text:style-name="T1">tebal</text:span><text:s text:c="2"/><text:span text:style-name="T2">miring</text:span><text:line-break/><text:span text:style-name="T3">coret</text:span><text:tab/>x<text:span text:style-name="T4">2</text:span></text:p>'
    expect(await htmlOf(body, styles)).toBe(
      '<p><strong>tebal</strong>&nbsp; <em><u>miring</u></em><br><s>coret</s> x<sup>2</sup></p>'
    )
  })

  it('knows title, headings and quotations, also behind automatic styles that go round in circles', async () => {
    const styles =
      '<style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2" style:parent-style-name="P3"/><style:style style:name="P3" style:parent-style-name="P2"/>'
    const article = await read(
      '<text:p text:style-name="P1">Judul Naskah</text:p><text:p text:style-name="Subtitle">Anak judul</text:p><text:h text:outline-level="2">Bagian</text:h><text:p text:style-name="P2">Isi.</text:p><text:p text:style-name="Quotations">Kutip.</text:p>',
      styles
    )
    expect(article).toMatchObject({ title: 'Judul Naskah', deck: 'Anak judul' })
    expect(article.html.replace(/\n/g, '')).toBe('<h2>Bagian</h2><p>Isi.</p><blockquote><p>Kutip.</p></blockquote>')
  })

  it('keeps lists, ordered or not, and tables', async () => {
    const styles =
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
    const list =
      '<text:list text:style-name="L1"><text:list-item><text:p>satu</text:p><text:list><text:list-item><text:p>dalam</text:p></text:list-item></text:list></text:list-item></text:list>'
    expect(await htmlOf(list, styles)).toBe('<ol><li>satu<ul><li>dalam</li></ul></li></ol>')
    const cell = (text: string, more = ''): string =>
      `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`
    const table = `<text:p>Tabel:</text:p><table:table><table:table-header-rows><table:table-row>${cell('A', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>${cell('1')}${cell('2')}</table:table-row></table:table>`
    expect(await htmlOf(table)).toBe(
      '<p>Tabel:</p><table><thead><tr><th colspan="2">A</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'
    )
  })

  it('keeps notes with their links, and leaves out comments and deleted text', async () => {
    const { html, warnings } = await read(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Terhapus.</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Isi<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Catatan.</text:p></text:note-body></text:note><office:annotation><dc:creator>A</dc:creator><text:p>Komentar.</text:p></office:annotation>.</text:p>'
    )
    expect(html).toBe(
      '<p>Isi<sup><a id="article-note-ref-1" href="#article-note-1">[1]</a></sup>.</p><section class="footnotes"><ol><li id="article-note-1"><p>Catatan.</p><a href="#article-note-ref-1">↑</a></li></ol></section>'
    )
    expect(warnings.map(({ code }) => code)).toEqual(['comments_left_out'])
  })

  it('brings images along, and takes the properties', async () => {
    const article = await read(
      '<text:p>Isi <draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>Pot</svg:desc></draw:frame> <text:a xlink:href="https://situs.example/">tautan</text:a></text:p>',
      '',
      {
        'Pictures/a.png': png,
        'meta.xml': `<office:document-meta ${namespaces}><office:meta><dc:title>Laporan</dc:title><meta:initial-creator>Sri Lestari</meta:initial-creator><meta:creation-date>2022-02-03T10:00:00</meta:creation-date><meta:keyword>padi</meta:keyword><dc:language>id-ID</dc:language></office:meta></office:document-meta>`
      }
    )
    expect(article).toMatchObject({
      title: 'Laporan',
      byline: 'Sri Lestari',
      publishedAt: '2022-02-03',
      tags: ['padi'],
      language: 'id'
    })
    expect(article.resources.map(({ sourcePath }) => sourcePath)).toEqual(['Pictures/a.png'])
    expect(article.html).toContain('alt="Pot"')
  })
})
