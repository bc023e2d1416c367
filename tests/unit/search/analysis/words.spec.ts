import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord, normaliseWord } from '../../../../src/main/search/analysis/normalise'
import { createWordSplitter } from '../../../../src/main/search/analysis/words'

const split = createWordSplitter()
const exactForms = (text: string): readonly string[] => split(text).map(({ exact }) => exact)

/** Letters of many scripts with marks, joiners, numbers, signs and halves of surrogate pairs. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ..."aZ9.,-'’ é\u0301\u0327ﬁＡ①½İßς東京のかﾞไทยខ្មែර\u00ad\u200c\u200d\u2060\ud83d\ude00\ud800⽇𝒜\n".split('')
    )
  })
)

describe('the words of a text', () => {
  it('never fail, and their places give back their forms, on any text', () => {
    fc.assert(
      fc.property(anyText, text => {
        let position = -1
        for (const token of split(text)) {
          const written = text.slice(token.start, token.end)
          expect(normaliseWord(written)).toBe(token.exact)
          expect(foldWord(token.exact)).toBe(token.folded)
          expect(token.position - position).toBeOneOf([0, 1])
          position = token.position
        }
      }),
      { numRuns: 1_000 }
    )
  })

  it('are the same the second time, when their forms are remembered', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(split(text)).toEqual(createWordSplitter()(text))
      })
    )
  })

  it('keep compounds together and their parts apart, each with its place', () => {
    expect(split('anak-anak Putin’s')).toEqual([
      { role: 'compound', exact: 'anak-anak', folded: 'anakanak', start: 0, end: 9, position: 0, isSegmented: false },
      { role: 'part', exact: 'anak', folded: 'anak', start: 0, end: 4, position: 0, isSegmented: false },
      { role: 'part', exact: 'anak', folded: 'anak', start: 5, end: 9, position: 1, isSegmented: false },
      { role: 'word', exact: "putin's", folded: 'putins', start: 10, end: 17, position: 2, isSegmented: false },
      { role: 'base', exact: 'putin', folded: 'putin', start: 10, end: 15, position: 2, isSegmented: false }
    ])
  })

  it.each([
    ['numbers with their separators', '1.000.000, 3,5 dan 2.', ['1.000.000', '3,5', 'dan', '2']],
    ['an elided article and its noun', "l'homme", ["l'homme", 'homme']],
    ['an apostrophe that belongs to the word', "Jum'at don't", ["jum'at", "don't"]],
    ['compatibility forms resolved', 'ﬁnal ＡＢＣ', ['final', 'abc']],
    ['a soft hyphen left out', 'per\u00adpus\u00adtakaan', ['perpustakaan']],
    ['a combining mark composed', 'cafe\u0301', ['café']],
    ['dashes and slashes between words', 'Jakarta–Bandung dan/atau', ['jakarta', 'bandung', 'dan', 'atau']],
    ['nothing where there is no word', ' … — “” ', []]
  ])('give %s', (_, text, forms) => {
    expect(exactForms(text)).toEqual(forms)
  })

  it.each([
    ['Japanese', '東京の天気', ['東京', 'の', '天気']],
    ['Thai', 'ภาษาไทย', ['ภาษา', 'ไทย']],
    ['Chinese beside Latin', 'iPhone手机', ['iphone', '手机']]
  ])('are found in %s, which has no spaces', (_, text, forms) => {
    expect(exactForms(text)).toEqual(forms)
  })

  it('take the Kangxi radicals of PDF files for the letters that they look like', () => {
    expect(exactForms('\u2f47')).toEqual(['日'])
  })

  it('are cut off where no person could have typed them', () => {
    const [token] = split('x'.repeat(100_000))
    expect([token?.exact.length, token?.end]).toEqual([64, 100_000])
  })
})

describe('the folded form', () => {
  it.each([
    ['café', 'cafe'],
    ['größe', 'grosse'],
    ['łódź', 'lodz'],
    ['ёлка', 'елка'],
    ['йод', 'йод'],
    ['がく', 'がく'],
    ['कि', 'कि'],
    ['كَتَبَ', 'كتب'],
    ["jum'at", 'jumat'],
    ['anti-korupsi', 'antikorupsi'],
    ['1.000', '1000'],
    ['3,5', '3,5']
  ])('of %s is %s', (exact, folded) => {
    expect(foldWord(normaliseWord(exact))).toBe(folded)
  })
})
