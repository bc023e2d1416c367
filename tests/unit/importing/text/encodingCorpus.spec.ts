// Detection of encodings: files from elsewhere, and our own sentences in many legacy charsets.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../src/main/importing/text/decodeText'
import { describeMaterial } from '../support'
import { newsSentences } from './newsSentences'

const ownNames: Readonly<Record<string, string>> = { maccentraleurope: 'maccenteuro', 'utf-32': 'utf-32be' }

/** The text of bytes in the charset that a file's name gives, or null where no library here reads it. */
function truthOf(bytes: Buffer, charset: string): string | null {
  if (charset === 'maccyrillic') return new TextDecoder('x-mac-cyrillic').decode(bytes)
  const name = ownNames[charset] ?? charset
  return iconv.encodingExists(name) ? iconv.decode(bytes, name) : null
}

function readText(bytes: Uint8Array): string | null {
  try {
    return decodeText(bytes).text
  } catch {
    return null
  }
}

describeMaterial('encodings from elsewhere', 'data/encodings', folder => {
  it('are decoded to the very text, at least 95 % of the files', () => {
    const files = readdirSync(folder).flatMap(language =>
      readdirSync(join(folder, language)).map(name => join(language, name))
    )
    const wrong = files.filter(file => {
      const bytes = readFileSync(join(folder, file))
      const truth = truthOf(bytes, (file.split('/').at(-1) ?? '').replace(/\.\w+$/, ''))
      return truth === null || readText(bytes) !== truth
    })
    const right = files.length - wrong.length
    console.log(`encodings: ${right} of ${files.length} exact (${((right / files.length) * 100).toFixed(1)} %)`)
    console.log(`encodings not read: ${wrong.join(', ')}`)
    expect(right / files.length).toBeGreaterThanOrEqual(0.95)
  })
})

const charsetsByLanguage: Readonly<Record<string, string>> = {
  id: 'windows-1252 macintosh',
  de: 'windows-1252 iso-8859-15 windows-1250 iso-8859-2 cp437 cp850 macintosh',
  fr: 'windows-1252 iso-8859-15 cp850 macintosh cp863',
  es: 'windows-1252 iso-8859-15 cp437 cp850 macintosh',
  pt: 'windows-1252 cp850 macintosh',
  it: 'windows-1252 cp850 macintosh',
  sv: 'windows-1252 cp865 cp850 macintosh iso-8859-10',
  da: 'windows-1252 cp865 cp850 macintosh',
  is: 'windows-1252 cp861 maciceland',
  pl: 'windows-1250 iso-8859-2 iso-8859-16 iso-8859-13 cp852 maccenteuro',
  cs: 'windows-1250 iso-8859-2 cp852 maccenteuro',
  hu: 'windows-1250 iso-8859-2 cp852 maccenteuro',
  ro: 'windows-1250 iso-8859-2 iso-8859-16 cp852',
  hr: 'windows-1250 iso-8859-2 iso-8859-16 cp852',
  lt: 'windows-1257 iso-8859-13 cp775',
  lv: 'windows-1257 iso-8859-13 iso-8859-4 iso-8859-10 cp775',
  et: 'windows-1257 iso-8859-15 iso-8859-13 cp775',
  ru: 'windows-1251 koi8-r iso-8859-5 cp866 cp855 maccyrillic',
  uk: 'windows-1251 koi8-u iso-8859-5 maccyrillic',
  bg: 'windows-1251 iso-8859-5 cp866',
  el: 'windows-1253 iso-8859-7 cp737 macgreek',
  tr: 'windows-1254 cp857 macturkish',
  he: 'windows-1255 iso-8859-8 cp862',
  ar: 'windows-1256 iso-8859-6',
  th: 'windows-874',
  zh: 'gb18030 gb2312',
  'zh-Hant': 'big5',
  ja: 'shift_jis euc-jp',
  ko: 'euc-kr'
}

describe('our own sentences', () => {
  const cases = Object.entries(charsetsByLanguage).flatMap(([language, charsets]) =>
    charsets.split(' ').map(charset => [language, charset] as const)
  )

  it.each(cases)('in %s are found in %s', (language, charset) => {
    // Only what the charset can write.
    const text = (newsSentences[language] ?? '').normalize('NFC')
    const bytes = iconv.encode(text, charset)
    const written = iconv.decode(bytes, charset)
    expect([text.length > 80, readText(bytes)]).toEqual([true, written])
  })
})
