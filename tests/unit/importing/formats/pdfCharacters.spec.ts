import { describe, expect, it } from 'vitest'
import { plainCharacters } from '../../../../src/main/importing/formats/pdf/plainCharacters'

describe('plainCharacters', () => {
  it.each([
    ['radicals', '⽇⽉⻑⻘⺠', '日月長青民'],
    ['ligatures', 'e\uFB03cient \uFB01le', 'efficient file'],
    ['Arabic shapes', '\uFEE3\uFEAE\uFEA3\uFE92\uFE8E', '\u0645\u0631\u062d\u0628\u0627'],
    ['controls', 'a\u0002b\tc', 'ab\tc'],
    ['nothing else', 'x² ½ ™ … 日本', 'x² ½ ™ … 日本']
  ])('replaces %s', (_, written, plain) => {
    expect(plainCharacters(written)).toBe(plain)
  })
})
