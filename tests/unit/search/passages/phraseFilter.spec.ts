import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayHavePhrase } from '../../../../src/main/search/passages/phraseFilter'
import { findPhrase } from '../../../../src/main/search/passages/phrases'
import { everyField } from '../../../../src/main/search/query/fields'
import { analyzer } from '../indexFixture'

const phraseOf = (text: string, isLastPrefix = false) => ({
  words: text.split(' '),
  isLastPrefix,
  fieldMask: everyField
})

describe('the quick look for a phrase', () => {
  it.each([
    ['words that are not neighbours', 'korea yang utara'],
    ['the words the other way round', 'utara korea'],
    ['longer words', 'korean utara, korea utaranya'],
    ['a number between the words', 'korea 2024 utara, korea 1.000 utara']
  ])('rules out %s', (_, text) => {
    expect(mayHavePhrase(text, phraseOf('korea utara'))).toBe(false)
  })

  it.each([
    ['the phrase', 'di Korea, Utara'],
    ['the phrase in a compound', 'semenanjung Korea-Utara'],
    ['a word with an accent', 'Koréa utara'],
    ['another phrase that begins as it does', 'korea korea utara']
  ])('lets %s pass', (_, text) => {
    expect(mayHavePhrase(text, phraseOf('korea utara'))).toBe(true)
  })

  it('never rules out a text that has the phrase', () => {
    const piece = fc.constantFrom(
      'a',
      'ab',
      'Ab',
      'b',
      'á',
      'a-b',
      "a'ab",
      'l’ab',
      "1'aba",
      "1.5'aba",
      "ab'x's",
      'a\u00adb',
      '1',
      '1.000',
      '東京ab',
      'ab東',
      '\u3164',
      '\u2060',
      'ß',
      'x'.repeat(70)
    )
    const space = fc.constantFrom(' ', ' ', ', ', '-', '', "'")
    const text = fc.array(fc.tuple(piece, space), { maxLength: 12 }).map(pieces => pieces.flat().join(''))
    const phrase = fc.array(fc.constantFrom('a', 'ab', 'aba', 'b', 'ss', 'x'.repeat(64)), {
      minLength: 2,
      maxLength: 4
    })
    fc.assert(
      fc.property(text, phrase, fc.boolean(), (searched, words, isLastPrefix) => {
        const planned = { words, isLastPrefix, fieldMask: everyField }
        fc.pre(findPhrase(planned, analyzer.split(searched)).length > 0)
        expect(mayHavePhrase(searched, planned)).toBe(true)
      }),
      { numRuns: 4_000 }
    )
  })
})
