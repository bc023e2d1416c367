import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeHtml, findDeclaredEncoding } from '../../../../src/main/importing/formats/html/decodeHtml'
import { describeMaterial } from '../support'

const declared = (html: string): string | null => findDeclaredEncoding(Buffer.from(html, 'latin1'))

describe('findDeclaredEncoding', () => {
  it.each([
    ['<p>nothing</p>', null],
    ['<meta charset="no-such-encoding">', null],
    ['<!-- <meta charset="koi8-r"> -->', null],
    ['<meta charset=koi8-r>', 'koi8-r'],
    ["<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", 'windows-1251'],
    ['<?xml version="1.0" encoding="iso-8859-2"?>', 'iso-8859-2'],
    ['<meta charset="utf-16">', 'utf-8']
  ])('reads %j as %j', (html, label) => {
    expect(declared(html)).toBe(label)
  })
})

describe('decodeHtml', () => {
  it('decodes by the declaration', () => {
    const html = '<meta charset="windows-1251"><p>Мост стоял над оврагом.</p>'
    expect(decodeHtml(iconv.encode(html, 'windows-1251')).text).toBe(html)
  })

  it('reads UTF-8 that declares nothing', () => {
    expect(decodeHtml(Buffer.from('<p>café</p>')).text).toBe('<p>café</p>')
  })
})

describeMaterial("html5lib's tests of encodings", 'data/encodings-html-sniffing/encoding', folder => {
  it('agree on what a page without a byte order mark declares', () => {
    const files = readdirSync(folder).filter(name => name.endsWith('.dat'))
    const cases = files.flatMap(name =>
      readFileSync(join(folder, name), 'latin1')
        .split(/(?:^|\n)#data\n/)
        .filter(entry => entry.includes('\n#encoding\n') && !entry.startsWith('\u00EF\u00BB\u00BF'))
    )
    const wrong = cases.filter(entry => {
      const [html = '', expected = ''] = entry.split('\n#encoding\n')
      const found = declared(html) ?? 'windows-1252'
      return new TextDecoder(found).encoding !== new TextDecoder(expected.trim().split('\n')[0]).encoding
    })
    console.log(`html5lib: ${cases.length - wrong.length} of ${cases.length} declarations read`)
    expect(wrong).toEqual([])
  })
})
