import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../../../src/renderer/src/i18n/format'
import { createTexts } from '../../../../../src/renderer/src/i18n/i18n'
import { bucketText } from '../../../../../src/renderer/src/features/results/bucketText'
import {
  filterText,
  languageName,
  valueText,
  type Words
} from '../../../../../src/renderer/src/features/results/resultTexts'

async function wordsOf(language: 'en' | 'id'): Promise<Words> {
  const t = (await createTexts(language)).getFixedT(null, 'interface')
  return { t, formats: createFormats(language), language }
}
const filter = (field: string, value: string, isExcluded = false) => ({ field, value, isExcluded, start: 0, end: 1 })

describe('filterText', () => {
  it.each([
    ['en', filter('source', 'Kabar Ogan'), 'Publisher: Kabar Ogan'],
    ['en', filter('lang', 'id'), 'Language: Indonesian'],
    ['id', filter('lang', 'id'), 'Bahasa: Indonesia'],
    ['en', filter('is', 'starred', true), 'Not Starred'],
    ['en', filter('is', 'lama'), 'lama'],
    ['en', filter('after', '2023-05'), 'From May 2023'],
    ['en', filter('after', '7d'), 'From 7d'],
    ['en', filter('tag', '(panen OR raya)'), 'Tag: panen OR raya']
  ] as const)('in %s of %o', async (language, given, text) => {
    expect(filterText(await wordsOf(language), given)).toBe(text)
  })
})

describe('valueText', () => {
  it('leaves what it does not know as it is written', async () => {
    const words = await wordsOf('en')
    expect([
      valueText(words, 'format', 'docx2'),
      valueText(words, 'has', 'xyz'),
      valueText(words, 'on', 'kapan')
    ]).toEqual(['docx2', 'xyz', 'kapan'])
  })
})

describe('languageName', () => {
  it('gives the tag itself where there is no such language', () => {
    expect([languageName('en', 'id'), languageName('en', '!!'), languageName('id', 'ja')]).toEqual([
      'Indonesian',
      '!!',
      'Jepang'
    ])
  })
})

describe('bucketText', () => {
  it('calls a bar by its month, its year or its decade', async () => {
    const words = await wordsOf('en')
    const bucket = (year: number, month = 1) => ({ start: year * 12 + month - 1, end: 0, count: 0 })
    expect([
      bucketText(words, 'month', bucket(2023, 5)),
      bucketText(words, 'year', bucket(2023)),
      bucketText(words, 'decade', bucket(1990))
    ]).toEqual(['May 2023', '2023', '1990s'])
  })
})
