import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outcome, parse } from '../support'

const pixelPng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const page = 'https://site.example/a/page.html'

interface Part {
  readonly headers: string
  readonly body: string | Buffer
}

function save(parts: readonly Part[], headers = ''): Buffer {
  const start = `From: <Saved by Blink>\r\n${headers}MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n`
  const pieces = parts.flatMap(part => [`--b\r\n${part.headers}\r\n\r\n`, part.body, '\r\n'])
  return Buffer.concat(
    [start, ...pieces, '--b--\r\n'].map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece))
  )
}

const html = (body: string | Buffer, type = 'text/html', location = page): Part => ({
  headers: `Content-Type: ${type}\r\nContent-Location: ${location}`,
  body
})
const image = (header: string): Part => ({
  headers: `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n${header}`,
  body: pixelPng
})
const parseSaved = (bytes: Uint8Array, limits = {}): ReturnType<typeof parse> => parse(bytes, 'page.mhtml', limits)

describe('mhtmlImporter', { timeout: 60_000 }, () => {
  it.each([
    ['without a part', save([]), 'file_damaged'],
    ['with nothing but pictures', save([image('Content-ID: <a>')]), 'file_damaged'],
    ['with an empty page', save([html('')]), 'file_damaged'],
    ['with a page of nothing', save([html('<p> </p>')]), 'no_article_found'],
    [
      'whose page is broken base64',
      save([html('\u0001\u0002', 'text/html\r\nContent-Transfer-Encoding: base64')]),
      'file_damaged'
    ],
    ['cut off in its header', save([html('<p>Isi.</p>')]).subarray(0, 60), 'file_damaged']
  ])('names a file %s', async (_, bytes, code) => {
    expect(await outcome(parseSaved(bytes))).toBe(code)
  })

  it.each([
    ['absolutely', 'Content-Location: https://site.example/a/img/x.png', 'https://site.example/a/img/x.png'],
    ['from the root of the site', 'Content-Location: https://site.example/x.png', '/x.png'],
    ['relatively to the page', 'Content-Location: https://site.example/a/img/x.png', 'img/x.png'],
    ['relatively in both places', 'Content-Location: img/x.png', './img/x.png'],
    ['with a space', 'Content-Location: https://site.example/a/x%20y.png', 'x y.png'],
    ['over folded lines', 'Content-Location: https://site.example/a/\r\n img/x.png', 'img/x.png'],
    ['by its id', 'Content-ID: <x@y>', 'cid:x@y'],
    ['by its escaped id', 'Content-ID: <x+1@y>', 'cid:x%2B1%40y']
  ])('finds an image that is named %s', async (_, header, address) => {
    const { resources } = await parseSaved(save([html(`<p>Isi <img src="${address}"></p>`), image(header)]))
    expect(resources.map(resource => resource.mediaType)).toEqual(['image/png'])
  })

  it('finds images against the base that the page gives', async () => {
    const body = '<base href="https://images.example/big/"><p>Isi <img src="x.png"></p>'
    const saved = save([html(body), image('Content-Location: https://images.example/big/x.png')])
    expect((await parseSaved(saved)).resources).toHaveLength(1)
  })

  it('leaves a placeholder for what is not inside, and never looks on the disk', async () => {
    const body =
      '<p>Isi <img src="https://else.example/y.png" alt="satu"><img src="file:///etc/hostname" alt="dua"></p>'
    const location = image('Content-Location: ../../../../etc/hostname')
    const { html: markup, resources, removed } = await parseSaved(save([html(body), location]))
    expect({ markup, resources, remote: removed.remoteImages }).toEqual({
      markup:
        '<p>Isi <span title="https://else.example/y.png" class="missing-image">satu</span><span title="file:///etc/hostname" class="missing-image">dua</span></p>',
      resources: [],
      remote: 2
    })
  })

  it('shows no image that is none, whatever its part says', async () => {
    const script = { headers: 'Content-Type: image/png\r\nContent-ID: <x>', body: '<svg onload="alert(1)"/>' }
    const { resources } = await parseSaved(save([html('<p>Isi <img src="cid:x"></p>'), script]))
    expect(resources).toEqual([])
  })

  it('leaves out an image above the limit of size', async () => {
    const saved = save([html('<p>Isi <img src="cid:x"></p>'), image('Content-ID: <x>')])
    expect((await parseSaved(saved, { resourceBytes: 20 })).resources).toEqual([])
  })

  it.each([
    ['the header', 'text/html; charset=windows-1251', '<meta charset="utf-8">', 'windows-1251'],
    ['the page, where the header gives none', 'text/html', '<meta charset="windows-1251">', 'windows-1251'],
    [
      'the page, where the header says ASCII',
      'text/html; charset=us-ascii',
      '<meta charset="windows-1251">',
      'windows-1251'
    ]
  ])('reads the encoding of %s', async (_, type, meta, encoding) => {
    const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    const body = Buffer.concat([Buffer.from(`${meta}<p>`), cyrillic, Buffer.from('</p>')])
    const article = await parseSaved(save([html(body, type)]))
    expect([article.text, article.encoding]).toEqual(['Привет\n', encoding])
  })

  it('reads UTF-8 that nothing declares, as Chromium writes it', async () => {
    expect((await parseSaved(save([html('<p>“Selamat — pagi”</p>')]))).text).toBe('“Selamat — pagi”\n')
  })

  it('reads parts that hold their bytes as they are, zeros too', async () => {
    const bytes = Buffer.from(pixelPng, 'base64')
    const binary = {
      headers: 'Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <x>',
      body: bytes
    }
    const saved = save([html('<p>Isi <img src="cid:x"></p>'), binary])
    expect((await parse(saved, 'page')).resources.map(resource => resource.bytes.length)).toEqual([bytes.length])
  })

  it('takes the title and the address from the header, and no date', async () => {
    const headers = `Snapshot-Content-Location: ${page}\r\nSubject: =?utf-8?Q?Kop=C3=AB?=\r\nDate: Mon, 3 Nov 2025 21:04:09 GMT\r\n`
    const { title, url, publishedAt } = await parseSaved(save([html('<p>Isi yang pendek.</p>')], headers))
    expect({ title, url, publishedAt }).toEqual({ title: 'Kopë', url: page, publishedAt: null })
  })

  it('reads a saved text', async () => {
    const { title, format } = await parseSaved(save([html('Judul Pendek\r\n\r\nIsi teks.', 'text/plain')]))
    expect({ title, format }).toEqual({ title: 'Judul Pendek', format: 'mhtml' })
  })

  it('sanitises the page last', async () => {
    const { html: markup } = await parseSaved(
      save([html('<p onclick="a()">Isi<script>alert(1)</script> <a href="javascript:a()">b</a></p>')])
    )
    expect(markup).toBe('<p>Isi b</p>')
  })

  it('ends in an article or a named failure whatever is changed', async () => {
    const saved = readFileSync(resolve('tests/fixtures/mhtml/explorer-nested-parts/source.mht'))
    const change = fc.record({ at: fc.nat(saved.length - 1), length: fc.nat(40), by: fc.string({ maxLength: 8 }) })
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async changes => {
      const bytes = changes.reduce(
        (old, { at, length, by }) => Buffer.concat([old.subarray(0, at), Buffer.from(by), old.subarray(at + length)]),
        saved
      )
      expect(await outcome(parse(bytes, 'page.mht'))).toMatch(
        /^(?:read: |file_(?:damaged|too_complex|binary)|no_article_found|text_undecodable)/
      )
    })
    await fc.assert(property, { seed: 20_240_612, numRuns: 200 })
  })
})
