import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../../../../src/main/search/analysis/analyzer'
import { findStemLanguage, stemLanguages, type StemLanguage } from '../../../../src/main/search/analysis/stemmers'

const analyzer = createAnalyzer()

/** True where an article with `written` is found by the query's word `asked`. */
function finds(asked: string, written: string, language: StemLanguage): boolean {
  const indexed = new Set(analyzer.split(written).flatMap(({ exact }) => analyzer.indexTerms(exact, language)))
  const [token] = analyzer.split(asked)
  if (!token) return false
  return analyzer
    .queryTerms(token, [language])
    .some(({ term, language: only }) => (only === null || only === language) && indexed.has(term))
}

describe('the Analyzer', () => {
  it('never fails, whatever the text and the language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...stemLanguages), (text, language) => {
        for (const token of analyzer.split(text)) {
          expect(analyzer.indexTerms(token.exact, language)[0]).toBe(token.exact)
          expect(analyzer.queryTerms(token, stemLanguages)[0]?.term).toBe(token.exact)
        }
      })
    )
  })

  it('finds every word by itself, in every language', () => {
    const words = fc.stringMatching(/^\p{L}{1,20}$/u)
    fc.assert(
      fc.property(words, fc.constantFrom(...stemLanguages), (word, language) => {
        expect(finds(word, word, language)).toBe(true)
      })
    )
  })

  it.each([
    ['en', 'running', 'runs'],
    ['en', 'Putin', 'Putin’s'],
    ['id', 'serangan', 'menyerang'],
    ['id', 'anak-anak', 'anak'],
    ['id', 'anak', 'anak-anaknya'],
    ['id', 'meniru-niru', 'tiru'],
    ['id', 'berbalas-balasan', 'balas'],
    ['id', 'kuasa-Mu', 'kuasa'],
    ['id', 'jumat', "Jum'at"],
    ['de', 'Häuser', 'hauser'],
    ['fr', 'homme', "l'homme"],
    ['fr', 'societe', 'société'],
    ['ru', 'книги', 'книга'],
    ['en', '1000', '1,000'],
    ['en', 'email', 'e-mail']
  ] as const)('in %s finds by %s an article with %s', (language, asked, written) => {
    expect(finds(asked, written, language)).toBe(true)
  })

  it('lets the word as written count more than its stems together', () => {
    const [token] = analyzer.split('menyerang')
    const terms = token ? analyzer.queryTerms(token, ['id', 'en']) : []
    const stems = terms.filter(({ kind, language }) => kind === 'stem' && language === 'id')
    expect(terms[0]).toEqual({ term: 'menyerang', weight: 1, kind: 'exact', language: null })
    expect(stems.length).toBeGreaterThan(0)
    expect(stems.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThan(1)
  })

  it('keeps the stems of languages apart', () => {
    const [token] = analyzer.split('universities')
    const terms = token ? analyzer.queryTerms(token, ['en']) : []
    expect(terms.filter(({ kind }) => kind === 'stem').map(({ language }) => language)).toEqual(['en', 'en'])
  })
})

describe('the stem language of a language tag', () => {
  it.each([
    ['id', 'id'],
    ['ms-MY', 'id'],
    ['en-GB', 'en'],
    ['nb', 'no'],
    ['xx', null],
    ['constructor', null],
    ['', null],
    [null, null]
  ])('%s is %s', (tag, language) => {
    expect(findStemLanguage(tag)).toBe(language)
  })
})
