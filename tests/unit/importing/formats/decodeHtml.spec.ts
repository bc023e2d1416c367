import { globSync, readFileSync } from 'node:fs'
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

/** Why a case is read otherwise than html5lib expects: by its beginning. */
const differences: readonly (readonly [beginning: string, reason: string])[] = [
  ['<!DOCTYPE HTML>\n<script>document.write', 'no script of a page ever runs, so none can write a declaration']
]

describeMaterial("html5lib's tests of encodings", 'data/encodings-html-sniffing/encoding', folder => {
  const files = globSync('**/*.dat', { cwd: folder })
  const cases = files.flatMap(name =>
    readFileSync(join(folder, name), 'latin1')
      .split(/(?:^|\n)#data\n/)
      .filter(entry => entry.includes('\n#encoding\n'))
      .map(entry => {
        const [html = '', expected = ''] = entry.split('\n#encoding\n')
        return { html, expected: new TextDecoder(expected.trim().split('\n')[0]).encoding }
      })
  )
  /** A mark wins over a declaration; without either, browsers take windows-1252. */
  const encodingOf = (html: string): string =>
    html.startsWith('\u00EF\u00BB\u00BF')
      ? decodeHtml(Buffer.from(html, 'latin1')).encoding
      : new TextDecoder(declared(html) ?? 'windows-1252').encoding

  it('agree on the encoding of a page, but for those that differ for a reason', () => {
    const wrong = cases.filter(({ html, expected }) => encodingOf(html) !== expected)
    const unexplained = wrong.filter(({ html }) => !differences.some(([beginning]) => html.startsWith(beginning)))
    console.log(`html5lib: ${cases.length - wrong.length} of ${cases.length} encodings as a browser finds them`)
    for (const [beginning, reason] of differences)
      console.log(`html5lib differs: ${JSON.stringify(beginning)}: ${reason}`)
    expect(unexplained).toEqual([])
  })
})
