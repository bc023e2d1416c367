import { describe, expect, it } from 'vitest'
import { errorCodes } from '@shared/errors'
import { en } from '../../../../src/renderer/src/i18n/en'
import { createFormats } from '../../../../src/renderer/src/i18n/format'
import { createTexts, resolveLanguage } from '../../../../src/renderer/src/i18n/i18n'
import { id } from '../../../../src/renderer/src/i18n/id'

/** Every text of a tree by its path. */
function flatten(tree: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') texts.set(here, value)
    else for (const [inner, text] of flatten(value as object, here)) texts.set(inner, text)
  }
  return texts
}
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? '')

describe('texts', () => {
  it.each([...flatten(id).keys()])('have the same placeholders in both languages (%s)', key => {
    expect(placeholders(flatten(id).get(key) ?? '').toSorted()).toEqual(
      placeholders(flatten(en).get(key) ?? '').toSorted()
    )
  })

  it('have no Indonesian text that English lacks', () => {
    expect([...flatten(id).keys()].filter(key => !flatten(en).has(key))).toEqual([])
  })

  it('have a sentence for every error in both languages', () => {
    const missing = errorCodes.filter(code => !en.errors[code].endsWith('.') || !id.errors[code].endsWith('.'))
    expect(missing).toEqual([])
  })

  it('choose the plural of the language', async () => {
    const [english, indonesian] = await Promise.all([createTexts('en'), createTexts('id')])
    const say = (texts: typeof english, count: number): string =>
      texts.getFixedT(null, 'interface')('common.articles', { count, formatted: String(count) })
    expect([say(english, 1), say(english, 2), say(indonesian, 1)]).toEqual(['1 article', '2 articles', '1 artikel'])
  })

  it.each([
    ['system', 'fr-FR', 'en'],
    ['system', 'id-ID', 'id'],
    ['system', 'in_ID', 'id'],
    ['system', '', 'en'],
    ['en', 'id-ID', 'en']
  ] as const)('speak, for the choice %s on a desktop of %j, %s', (chosen, locale, language) => {
    expect(resolveLanguage(chosen, locale)).toBe(language)
  })
})

describe('formats', () => {
  it('keep the day that the publisher wrote, in every time zone', () => {
    const formats = createFormats('en')
    expect([formats.publicationDate('2022-02-27'), formats.publicationDate('2022-02-27T23:30:00-08:00')]).toEqual([
      'Feb 27, 2022',
      'Feb 27, 2022'
    ])
  })

  it('write a date in Indonesian', () => {
    expect(createFormats('id').publicationDate('2022-02-27', 'long')).toBe('27 Februari 2022')
  })

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_500, '1.5 kB'],
    [2_000_000, '2 MB']
  ])('write a size of %i', (size, written) => {
    expect(createFormats('en').bytes(size)).toBe(written)
  })
})
