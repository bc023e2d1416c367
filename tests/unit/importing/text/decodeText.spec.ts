import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../src/main/importing/text/decodeText'
import { parse } from '../support'

const sentence = 'Pagi itu “kabut” belum terangkat — ketika Pak Karta mendorong gerobaknya melewati jembatan. '

describe('decodeText', () => {
  it('refuses bytes that are no text', () => {
    expect(() => decodeText(Uint8Array.from([0, 1, 2, 0, 0, 3, 255, 254, 0, 0]))).toThrow(
      expect.objectContaining({ code: 'file_binary' })
    )
  })

  it('refuses bytes that no encoding makes text of', () => {
    let state = 7
    const bytes = Uint8Array.from({ length: 5_000 }, () => 0x80 + ((state = (state * 75 + 74) % 65_537) % 0x80))
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'text_undecodable' }))
  })

  it('replaces a few broken bytes of UTF-8 and says so', () => {
    const broken = Buffer.concat([Buffer.from(sentence.repeat(20)), Buffer.from([0xc3]), Buffer.from(` ${sentence}`)])
    const { text, encoding, warnings } = decodeText(broken)
    expect({ encoding, warnings, replaced: text.split('\uFFFD').length - 1 }).toEqual({
      encoding: 'utf-8',
      replaced: 1,
      warnings: [
        { code: 'text_bytes_replaced', message: 'One place of the text could not be read and is shown as \uFFFD' }
      ]
    })
  })

  it.each([
    ['one', [0xe9], 'Judul café berita '],
    ['two', [0xe9, 0x20, 0xe8], 'Judul café crème à la carte, déjà vu, berita '],
    ['one, beside a quotation mark', [0xe9], 'Ia berkata “ya ']
  ])('repairs short UTF-8 with %s stray byte of another encoding rather than misread all of it', (_, stray, start) => {
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from(stray), Buffer.from(' lalu selesai.')])
    const { text, encoding, warnings } = decodeText(bytes)
    expect([text.startsWith(start), encoding, warnings.map(warning => warning.code)]).toEqual([
      true,
      'utf-8',
      ['text_bytes_replaced']
    ])
  })

  it('still reads a circumflex in front of a space in Latin-1', () => {
    const { text } = decodeText(Buffer.from('Â côté du café fermé, le marché reste ouvert à midi.', 'latin1'))
    expect(text).toContain('Â côté du café fermé')
  })

  it('says that a legacy encoding was guessed', () => {
    const { encoding, warnings } = decodeText(iconv.encode(sentence.repeat(3), 'windows-1252'))
    expect([encoding, warnings]).toEqual([
      'windows-1252',
      [
        {
          code: 'encoding_guessed',
          message: 'The encoding of the text is not stated; windows-1252 was guessed, so single letters may be wrong'
        }
      ]
    ])
  })

  it('keeps UTF-8 that was cut in the middle of a character', () => {
    const cut = Buffer.from(sentence.repeat(3)).subarray(0, -1)
    const open = Buffer.concat([cut, Buffer.from('”').subarray(0, 2)])
    expect(decodeText(open).encoding).toBe('utf-8')
  })

  it('does not take one accented word in Latin-1 for broken UTF-8', () => {
    const { text } = decodeText(
      Buffer.from('Le café est fermé, a dit la gérante à midi. Le marché reste ouvert.', 'latin1')
    )
    expect(text).toContain('Le café est fermé')
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('reads %s with a byte order mark and drops the mark', encoding => {
    expect(decodeText(iconv.encode(sentence, encoding, { addBOM: true }))).toEqual({
      text: sentence,
      encoding,
      warnings: []
    })
  })

  it.each(['utf-16le', 'utf-16be'])('reads %s without a byte order mark', encoding => {
    expect(decodeText(iconv.encode(sentence, encoding))).toEqual({ text: sentence, encoding, warnings: [] })
  })

  it('follows the encoding that a file declares', () => {
    const russian = 'Мост стоял над оврагом почти сто лет.'
    expect(decodeText(iconv.encode(russian, 'koi8-r'), 'koi8-r').text).toBe(russian)
  })

  it('does not follow a declaration that the bytes contradict', () => {
    expect(decodeText(Buffer.from(sentence), 'utf-16le').text).toBe(sentence)
  })
})

describe('a chosen encoding', () => {
  it('wins over marks, declarations and detection', () => {
    const bytes = Buffer.from('\uFEFFcafé')
    expect(decodeText(bytes, 'utf-8', { encoding: 'ISO-8859-1' })).toEqual({
      text: 'ï»¿cafÃ©',
      encoding: 'windows-1252',
      warnings: []
    })
  })

  it('never fails: what cannot be read is replaced and counted', () => {
    const { text, warnings } = decodeText(Buffer.from([0x61, 0xe9, 0x62, 0x00, 0x63]), null, { encoding: 'utf-8' })
    expect([text, warnings.map(({ code, message }) => [code, message])]).toEqual([
      'a\uFFFDb\uFFFDc',
      [['text_bytes_replaced', '2 places of the text could not be read and are shown as \uFFFD']]
    ])
  })

  it('fails for a name that no encoding has', () => {
    expect(() => decodeText(Buffer.from('a'), null, { encoding: 'ebcdic-klingon' })).toThrow(
      expect.objectContaining({ code: 'text_undecodable' })
    )
  })
})

describe('encodings that browsers lack', () => {
  it.each(['utf-32le', 'utf-32be'])('reads %s with and without a mark', encoding => {
    const bytes = iconv.encode(sentence, encoding, { addBOM: false })
    const marked = iconv.encode(sentence, encoding, { addBOM: true })
    expect([decodeText(bytes), decodeText(marked)]).toEqual([
      { text: sentence, encoding, warnings: [] },
      { text: sentence, encoding, warnings: [] }
    ])
  })

  it('reads an article in UTF-32', async () => {
    const article = await parse(
      iconv.encode(`Kabut di Jembatan\n\n${sentence.repeat(3)}`, 'utf-32le', { addBOM: true })
    )
    expect([article.title, article.encoding]).toEqual(['Kabut di Jembatan', 'utf-32le'])
  })

  it('reads ISO-2022-JP by its escapes', () => {
    const bytes = Buffer.from('\u001B$BF|K\\8l\u001B(B news', 'latin1')
    expect(decodeText(bytes)).toEqual({ text: '日本語 news', encoding: 'iso-2022-jp', warnings: [] })
  })
})
