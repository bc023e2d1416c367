import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../src/main/search/query/parser'

/** A clause in short: `-` excluded, `*` a beginning, quotes a phrase. */
function inShort(query: string, isTyping = false): readonly string[] {
  return parseQuery(query, isTyping).clauses.map(({ kind, text, isExcluded, isPrefix }) => {
    const quoted = kind === 'phrase' ? `"${text}"` : text
    return `${isExcluded ? '-' : ''}${quoted}${isPrefix ? '*' : ''}`
  })
}

describe('a query', () => {
  it('never fails to parse, and its clauses lie in it in order, whatever was typed', () => {
    const queries = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ab "-*“”«»\u00a0\n'.split('')) })
    )
    fc.assert(
      fc.property(queries, fc.boolean(), (query, isTyping) => {
        let end = 0
        for (const clause of parseQuery(query, isTyping).clauses) {
          expect(clause.start).toBeGreaterThanOrEqual(end)
          expect(clause.end).toBeGreaterThan(clause.start)
          expect(query.slice(clause.start, clause.end)).toContain(clause.text)
          end = clause.end
        }
        expect(end).toBeLessThanOrEqual(query.length)
      }),
      { numRuns: 1_000 }
    )
  })

  it.each([
    ['words', 'senjata  rusia', ['senjata', 'rusia']],
    ['a beginning', 'rus*', ['rus*']],
    ['a phrase', '"korea utara" rusia', ['"korea utara"', 'rusia']],
    ['a phrase in typographic quotes', '“korea utara”', ['"korea utara"']],
    ['an excluded word', 'rusia -ukraina', ['rusia', '-ukraina']],
    ['an excluded phrase', '-"korea utara" rusia', ['-"korea utara"', 'rusia']],
    ['a hyphen inside a word', 'anti-korupsi', ['anti-korupsi']],
    ['a phrase that was not closed', 'rusia "korea ut', ['rusia', '"korea ut"']],
    ['signs alone as nothing', '- -- * "" - " "', []],
    ['syntax that it does not know as words', 'title:(rusia OR ukraina)', ['title:(rusia', 'OR', 'ukraina)']]
  ])('reads %s', (_, query, clauses) => {
    expect(inShort(query)).toEqual(clauses)
  })

  it.each([
    ['lets the last word go on', 'senjata rus', ['senjata', 'rus*']],
    ['does not after a space', 'senjata rus ', ['senjata', 'rus']],
    ['lets an open phrase go on', '"korea ut', ['"korea ut"*']],
    ['does not let a closed phrase go on', '"korea ut"', ['"korea ut"']],
    ['does not let an excluded word go on', 'rusia -u', ['rusia', '-u']]
  ])('while it is typed %s', (_, query, clauses) => {
    expect(inShort(query, true)).toEqual(clauses)
  })
})
