import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../../src/main/importing/detect'

const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])))
const detect = (fileName: string, content: string): string => detectFormat(fileName, Buffer.from(content))

describe('detectFormat', () => {
  it.each([
    ['a.txt', 'Just some words.', 'text'],
    ['notes', 'Just some words without an extension.', 'text'],
    ['a.txt', '<!DOCTYPE html><html><body><p>Really a page</p></body></html>', 'html'],
    ['a.txt', '<?xml version="1.0"?><!-- saved --><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'html'],
    ['a.txt', '<div class="x"><p>One</p><p>Two</p></div>', 'html'],
    ['a.txt', 'The tag <p> opens a paragraph, and </p> closes it.', 'text'],
    ['a.md', '# Title\n\nText', 'markdown'],
    ['a.MD', 'Plain words in a Markdown file', 'markdown'],
    ['a.md', '<!doctype html><title>x</title><p>a page after all</p>', 'html'],
    ['a.html', 'No tag at all', 'html'],
    ['a.txt', '# 1 in the charts\n\nA line with * stars * and a - dash.', 'text'],
    ['a.txt', '# Notes\n\nSome **strong** words and [a link](https://site.example/a).\n\n```js\n1\n```\n', 'markdown'],
    ['a.txt', '---\ntitle: Notes\n---\nText', 'markdown'],
    ['a.txt', 'From: the editor\nTo: everyone\n\nA letter that was typed by hand.', 'text'],
    ['a.txt', 'From: here on, things went badly.\n\nText.', 'text'],
    ['a.txt', 'MIME-Version: what the number means\n\nText.', 'text'],
    ['a', 'From: a@b.example\nDate: Mon, 3 Nov 2025 21:04:09 GMT\nMessage-ID: <1@b>\n\nText', 'email'],
    ['a.txt', 'Received: by x\nFrom: a@b.example\nDate: today\nMIME-Version: 1.0\n\nText', 'email'],
    ['a', 'From a@b.example Mon Nov 3\nReturn-Path: <a@b.example>\nFrom: a\nDate: b\n\nText', 'email'],
    ['a.eml', 'Subject: only this\n\nText', 'email'],
    ['a.eml', 'Just words, no header.', 'text'],
    ['a.eml', '<!doctype html><p>a page after all</p>', 'html'],
    ['a.eml', 'From: <Saved by Blink>\nMIME-Version: 1.0\n\nText', 'mhtml'],
    ['a.txt', 'From: "Saved by Windows Internet Explorer 11"\nMIME-Version: 1.0\n\n', 'mhtml'],
    ['a', 'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=b\n\n--b', 'mhtml'],
    ['a.mht', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b', 'mhtml'],
    ['a.mht', 'From: a@b.example\nTo: c@d.example\nDate: x\nReceived: y\n\nText', 'email'],
    ['a.mht', '<!doctype html><p>a page after all</p>', 'html'],
    ['a', 'bplist00\xd1\x01\x02_\x10\x0fWebMainResource', 'webarchive'],
    ['a', '<?xml version="1.0"?><!DOCTYPE plist><plist><dict><key>WebMainResource</key>', 'webarchive'],
    ['a.webarchive', '<!doctype html><p>a page after all</p>', 'html'],
    ['a.txt', '{\\rtf1\\ansi Text.}', 'rtf'],
    ['a.rtf', 'Just words after all.', 'text'],
    ['a.txt', '\r\n%PDF-1.4\n', 'pdf'],
    ['a.pdf', 'Just words about %PDF-1.4 after all.', 'text']
  ])('reads %s with “%s” as %s', (fileName, content, format) => {
    expect(detect(fileName, content)).toBe(format)
  })

  it('sees text in UTF-16 without a byte order mark', () => {
    expect(detectFormat('a.txt', Buffer.from('Selamat pagi, dunia.', 'utf16le'))).toBe('text')
  })

  it.each([
    ['\x89PNG\r\n\x1a\n', 'a PNG image'],
    ['bplist00\xd1\x01\x02', 'a property list']
  ])('names the other format behind %j', (content, what) => {
    expect(() => detectFormat('a.txt', Buffer.from(content, 'latin1'))).toThrow(`This is ${what}`)
  })

  const main = (type: string): string => `<Override ContentType="application/vnd.${type}.main+xml"/>`
  it.each([
    ['an Excel workbook', { '[Content_Types].xml': main('openxmlformats-officedocument.spreadsheetml.sheet') }],
    ['an Excel workbook', { '[Content_Types].xml': '', 'xl/workbook.xml': '' }],
    [
      'a PowerPoint presentation',
      { '[Content_Types].xml': main('openxmlformats-officedocument.presentationml.slide') }
    ],
    ['an OpenDocument spreadsheet', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }]
  ])('names %s', (what, files) => {
    expect(() => detectFormat('a.zip', zipped(files))).toThrow(`This is ${what}, which Lontar cannot read yet`)
  })

  it.each([
    ['epub', { mimetype: 'application/epub+zip' }],
    ['epub', { 'META-INF/container.xml': '<container/>' }],
    ['docx', { '[Content_Types].xml': main('openxmlformats-officedocument.wordprocessingml.document') }],
    ['docx', { '[Content_Types].xml': main('ms-word.document.macroEnabled') }],
    ['docx', { '[Content_Types].xml': '', 'word/document.xml': '' }],
    ['odt', { mimetype: 'application/vnd.oasis.opendocument.text' }],
    ['odt', { 'content.xml': '', 'META-INF/manifest.xml': '' }]
  ])('sees a file of the format %s in its directory', (format, files) => {
    expect(detectFormat('a.zip', zipped(files))).toBe(format)
  })

  it.each(['epub', 'docx', 'odt'])('believes the extension .%s of a ZIP file that is cut off', format => {
    expect(detectFormat(`a.${format}`, zipped({ 'a.txt': 'a' }).subarray(0, 40))).toBe(format)
  })

  it('takes any other ZIP file for an archive, by its directory and not by its first bytes', () => {
    expect(detectFormat('a.txt', zipped({ 'word/a.txt': 'a', 'xl/b.txt': 'b' }))).toBe('archive')
    expect(detectFormat('a.zip', Buffer.from('PK\x03\x04 cut off'))).toBe('archive')
  })

  it('says that an archive of nothing is empty', () => {
    expect(() => detectFormat('a.zip', zipped({}))).toThrow('The archive holds no file')
  })
})
