import { describe, expect, it } from 'vitest'
import { decodeWords } from '../../../../src/main/importing/mime/encodedWords'
import { readHeaders } from '../../../../src/main/importing/mime/headers'
import { parseMailboxes } from '../../../../src/main/importing/mime/mailboxes'
import { readMessageDate } from '../../../../src/main/importing/mime/messageDate'
import { parseParameters } from '../../../../src/main/importing/mime/parameters'

describe('readHeaders', () => {
  const read = (text: string | Buffer, limit = 10_000): ReturnType<typeof readHeaders> =>
    readHeaders(Buffer.from(text as string), 0, limit)

  it('refuses a header above the limit', () => {
    expect(() => read(`X-Long: ${'a'.repeat(200)}\r\n\r\nBody`, 100)).toThrow('The header is too long')
  })

  it('unfolds lines and takes the first field of a name, in any case', () => {
    const { headers, bodyStart } = read('SUBJECT: one\r\n two\r\n\tthree\r\nsubject: later\r\n more\r\n\r\nBody')
    expect([headers.get('Subject'), bodyStart]).toEqual(['one two three', 53])
  })

  it('ends at a line that is no field', () => {
    const text = 'Content-Type: text/plain\nJust words, and no blank line.\n'
    expect(read(text).bodyStart).toBe(25)
  })

  it('passes over the line that mailboxes put in front', () => {
    expect(read('From ada@site.example Mon Jan  1\nFrom: Ada\n\n').headers.get('from')).toBe('Ada')
  })

  it.each([
    [Buffer.from('Subject: Kafé\n\n'), 'Kafé'],
    [Buffer.from('Subject: Kaf\xe9\n\n', 'latin1'), 'Kafé']
  ])('reads characters that should have been encoded', (bytes, subject) => {
    expect(read(bytes).headers.get('Subject')).toBe(subject)
  })
})

describe('decodeWords', () => {
  it.each([
    ['plain', 'plain'],
    ['=?utf-8?Q?Caf=C3=A9_au_lait?=', 'Café au lait'],
    ['=?UTF-8?B?4oCcSGFsb+KAnQ==?= dari jauh', '“Halo” dari jauh'],
    ['=?iso-8859-1?q?Gr=FC=DFe?=  =?iso-8859-1?q?_aus?=\t=?utf-8?q?_Tal?=', 'Grüße aus Tal'],
    ['a =?utf-8?q?b?= c', 'a b c'],
    ['=?utf-8?Q?=E2=80?= =?utf-8?Q?=94_dash?=', '— dash'],
    ['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['=?utf-8*id?Q?bahasa?=', 'bahasa'],
    ['=?unheard-of?Q?caf=C3=A9?=', 'café'],
    ['=?utf-8?X?nothing?=', '=?utf-8?X?nothing?='],
    ['=?utf-8?Q?open', '=?utf-8?Q?open']
  ])('reads %j as %j', (value, decoded) => {
    expect(decodeWords(value)).toBe(decoded)
  })
})

describe('parseParameters', () => {
  it.each([
    [null, '', {}],
    ['Text/HTML', 'text/html', {}],
    ['text/html; Charset=UTF-8', 'text/html', { charset: 'UTF-8' }],
    ['a/b; c="d;\\"e\\""; f = g ;h', 'a/b', { c: 'd;"e"', f: 'g' }],
    ['a/b; name="open', 'a/b', { name: 'open' }],
    ["a/b; filename*=utf-8''laporan%20k%C3%A9.pdf", 'a/b', { filename: 'laporan ké.pdf' }],
    ["a/b; n*1=two.txt; n*0*=iso-8859-1'de'gr%FC", 'a/b', { n: 'grütwo.txt' }],
    ['a/b; name="=?utf-8?Q?peta=2Epdf?="', 'a/b', { name: 'peta.pdf' }]
  ])('reads %j', (header, value, parameters) => {
    const parsed = parseParameters(header)
    expect([parsed.value, Object.fromEntries(parsed.parameters)]).toEqual([value, parameters])
  })
})

describe('parseMailboxes', () => {
  it.each([
    [null, []],
    ['', []],
    ['ada@site.example', [[null, 'ada@site.example']]],
    ['Ada Okafor <ada@site.example>', [['Ada Okafor', 'ada@site.example']]],
    ['"Okafor, Ada" <ada@site.example>', [['Okafor, Ada', 'ada@site.example']]],
    ['"\'Ada\'" <ada@site.example>', [['Ada', 'ada@site.example']]],
    ['ada@site.example (Ada Okafor)', [['Ada Okafor', 'ada@site.example']]],
    ['=?utf-8?Q?Ratri=2C_Kebun?= <r@site.example>', [['Ratri, Kebun', 'r@site.example']]],
    [
      'A <a@b.example>, c@d.example;',
      [
        ['A', 'a@b.example'],
        [null, 'c@d.example']
      ]
    ],
    [
      'Friends: A <a@b.example>, c@d.example;',
      [
        ['A', 'a@b.example'],
        [null, 'c@d.example']
      ]
    ],
    ['Only a Name', [['Only a Name', null]]]
  ])('reads %j', (value, boxes) => {
    expect(parseMailboxes(value).map(({ name, address }) => [name, address])).toEqual(boxes)
  })
})

describe('readMessageDate', () => {
  it.each([
    [null, null],
    ['yesterday', null],
    ['Thu, 30 Feb 2023 10:00:00 +0000', null],
    ['Sat, 8 Jun 2024 06:30:00 +0700 (WIB)', '2024-06-08T06:30:00+07:00'],
    ['8 Jun 2024 6:05 -0330', '2024-06-08T06:05:00-03:30'],
    ['Mon, 3 Nov 2025 21:04:09 -0000', '2025-11-03T21:04:09Z'],
    ['Mon, 03 Nov 2025 21:04:09 GMT', '2025-11-03T21:04:09Z'],
    ['Fri, 1 Jan 99 00:00:60 EST', '1999-01-01T00:00:59-05:00'],
    ['Sat, 12 Oct 24 18:20 CEST', '2024-10-12'],
    ['Sat, 12 Oct 2024 25:20:00 +0000', '2024-10-12'],
    ['Sat, 12 Oct 2024 18:20:00', '2024-10-12']
  ])('reads %j as %j', (value, date) => {
    expect(readMessageDate(value)).toBe(date)
  })
})
