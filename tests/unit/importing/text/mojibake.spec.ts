// Finding text that was encoded twice: all of it in eight languages, and none in any text that is as it should be.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../src/main/importing/text/decodeText'
import { findMojibake } from '../../../../src/main/importing/text/mojibake'
import { describeMaterial, parse } from '../support'
import { newsSentences } from './newsSentences'

/** WHATWG's windows-1252 gives a character to each byte, as do IBM 437 and Mac Roman. */
const readAs = (text: string, label: string): string => {
  const bytes = Buffer.from(text, 'utf8')
  return label === 'cp437' || label === 'cp850' ? iconv.decode(bytes, label) : new TextDecoder(label).decode(bytes)
}

const languages = ['id', 'de', 'fr', 'es', 'pt', 'sv', 'pl', 'ru']
const detours = ['windows-1252', 'windows-1251', 'cp437', 'macintosh', 'cp850']

describe('findMojibake', () => {
  // A byte that the detour has no character for is lost, and what is lost is not to be mended.
  const cases = languages
    .flatMap(language => detours.map(detour => [language, detour] as const))
    .filter(([language, detour]) => !readAs(newsSentences[language] ?? '', detour).includes('\uFFFD'))

  it.each(cases)('mends %s that was read as %s', (language, detour) => {
    const text = newsSentences[language] ?? ''
    expect(findMojibake(readAs(text, detour))?.repaired).toBe(text)
  })

  it('leaves a place of which a byte was lost, and mends the others', () => {
    expect(findMojibake('â€œIaâ€\uFFFD cafÃ©, dÃ©jÃ\u00A0')?.repaired).toBe('“Iaâ€\uFFFD café, déjà')
  })

  it.each(languages)('mends %s that was read wrongly twice over', language => {
    const text = newsSentences[language] ?? ''
    const twice = readAs(readAs(text, 'windows-1252'), 'windows-1252')
    expect(findMojibake(twice)).toMatchObject({ repaired: text, via: 'windows-1252 twice' })
  })

  it('leaves what is right beside what it mends', () => {
    expect(findMojibake('Im Café sagte sie: â€žSchÃ¶n, déjà vu.â€œ')).toEqual({
      repaired: 'Im Café sagte sie: „Schön, déjà vu.“',
      evidence: 3,
      via: 'windows-1252'
    })
  })

  it.each([
    'A IRMÃ» disse',
    'NÃO, AÇÃO, MAÇÃ — MÃE',
    '«СССР» и «Рік», Рі, РЎ',
    'Â propos de Â« citation »',
    'Ä“ and Å” are letters',
    'Việt Nam: ĐỒNG BẰNG SÔNG CỬU LONG Ã…',
    '√© is no word, nor is ├ a letter'.replace('√©', '√ ©'),
    '10 Â°'.replace('Â', 'A')
  ])('leaves %j alone', text => {
    expect(findMojibake(text)).toBe(null)
  })

  it.each(Object.keys(newsSentences))('raises no alarm for %s as it should be', language => {
    expect(findMojibake((newsSentences[language] ?? '').repeat(3).toUpperCase())).toBe(null)
    expect(findMojibake(newsSentences[language] ?? '')).toBe(null)
  })
})

describe('on import', () => {
  it('text encoded twice is kept, with a warning that counts its places', async () => {
    const damaged = readAs(newsSentences['fr'] ?? '', 'windows-1252')
    const { text, warnings } = await parse(damaged)
    expect([text.includes('Ã©'), warnings.map(({ code }) => code)]).toEqual([true, ['mojibake_found']])
  })

  it('the label utf-8-twice mends it', () => {
    const text = newsSentences['fr'] ?? ''
    const damaged = Buffer.from(readAs(text, 'windows-1252'))
    expect(decodeText(damaged, null, { encoding: 'utf-8-twice' })).toEqual({
      text,
      encoding: 'utf-8-twice',
      warnings: []
    })
  })
})

describe('no false alarm', () => {
  it('is raised for any fixture of plain text', () => {
    const files = globSync('tests/fixtures/text/*/source.txt').filter(file => existsSync(resolve(file)))
    const alarming = files.filter(file => findMojibake(decodeText(readFileSync(file)).text))
    expect([files.length > 20, alarming]).toEqual([true, []])
  })
})

describeMaterial('files in many encodings', 'data/encodings', folder => {
  it('raise no false alarm', () => {
    const files = globSync(`${folder}/*/*`)
    const alarming = files.filter(file =>
      decodeText(readFileSync(file)).warnings.some(({ code }) => code === 'mojibake_found')
    )
    expect(alarming).toEqual([])
  })
})
