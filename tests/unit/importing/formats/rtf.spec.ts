import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { defaultLimits } from '../../../../src/main/importing/limits'
import { readRtf } from '../../../../src/main/importing/formats/rtf/readRtf'
import { outcome, parse } from '../support'

const png = readFileSync(resolve('tests/fixtures/markdown/front-matter-and-image/images/pot anggrek.png'))

/** Parses the groups and words within the outermost group. */
const read = (content: string | Buffer, head = '\\ansi\\ansicpg1252\\deff0'): Promise<ImportedArticle> =>
  parse(Buffer.concat([Buffer.from(`{\\rtf1${head} `), Buffer.from(content as string), Buffer.from('}')]), 'naskah.rtf')

const htmlOf = async (content: string, head?: string): Promise<string> =>
  (await read(content, head)).html.replace(/\n/g, '')

describe('rtfImporter', { timeout: 60_000 }, () => {
  it('names documents that are empty or whose groups lie too deeply in each other', async () => {
    expect(await outcome(read('\\pard\\par'))).toBe('no_article_found')
    expect(await outcome(read(`${'{'.repeat(200_000)}dalam`))).toBe('file_too_complex')
  })

  it('reads what there is of a document that is cut off, and says so', async () => {
    const article = await parse('{\\rtf1\\ansi Isi yang {\\b terpotong', 'a.rtf')
    expect(article.html).toBe('<p>Isi yang <strong>terpotong</strong></p>')
    expect(article.warnings.map(({ code }) => code)).toEqual(['file_cut_off'])
  })

  it('ends in a result or a named failure whatever is in the file', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '\\par ',
      '\\b',
      '\\u-3 ',
      "\\'e9",
      '\\cell',
      '\\row',
      '\\intbl ',
      '{\\footnote ',
      '{\\pict\\pngblip 89',
      '\\bin9999 ',
      '\\bin-1 ',
      '{\\*\\x ',
      '{\\field{\\*\\fldinst HYPERLINK "',
      '{\\fldrslt ',
      '\\uc9 ',
      '{\\fonttbl{\\f1',
      '\\f1 ',
      '{\\listtext 1.}',
      '\\',
      'teks'
    )
    const checked = fc.check(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        readRtf(Buffer.from(`{\\rtf1 ${pieces.join('')}`), defaultLimits)
      }),
      { numRuns: 1_000 }
    )
    expect(checked.failed).toBe(false)
  })

  it('decodes by the code page of the file, by that of a font, and by Unicode with its stand-ins', async () => {
    expect(await htmlOf("Caf\\'e9")).toBe('<p>Café</p>')
    expect(await htmlOf("\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2", '\\ansi\\ansicpg1251')).toBe('<p>Привет</p>')
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset128 Mincho;}{\\f2\\fcharset2 Symbol;}}'
    expect(await htmlOf(`${fonts}\\f1 \\'93\\'fa\\'96\\'7b\\f0 ab\\'e9\\f2\\'b7`)).toBe('<p>日本abé•</p>')
    expect(await htmlOf("\\uc1 \\u26085?\\u26412\\'3f\\uc2 \\u8364 EU\\uc0 \\u-10179 \\u-8704 !")).toBe(
      '<p>日本€😀!</p>'
    )
  })

  it('keeps bold, italic, underline, strikethrough and signs, and ends them with their groups', async () => {
    expect(
      await htmlOf(
        'a {\\b tebal {\\i keduanya}} \\ul garis\\ulnone  {\\strike coret} x{\\super 2}\\emdash\\ldblquote q\\rdblquote\\~\\{\\}'
      )
    ).toBe(
      '<p>a <strong>tebal </strong><strong><em>keduanya</em></strong> <u>garis</u> <s>coret</s> x<sup>2</sup>—“q”&nbsp;{}</p>'
    )
  })

  it('leaves out what is hidden, deleted, or meant for other programs', async () => {
    const { text } = await read(
      '{\\colortbl;\\red1;}{\\*\\generator Riched20;}{\\header Kepala}{\\v tersembunyi}{\\deleted dihapus}{\\*\\tidakdikenal {x} y}{\\nonshppict{\\pict 00}}Isi.'
    )
    expect(text).toBe('Isi.\n')
  })

  it('takes headings from styles and from outline levels, and the title from its style', async () => {
    const article = await read(
      '{\\stylesheet{Normal;}{\\s1 heading 1;}{\\s2\\outlinelevel1 Subbab;}{\\s9 Title;}{\\*\\cs3 Tebal;}}\\pard\\s9 Judul\\par\\pard\\s1 Bab\\par\\pard\\s2 Bagian\\par\\pard\\outlinelevel2 Lagi\\par\\pard Isi.\\par'
    )
    expect(article.title).toBe('Judul')
    expect(article.html.replace(/\n/g, '')).toBe('<h1>Bab</h1><h2>Bagian</h2><h3>Lagi</h3><p>Isi.</p>')
  })

  it('keeps lists and their levels', async () => {
    const item = (mark: string, level: number, text: string): string =>
      `{\\listtext\\pard ${mark}\\tab}\\pard\\ls1\\ilvl${level} ${text}\\par `
    const list = item("\\'B7", 0, 'satu') + item('1.', 1, 'dalam') + item("\\'B7", 0, 'dua')
    expect(await htmlOf(`Daftar:\\par ${list}\\pard Akhir.\\par`)).toBe(
      '<p>Daftar:</p><ul><li>satu<ol><li>dalam</li></ol></li><li>dua</li></ul><p>Akhir.</p>'
    )
  })

  it('keeps tables', async () => {
    const row = (one: string, two: string): string =>
      `\\trowd\\cellx1\\cellx2\\pard\\intbl ${one}\\cell ${two}\\cell\\row `
    expect(await htmlOf(`Tabel:\\par ${row('A', 'B')}${row('1', '2\\par 3')}\\pard Akhir.`)).toBe(
      '<p>Tabel:</p><table><tbody><tr><td>A</td><td>B</td></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></tbody></table><p>Akhir.</p>'
    )
  })

  it('keeps links, also to places in the document, and notes', async () => {
    expect(
      await htmlOf(
        '{\\field{\\*\\fldinst{HYPERLINK "https://situs.example/a"}}{\\fldrslt{\\ul situs}}} dan {\\field{\\*\\fldinst HYPERLINK \\\\l "k"}{\\fldrslt ke k}}.{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} Catatan.}\\par {\\*\\bkmkstart k}K.{\\*\\bkmkend k}'
      )
    ).toBe(
      '<p><a href="https://situs.example/a">situs</a> dan <a href="#article-k">ke k</a>.<sup><a id="article-note-ref-1" href="#article-note-1">[1]</a></sup></p><p><a id="article-k"></a>K.</p>' +
        '<section class="footnotes"><ol><li id="article-note-1"><p>Catatan.</p><a href="#article-note-ref-1">↑</a></li></ol></section>'
    )
  })

  it('brings images along, written in hexadecimal digits or as they are', async () => {
    const second = Buffer.concat([png, Buffer.from([1])])
    const pictures = Buffer.concat([
      Buffer.from(`Isi {\\*\\shppict{\\pict\\pngblip\\picw8 ${png.toString('hex').replace(/(.{32})/g, '$1\r\n')}}}`),
      Buffer.from(`{\\pict\\pngblip\\bin${second.length} `),
      second,
      Buffer.from('}{\\pict\\wmetafile8 0100} akhir.')
    ])
    const { resources, text } = await read(pictures)
    expect(resources.map(({ mediaType, bytes }) => [mediaType, bytes.length])).toEqual([
      ['image/png', png.length],
      ['image/png', second.length]
    ])
    expect(text).toBe('Isi  akhir.\n')
  })

  it('takes the properties', async () => {
    const info =
      "{\\info{\\title Laporan Pan\\'e9n}{\\author Sri Lestari}{\\keywords padi; sawah}{\\creatim\\yr2022\\mo3\\dy9\\hr7}}"
    expect(await read(`${info}Isi laporan.`)).toMatchObject({
      title: 'Laporan Panén',
      byline: 'Sri Lestari',
      publishedAt: '2022-03-09',
      tags: ['padi', 'sawah']
    })
  })
})
