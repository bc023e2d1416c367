import { describe, expect, it } from 'vitest'
import { outcome, parse } from '../support'

const pixelPng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const head =
  'From: Ada <ada@site.example>\nDate: Mon, 3 Nov 2025 21:04:09 +0100\nSubject: A letter\nMIME-Version: 1.0\n'

const parseMail = (text: string, limits = {}): ReturnType<typeof parse> => parse(head + text, 'letter.eml', limits)
const markupOf = async (text: string): Promise<string> => (await parseMail(text)).html
const plain = (body: string, parameters = ''): string =>
  `Content-Type: text/plain; charset=utf-8${parameters}\n\n${body}`
const html = (body: string): string => `Content-Type: text/html; charset=utf-8\n\n${body}`
const multipart = (kind: string, ...parts: string[]): string =>
  `Content-Type: multipart/${kind}; boundary="${kind}"\n\n${parts.map(part => `--${kind}\n${part}\n`).join('')}--${kind}--\n`

describe('emailImporter', { timeout: 60_000 }, () => {
  it.each([
    ['nothing below its header', '\n', 'The mail holds no text'],
    ['an empty page', html('<html><body><style>a{}</style> </body></html>'), 'The mail holds no text'],
    [
      'nothing but an attachment',
      'Content-Type: application/pdf; name="a.pdf"\n\nxx',
      'The mail holds no text. Attached to the mail and not opened: a.pdf'
    ],
    [
      'nothing but a secret',
      multipart('encrypted', 'Content-Type: application/octet-stream\n\nxx'),
      'The mail is encrypted'
    ]
  ])('finds no article in a mail with %s', async (_, text, message) => {
    await expect(parseMail(text)).rejects.toMatchObject({
      code: 'no_article_found',
      message: expect.stringContaining(message) as string
    })
  })

  it('refuses parts within parts without end', async () => {
    const nested = Array.from(
      { length: 10_000 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`
    )
    expect(await outcome(parseMail(nested.join('')))).toBe('file_too_complex')
  })

  it('reads a letter of several megabytes in base64', async () => {
    const body = Buffer.from('kata dan '.repeat(400_000)).toString('base64')
    const text = `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${body}`
    expect((await parseMail(text)).wordCount).toBe(800_000)
  })

  it('leaves a huge attachment closed', async () => {
    const attachment = `Content-Type: image/png\nContent-Disposition: attachment; filename="big.png"\nContent-Transfer-Encoding: base64\n\n${'QUJD\n'.repeat(1_000_000)}`
    const { resources, warnings } = await parseMail(multipart('mixed', plain('Isi surat.'), attachment))
    expect([resources, warnings]).toEqual([
      [],
      [{ code: 'attachments_left_out', message: 'Attached to the mail and not opened: big.png' }]
    ])
  })

  it('survives quotations without end', async () => {
    const { text } = await parseMail(plain(`${'>'.repeat(200_000)} dalam\n${'> '.repeat(50_000)}lagi\n`))
    expect(text).toBe('dalam\nlagi\n')
  })

  it('reads as many paragraphs as fit into a stack, and more', async () => {
    const { text } = await parseMail(plain('Satu.\n\n> Dua.\n\n'.repeat(70_000)))
    expect(text.length).toBe(70_000 * 'Satu.\nDua.\n'.length)
  })

  it('joins a hundred thousand lines to one paragraph', async () => {
    const line = 'Sebuah baris yang cukup panjang untuk dilipat di tepinya sini\n'
    expect((await parseMail(plain(line.repeat(100_000)))).text.length).toBe(line.length * 100_000)
  })

  it('refuses a line without end', async () => {
    expect(await outcome(parseMail(plain('x'.repeat(2_000_000))))).toBe('text_line_too_long')
  })

  it('shows the text of a mail whose boundary is lost', async () => {
    expect(await markupOf('Content-Type: multipart/mixed\n\nHanya isi surat.\n')).toBe('<p>Hanya isi surat.</p>')
  })

  it.each([
    ['the page of two forms', multipart('alternative', plain('As text.'), html('<p>As page.</p>')), '<p>As page.</p>'],
    [
      'the page though it comes first',
      multipart('alternative', html('<p>As page.</p>'), plain('As text.')),
      '<p>As page.</p>'
    ],
    [
      'the text where the other form is a calendar',
      multipart('alternative', plain('As text.'), 'Content-Type: text/calendar\n\nBEGIN:VCALENDAR'),
      '<p>As text.</p>'
    ],
    [
      'a footer below the letter',
      multipart('mixed', multipart('alternative', plain('As text.'), html('<p>Letter.</p>')), plain('Footer.')),
      '<p>Letter.</p><p>Footer.</p>'
    ],
    [
      'the letter without its signature',
      multipart('signed', plain('Letter.'), 'Content-Type: application/pgp-signature\n\nxx'),
      '<p>Letter.</p>'
    ]
  ])('shows %s', async (_, text, markup) => {
    expect(await markupOf(text)).toBe(markup)
  })

  it('shows pictures where they stand between texts', async () => {
    const picture = `Content-Type: image/png; name="map.png"\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\n${pixelPng}`
    const { html: markup, warnings } = await parseMail(multipart('mixed', plain('Before.'), picture, plain('After.')))
    expect(markup).toMatch(
      /^<p>Before\.<\/p><p><img src="lontar-article:\/\/resource\/\w{64}" alt="map.png"><\/p><p>After\.<\/p>$/
    )
    expect(warnings).toEqual([])
  })

  it.each([
    [
      'wrapped',
      '',
      'Lines that were wrapped by the program at about seventy\ncharacters are one.\n\nShort\nlines stay.',
      '<p>Lines that were wrapped by the program at about seventy characters are one.</p><p>Short</p><p>lines stay.</p>'
    ],
    ['flowed', '; format=flowed', 'Flowed \nlines.\nHard line.', '<p>Flowed lines.</p><p>Hard line.</p>'],
    ['flowed without its spaces', '; format=flowed; delsp=yes', 'Flow \ned.', '<p>Flowed.</p>'],
    [
      'quoted',
      '',
      '> One.\n>> Two.\n\nThree.',
      '<blockquote><p>One.</p><blockquote><p>Two.</p></blockquote></blockquote><p>Three.</p>'
    ],
    ['signed', '', 'Words.\n-- \nAda <b>\nHere', '<p>Words.</p><hr><p><small>Ada &lt;b&gt;<br>Here</small></p>']
  ])('reads text that is %s', async (_, parameters, body, markup) => {
    expect(await markupOf(plain(body, parameters))).toBe(markup)
  })

  it('makes paragraphs of a layout, and leaves out what is hidden', async () => {
    const body = `<div style="display: none">Hidden.</div><table><tr><td><table><tr><td>One.<br><br>Two.<br>Three.</td><td> &nbsp;</td></tr></table></td></tr></table>
      <table><tr><td>Rice</td><td>2 kg</td></tr><tr><td>Salt</td><td>1 kg</td></tr></table>`
    expect(await markupOf(html(body))).toBe(
      '<p>One.</p><p>Two.<br>Three.</p><table><tbody><tr><td>Rice</td><td>2 kg</td></tr><tr><td>Salt</td><td>1 kg</td></tr></tbody></table>'
    )
  })

  it('keeps direction, and what links within the letter lead to', async () => {
    const body = '<p><a href="#b">down</a></p><div id="b" dir="rtl">One.<br><br>Two.</div>'
    expect(await markupOf(html(body))).toBe(
      '<p><a href="#article-b">down</a></p><p id="article-b" dir="rtl">One.</p><p dir="rtl">Two.</p>'
    )
  })

  it('makes paragraphs of a page that has none', async () => {
    expect(await markupOf(html('One.<br>Still <b>one</b>.<br><br>Two.'))).toBe(
      '<p>One.<br>Still <b>one</b>.</p><p>Two.</p>'
    )
  })

  it('counts remote pictures and sanitises the letter last', async () => {
    const body =
      '<p onclick="a()">Words<script>a()</script> <img src="https://track.example/x.gif" width="1" height="1"><img src="https://a.example/b.png" alt="b"></p>'
    const { html: markup, removed } = await parseMail(html(body))
    expect([markup, removed]).toEqual([
      '<p>Words <span title="https://a.example/b.png" class="missing-image">b</span></p>',
      { scripts: 1, frames: 0, forms: 0, remoteImages: 1, eventHandlers: 1, trackers: 1 }
    ])
  })

  it.each([
    ['"Weekly Notes" <notes.site.example>', 'Weekly Notes'],
    ['<notes.site.example>', null],
    ['123456789mc list <123.list-id.example>', null],
    ['Ada <ada.site.example>', null]
  ])('takes the list %s as the site %j', async (list, siteName) => {
    const { siteName: found, byline } = await parseMail(`List-Id: ${list}\n${plain('Words of the letter.')}`)
    expect([found, byline]).toEqual([siteName, 'Ada'])
  })

  it('states its fields', async () => {
    const { title, byline, publishedAt, url, inferred } = await parseMail(plain('Beberapa kata saja.'))
    expect({ title, byline, publishedAt, url, inferred: Object.keys(inferred) }).toEqual({
      title: 'A letter',
      byline: 'Ada',
      publishedAt: '2025-11-03T21:04:09+01:00',
      url: null,
      inferred: ['language']
    })
  })

  it('reads UTF-8 behind a header that says ASCII', async () => {
    expect(await markupOf('Content-Type: text/plain; charset=us-ascii\n\nKafé di sudut.')).toBe('<p>Kafé di sudut.</p>')
  })
})
