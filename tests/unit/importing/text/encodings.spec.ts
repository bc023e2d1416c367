import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { previewEncodings, selectableEncodings } from '../../../../src/main/importing/text/encodings'
import { decodeForced } from '../../../../src/main/importing/text/forcedText'
import { parseArticle } from '../../../../src/main/importing/pipeline'

const sentence = 'Der Bürgermeister aß Käse für zwei Euro.'

describe('selectableEncodings', () => {
  it('are all decodable, each under a label and a name of its own', () => {
    const decoded = selectableEncodings.map(({ label }) => decodeForced(Buffer.from('abcd'), label).encoding)
    const isNamedOnce = new Set(selectableEncodings.map(({ name }) => name)).size === selectableEncodings.length
    expect([decoded, isNamedOnce]).toEqual([selectableEncodings.map(({ label }) => label), true])
  })

  it('stand together by region', () => {
    const groups = selectableEncodings.map(({ group }) => group)
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...new Set(groups)])
  })

  it.each(['ibm437', 'ibm852', 'ibm862', 'x-mac-ce', 'x-mac-turkish'])('reads %s as its own table says', label => {
    const name = { 'x-mac-ce': 'maccenteuro', 'x-mac-turkish': 'macturkish' }[label] ?? label.replace('ibm', 'cp')
    const bytes = Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index))
    expect(decodeForced(bytes, label).text).toBe(iconv.decode(bytes, name))
  })
})

describe('previewEncodings', () => {
  const bytes = Buffer.concat([Buffer.from('x'.repeat(5_000) + ' '), iconv.encode(sentence.repeat(30), 'windows-1252')])

  it('shows the same stretch in each encoding, where they differ', () => {
    const [western, russian, utf8] = previewEncodings(bytes, ['windows-1252', 'windows-1251', 'utf-8'])
    expect([western, russian?.sample.includes('BьrgermeisteraЯKдse'), utf8?.replaced]).toEqual([
      { label: 'windows-1252', sample: expect.stringContaining('Bürgermeister aß Käse') as string, replaced: 0 },
      false,
      (utf8?.sample.split('\uFFFD').length ?? 0) - 1
    ])
  })

  it('shows the beginning of plain ASCII', () => {
    expect(previewEncodings(Buffer.from('plain words'), ['utf-8'])).toEqual([
      { label: 'utf-8', sample: 'plain words', replaced: 0 }
    ])
  })

  it('begins no stretch within a character of UTF-8', () => {
    const text = `${'a'.repeat(99)}${'語'.repeat(500)}`
    expect(previewEncodings(Buffer.from(text), ['utf-8'])[0]?.sample.startsWith('a')).toBe(true)
  })
})

describe('a chosen encoding', () => {
  const parse = async (fileName: string, content: string): Promise<string> => {
    const bytes = iconv.encode(content, 'cp852')
    const article = await parseArticle({ fileName, path: null, bytes, options: { encoding: 'ibm852' } })
    return `${article.title} ${article.text}`
  }
  const polish = 'Wójt zażółcił gęślą jaźń'

  it.each([
    ['a.txt', `${polish}\n\n${'Zdanie bez ogonków. '.repeat(20)}`],
    ['a.md', `# ${polish}\n\n${polish}`],
    ['a.html', `<meta charset="utf-8"><title>x</title><article><p>${`${polish}. `.repeat(30)}</p></article>`]
  ])('is honoured in %s', async (fileName, content) => {
    expect(await parse(fileName, content)).toContain('gęślą')
  })
})
