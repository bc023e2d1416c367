import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcome, parse } from '../support'
import { arrayObject, joinObjects, stringObject, writePropertyList, type Writable } from './writePropertyList'

const folder = resolve('tests/fixtures/webarchive/binary-page')
const address = 'https://quietrivers.example/2023/bridge'

function archiveOf(html: string | Uint8Array, more: { [key: string]: Writable } = {}, encoding = 'UTF-8'): Buffer {
  return writePropertyList({
    WebMainResource: {
      WebResourceData: Buffer.from(html as string),
      WebResourceMIMEType: 'text/html',
      WebResourceTextEncodingName: encoding,
      WebResourceURL: address,
      WebResourceFrameName: ''
    },
    ...more
  })
}

const parseArchive = (bytes: Uint8Array): ReturnType<typeof parse> => parse(bytes, 'page.webarchive')

describe('webarchiveImporter', { timeout: 60_000 }, () => {
  it.each([
    ['cut off', archiveOf('<p>Isi.</p>').subarray(0, 300)],
    ['cut off at the front', Buffer.concat([Buffer.from('bplist00'), archiveOf('<p>Isi.</p>').subarray(100)])],
    ['without its page', writePropertyList({ WebMainResource: 'nothing' })],
    ['with an object that holds itself', joinObjects([arrayObject([1, 0]), stringObject('WebMainResource')])],
    ['with a reference to nowhere', joinObjects([arrayObject([1, 7]), stringObject('WebMainResource')])],
    [
      'with a length beyond its end',
      joinObjects([Buffer.from([0xaf, 0x12, 0, 0x10, 0, 0]), stringObject('WebMainResource')])
    ]
  ])('names an archive that is %s as damaged', async (_, bytes) => {
    expect(await outcome(parseArchive(bytes))).toBe('file_damaged')
  })

  it('refuses values that multiply by reference', async () => {
    const layers = Array.from({ length: 30 }, (_, layer) => arrayObject(Array.from({ length: 10 }, () => layer + 1)))
    expect(await outcome(parseArchive(joinObjects([...layers, stringObject('WebMainResource')])))).toBe(
      'file_too_complex'
    )
  })

  it('refuses a long string that is referred to often', async () => {
    const often = arrayObject(Array.from({ length: 50_000 }, () => 1))
    const bytes = joinObjects([often, stringObject('x'.repeat(1_000_000)), stringObject('WebMainResource')])
    expect(await outcome(parseArchive(bytes))).toBe('file_too_complex')
  })

  it('refuses lists within lists', async () => {
    const layers = Array.from({ length: 5_000 }, (_, layer) => arrayObject([layer + 1]))
    expect(await outcome(parseArchive(joinObjects([...layers, stringObject('WebMainResource')])))).toBe(
      'file_too_complex'
    )
    const xml = `<plist><dict><key>WebMainResource</key>${'<array>'.repeat(100_000)}`
    expect(await outcome(parseArchive(Buffer.from(xml)))).toBe('file_too_complex')
  })

  it('expands no entity that an XML list declares', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
      <plist><dict><key>WebMainResource</key><dict><key>WebResourceURL</key><string>&b;</string></dict></dict></plist>`
    expect(await outcome(parseArchive(Buffer.from(xml)))).toBe('file_damaged')
  })

  it('names a property list that is no archive', async () => {
    await expect(parse(writePropertyList({ Name: 'else' }), 'settings.plist')).rejects.toMatchObject({
      code: 'file_unsupported',
      message: 'This is a property list, which Lontar cannot read yet'
    })
  })

  it('finds no article in an archived picture', async () => {
    const bytes = writePropertyList({
      WebMainResource: { WebResourceData: Buffer.from('x'), WebResourceMIMEType: 'image/png', WebResourceURL: address }
    })
    expect(await outcome(parseArchive(bytes))).toBe('no_article_found')
  })

  it('reads an archived text', async () => {
    const bytes = writePropertyList({
      WebMainResource: {
        WebResourceData: Buffer.from('Judul Pendek\n\nIsi yang tersimpan sebagai teks.'),
        WebResourceMIMEType: 'text/plain',
        WebResourceURL: address
      }
    })
    const { title, format } = await parseArchive(bytes)
    expect({ title, format }).toEqual({ title: 'Judul Pendek', format: 'webarchive' })
  })

  it('reads the page in the encoding that the archive names', async () => {
    const page = Buffer.from('<title>Caf\xe9</title><p>Le caf\xe9 ferme \xe0 midi.</p>', 'latin1')
    expect((await parseArchive(archiveOf(page, {}, 'iso-8859-1'))).text).toBe('Le café ferme à midi.\n')
  })

  it('never looks for an image on the disk', async () => {
    const html = '<p>Isi <img src="file:///etc/hostname" alt="satu"><img src="../../../tmp/a.png" alt="dua"></p>'
    const { resources, text } = await parseArchive(archiveOf(html))
    expect({ resources, text }).toEqual({ resources: [], text: 'Isi satudua\n' })
  })

  it('ends in an article or a named failure whatever the bytes are', async () => {
    const archive = archiveOf('<p>Isi yang pendek.</p>', { WebSubresources: [{ WebResourceURL: `${address}.png` }] })
    const change = fc.tuple(fc.nat(archive.length - 1), fc.nat(255))
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
      const bytes = Buffer.from(archive)
      for (const [at, value] of changes) bytes[at] = value
      expect(await outcome(parseArchive(bytes))).toMatch(
        /^(?:read: |file_(?:damaged|too_complex|unsupported|binary)|no_article_found|text_undecodable)/
      )
    })
    await fc.assert(property, { seed: 20_240_612, numRuns: 300 })
  })

  it('reads the fixture, which the writer of these tests makes of its page', () => {
    const read = (name: string): Buffer => readFileSync(resolve(folder, name))
    const image = {
      WebResourceData: read('bridge.png'),
      WebResourceMIMEType: 'image/png',
      WebResourceURL: 'https://quietrivers.example/2023/images/bridge.png'
    }
    const archive = archiveOf(read('page.html'), { WebSubresources: [image] })
    const fixture = resolve(folder, 'source.webarchive')
    if (process.env['LONTAR_UPDATE_GOLDEN'] === '1') writeFileSync(fixture, archive)
    expect(readFileSync(fixture).equals(archive)).toBe(true)
  })
})
