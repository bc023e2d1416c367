// Hostile books, documents and archives, through the real threads: each ends in a named failure or in an article, and the
// next file is read all the same.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createParserPool, type ParserPool } from '../../../src/main/importing/worker/parserPool'
import { writeZip } from './archive/writeZip'
import { page, writeBook } from './formats/writeBook'
import { joinPdf, pdfObjects, pdfStream, textLines } from './formats/writePdf'

let pool: ParserPool
let folder: string
beforeAll(() => {
  pool = createParserPool({ workerFile: resolve('out/test-workers/importWorker.js'), size: 1 })
  folder = mkdtempSync(join(tmpdir(), 'lontar-hostile-'))
})
afterAll(async () => {
  await pool.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function outcome(task: Promise<unknown>): Promise<string> {
  return task.then(
    () => 'read',
    (error: { code: string }) => error.code
  )
}

/** What becomes of a hostile file, and of an ordinary one that is given behind it. */
async function parseThenNext(fileName: string, bytes: Uint8Array): Promise<string[]> {
  const next = { fileName: 'berikut.txt', path: null, bytes: Buffer.from('Judul\n\nIsi artikel.') }
  return Promise.all([outcome(pool.parseFile({ fileName, path: null, bytes })), outcome(pool.parseFile(next))])
}

const named = /^(?:read|file_damaged|file_too_complex|file_too_large|archive_\w+|html_too_complex|no_article_found)$/

const spaces = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1_000_000).fill(32)
const zip = (parts: Record<string, Uint8Array | string>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
    )
  )

