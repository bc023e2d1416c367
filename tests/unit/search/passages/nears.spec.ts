import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchDocument } from '../../../../src/main/search/passages/matchDocument'
import { planQuery } from '../../../../src/main/search/query/planQuery'
import { analyzer } from '../indexFixture'
import { makeDocument } from '../libraryFixture'

function marked(query: string, body: string): readonly string[] | null {
  const plan = planQuery(query, false, { analyzer, languages: ['id'] })
  const { isFound, fields } = matchDocument(makeDocument('one', { body }), plan, analyzer)
  return isFound ? fields.flatMap(({ text, hits }) => hits.map(([start, end]) => text.slice(start, end))) : null
}

describe('words near each other', () => {
  it.each([
    ['too far apart', 'perang NEAR/1 damai', 'perang yang lama damai', null],
    ['the same word once', 'perang NEAR/3 perang', 'perang', null],
    ['the last of a chain too far', 'a NEAR/0 b NEAR/0 c', 'a b x c', null],
    ['as far apart as may be', 'perang NEAR/2 damai', 'perang yang lama damai', ['perang', 'damai']],
    ['the other way round', 'perang NEAR/0 damai', 'damai perang', ['damai', 'perang']],
    ['a stem', 'serang NEAR/1 kota', 'Tentara menyerang kota', ['menyerang', 'kota']],
    ['a phrase', '"korea utara" NEAR/1 kirim', 'kirim ke Korea Utara', ['kirim', 'Korea Utara']],
    ['only where they are near', 'a NEAR/0 b', 'a b x a x b', ['a', 'b']]
  ])('are told from others: %s', (_, query, body, expected) => {
    expect(marked(query, body)).toEqual(expected)
  })

  it('are those that trying every pair finds', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 14 })
    fc.assert(
      fc.property(texts, fc.nat(3), (text, distance) => {
        const places = (word: string): number[] => text.flatMap((other, at) => (other === word ? at : []))
        const areNear = (first: number, second: number): boolean => Math.abs(first - second) - 1 <= distance
        const isFound = places('a').some(a =>
          places('b').some(b => areNear(a, b) && places('c').some(c => areNear(b, c)))
        )
        expect(marked(`a NEAR/${distance} b NEAR/${distance} c`, text.join(' ')) !== null).toBe(isFound)
      }),
      { numRuns: 1_000 }
    )
  })
})
