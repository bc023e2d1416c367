import { describe, expect, it } from 'vitest'
import { parseCorrection } from '../../../../../src/renderer/src/features/reader/correction'

describe('correction', () => {
  it.each([
    ['title', '   '],
    ['publishedAt', '27 Februari 2022'],
    ['publishedAt', '2022-13-40'],
    ['language', 'Bahasa Indonesia'],
    ['url', 'javascript:alert(1)']
  ] as const)('refuses for %s the text %j', (field, typed) => {
    expect(parseCorrection(field, typed)).toBeNull()
  })

  it('empties a field that was cleared', () => {
    expect(parseCorrection('deck', '  ')).toEqual({ deck: null })
  })

  it('takes a text without the spaces around it', () => {
    expect(parseCorrection('publishedAt', ' 2022-02-27 ')).toEqual({ publishedAt: '2022-02-27' })
  })
})