/** Ten entities, each ten times the one before: ten milliard words. */
const laughs = `<!DOCTYPE x [<!ENTITY e0 "ha">${Array.from(
  { length: 10 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`
).join('')}]>`
const contentTypes =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relationships =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const word = (document: string | Uint8Array): Uint8Array =>
  zip({ '[Content_Types].xml': contentTypes, '_rels/.rels': relationships, 'word/document.xml': document })
const openDocument = (content: string | Uint8Array): Uint8Array =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content })
const wordText = (text: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
const odtText = (text: string): string =>
  `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>${text}</text:p></office:text></office:body></office:document-content>`

describe('hostile books and documents', { timeout: 120_000 }, () => {
  it.each([
    [
      'a book that unpacks to 90 MB of spaces',
      'a.epub',
      () => writeBook({ files: { 'a.xhtml': spaces(90) } }),
      /^archive_too_large$/
    ],
    ['a document that unpacks to 90 MB of spaces', 'a.docx', () => word(spaces(90)), /^archive_too_large$/],
    ['a text that unpacks to 90 MB of spaces', 'a.odt', () => openDocument(spaces(90)), /^archive_too_large$/],
    ['a document with entities of entities', 'a.docx', () => word(laughs + wordText('&e10;')), named],
    ['a text with entities of entities', 'a.odt', () => openDocument(laughs + odtText('&e10;')), /^read$/],
    [
      'a book with entities of entities',
      'a.epub',
      () =>
        writeBook({ metadata: `<dc:title>&e10;</dc:title>`, files: { 'a.xhtml': laughs + page('<p>&e10; Isi.</p>') } }),
      /^read$/
    ],
    [
      'a web archive with entities of entities',
      'a.webarchive',
      () =>
        strToU8(
          `<?xml version="1.0"?>${laughs}<plist><dict><key>WebMainResource</key><string>&e10;</string></dict></plist>`
        ),
      named
    ],
    [
      'a document of 100 000 runs in each other',
      'a.docx',
      () => word(wordText('<w:r>'.repeat(100_000))),
      /^file_too_complex$/
    ],
    [
      'a text of 100 000 spans in each other',
      'a.odt',
      () => openDocument(odtText('<text:span>'.repeat(100_000))),
      /^file_too_complex$/
    ],
    [
      'a book of 100 000 divisions in each other',
      'a.epub',
      () => writeBook({ files: { 'a.xhtml': page(`${'<div>'.repeat(100_000)}Isi.`) } }),
      /^read$/
    ],
    [
      'a page of 100 000 divisions in each other',
      'a.html',
      () => strToU8(`<html><body>${'<div>'.repeat(100_000)}<p>Isi.</p>`),
      named
    ],
    [
      'a book whose table of contents lists itself',
      'a.epub',
      () =>
        writeBook({
          manifest:
            '<item id="n" properties="nav" href="n.xhtml" media-type="application/xhtml+xml" fallback="n"/><item id="o" href="book.opf" media-type="application/oebps-package+xml" fallback="o"/>',
          spine: '<itemref idref="n"/><itemref idref="o"/><itemref idref="n"/>',
          files: {
            'n.xhtml': page(
              '<nav epub:type="toc"><ol><li><a href="n.xhtml">Isi</a><ol><li><a href="n.xhtml#n">Isi</a></li></ol></li></ol></nav>'
            )
          }
        }),
      /^read$/
    ],
    [
      'a book with 20 000 links and ids',
      'a.epub',
      () =>
        writeBook({
          files: {
            'a.xhtml': page(
              Array.from(
                { length: 20_000 },
                (_, index) => `<p id="p${index}"><a href="#p${19_999 - index}">Isi</a></p>`
              ).join('')
            )
          }
        }),
      /^read$/
    ],
    [
      'a document of a page tree in circles',
      'a.pdf',
      () =>
        joinPdf(
          pdfObjects([textLines(['Isi.'])], {
            2: '<< /Type /Pages /Count 4 /Kids [2 0 R 12 0 R] >>',
            12: '<< /Type /Pages /Kids [2 0 R] /Count 4 >>'
          })
        ),
      named
    ],
    [
      'a document whose objects lie in a bomb',
      'a.pdf',
      () =>
        joinPdf(
          pdfObjects([textLines(['Isi.'])], {
            20: pdfStream(deflateSync(spaces(90)), '/Type /ObjStm /N 9 /First 90 /Filter /FlateDecode')
          })
        ),
      /^file_too_complex$/
    ],
    [
      'a document of 100 000 dictionaries in each other',
      'a.pdf',
      () => joinPdf(pdfObjects([textLines(['Isi.'])], { 11: `${'<</A '.repeat(100_000)}1${'>>'.repeat(100_000)}` })),
      named
    ],
    [
      'a document of 200 000 groups in each other',
      'a.rtf',
      () => strToU8(`{\\rtf1 ${'{\\b '.repeat(200_000)}`),
      /^file_too_complex$/
    ],
    ['a document of 200 000 notes', 'a.rtf', () => strToU8(`{\\rtf1 ${'x{\\footnote y}'.repeat(200_000)}}`), named]
  ])('%s', async (_, fileName, write, expected) => {
    const [result, next] = await parseThenNext(fileName, write())
    expect(result).toMatch(expected)
    expect(next).toBe('read')
  })

  it('files that are named as what they are not', async () => {
    const empty = zip({ 'a.txt': 'a' })
    for (const name of ['a.epub', 'a.docx', 'a.odt']) {
      expect((await pool.parseFile({ fileName: name, path: null, bytes: empty })).kind).toBe('archive')
    }
  })
})

describe('hostile archives', { timeout: 120_000 }, () => {
  const unpack = (bytes: Uint8Array): Promise<string> => outcome(pool.unpack({ fileName: 'a.zip', bytes, folder }))

  it('an archive of archives of archives, each sixteen times', async () => {
    let archive = zip(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.txt`, spaces(3)])))
    for (let depth = 0; depth < 4; depth++) {
      const inner = archive
      archive = zip(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.zip`, inner])))
    }
    expect(await unpack(archive)).toBe('archive_too_large')
  })

  it('an archive that lies about the sizes of its files', async () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({
      name: `${index}.txt`,
      content: spaces(50),
      statedBytes: 100
    }))
    const { files, failures } = await pool.unpack({ fileName: 'a.zip', bytes: writeZip(entries), folder })
    expect([files, failures.map(({ code }) => code)]).toEqual([[], Array.from({ length: 5 }, () => 'archive_damaged')])
  })

  it('an archive of more files than any may have', async () => {
    expect(
      await unpack(writeZip(Array.from({ length: 65_000 }, (_, index) => ({ name: `${index}`, isStored: true }))))
    ).toBe('archive_too_large')
  })

  it('an archive of one file under two thousand names', async () => {
    const content = Buffer.from(readFileSync(resolve('package-lock.json')))
    const shared = Array.from({ length: 2_000 }, (_, index) => ({ name: `${index}.txt`, sharesWith: 0 }))
    expect(await unpack(writeZip([{ name: 'a.txt', content }, ...shared]))).toMatch(/^archive_(?:unsafe|too_large)$/)
  })
})
