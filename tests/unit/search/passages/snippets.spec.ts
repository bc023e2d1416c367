import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createAnalyzer } from '../../../../src/main/search/analysis/analyzer'
import { matchDocument } from '../../../../src/main/search/passages/matchDocument'
import { makeSnippets, maxSnippetLength } from '../../../../src/main/search/passages/snippets'
import { planQuery } from '../../../../src/main/search/query/planQuery'
import { makeDocument } from '../libraryFixture'

const analyzer = createAnalyzer()
const filler = 'kata lain tanpa makna yang panjang sekali '

function snippetsOf(query: string, fields: Partial<SearchDocument>) {
  const plan = planQuery(query, false, { analyzer, languages: ['id'] })
  return makeSnippets(matchDocument(makeDocument('one', fields), plan, analyzer).fields)
}

describe('the snippets of an article', () => {
  it('stand where the hits are densest, and mark them', () => {
    const body = `${filler.repeat(20)}rusia ${filler.repeat(20)}rusia dan senjata rusia. ${filler.repeat(20)}`
    const [first] = snippetsOf('rusia senjata', { body })
    expect(first?.highlights.map(([start, end]) => first.text.slice(start, end))).toEqual(['rusia', 'senjata', 'rusia'])
  })

  it('are two pieces of the text, then the title', () => {
    const body = `rusia ${filler.repeat(20)}rusia ${filler.repeat(20)}rusia`
    const snippets = snippetsOf('rusia', { title: 'Rusia', body })
    expect(snippets.map(({ field }) => field)).toEqual(['body', 'body', 'title'])
  })

  it('show line breaks as spaces', () => {
    expect(snippetsOf('rusia', { body: 'satu\nrusia\ttiga' })).toEqual([
      { field: 'body', text: 'satu rusia tiga', highlights: [[5, 10]] }
    ])
  })

  it('are the beginning of the body for an article without hits in its text', () => {
    const [snippet] = snippetsOf('rusia', { body: filler.repeat(20) })
    expect([snippet?.text.startsWith('kata lain'), snippet?.highlights]).toEqual([true, []])
  })

  it('are none for an article without text', () => {
    expect(snippetsOf('rusia', {})).toEqual([])
  })

  it('are short, are pieces of the text, and mark nothing but hits, on any text', () => {
    const words = fc.array(fc.constantFrom('rusia', 'senjata', 'kata', 'x'.repeat(250), '東京', '“', '\n', '😀'), {
      maxLength: 120
    })
    fc.assert(
      fc.property(words, fc.constantFrom(' ', ''), (list, separator) => {
        const body = list.join(separator)
        for (const { text, highlights } of snippetsOf('rusia senjata', { body })) {
          expect(text.length).toBeLessThanOrEqual(maxSnippetLength)
          expect(body.replace(/\s/g, ' ')).toContain(text)
          expect(() => encodeURIComponent(text)).not.toThrow()
          let end = 0
          for (const [start, next] of highlights) {
            expect(start).toBeGreaterThanOrEqual(end)
            expect(text.slice(start, next)).toMatch(/^(rusia|senjata)$/)
            end = next
          }
        }
      }),
      { numRuns: 300 }
    )
  })
})
