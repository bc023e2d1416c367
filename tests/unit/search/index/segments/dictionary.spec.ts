import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDictionary, type Dictionary } from '../../../../../src/main/search/index/segments/dictionary'
import { DictionaryWriter } from '../../../../../src/main/search/index/segments/dictionaryWriter'
import { findNearTerms } from '../../../../../src/main/search/index/segments/nearTerms'
import type { SegmentParts } from '../../../../../src/main/search/index/segments/segmentParts'
import { encodeTerm, longestTermBytes } from '../../../../../src/main/search/index/segments/termCodec'

function makeDictionary(terms: readonly string[]): Dictionary {
  const writer = new DictionaryWriter(0)
  const bytes = new Uint8Array(longestTermBytes)
  for (const term of terms) writer.add(bytes, encodeTerm(term, bytes))
  return createDictionary({ ...writer.finish(), recordOffsets: new Uint32Array(terms.length + 1) } as SegmentParts)
}

function list(dictionary: Dictionary): readonly string[] {
  const walker = dictionary.walk()
  const terms: string[] = []
  while (walker.next()) terms.push(walker.term())
  return terms
}

/** Few letters, so that terms begin alike and lie near each other: some of two bytes, of three, and halves of pairs. */
const term = fc
  .array(fc.constantFrom('a', 'b', 'c', 'é', 'ж', '東', '\ud800', '\udc00', '\uffff'), { minLength: 1, maxLength: 7 })
  .map(letters => letters.join(''))
const sortedTerms = fc.uniqueArray(term, { maxLength: 80 }).map(terms => terms.toSorted())

/** The textbook's table, whole. */
function levenshtein(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, column) => column)
  for (let line = 1; line <= first.length; line++) {
    const above = row
    row = [line]
    for (let column = 1; column <= second.length; column++) {
      const isSame = first.charCodeAt(line - 1) === second.charCodeAt(column - 1)
      const replaced = (above[column - 1] ?? 0) + (isSame ? 0 : 1)
      row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}

describe('a dictionary', () => {
  it('gives back its terms in the order of their code units', () => {
    fc.assert(
      fc.property(sortedTerms, terms => {
        expect(list(makeDictionary(terms))).toEqual(terms)
      })
    )
  })

  it('finds every term, and no other', () => {
    fc.assert(
      fc.property(sortedTerms, term, (terms, other) => {
        const dictionary = makeDictionary(terms)
        expect([...terms, other].map(wanted => dictionary.find(wanted))).toEqual([
          ...terms.keys(),
          terms.indexOf(other)
        ])
        expect(terms.map((_, number) => dictionary.termAt(number))).toEqual(terms)
      })
    )
  })

  it('knows which terms begin alike', () => {
    fc.assert(
      fc.property(sortedTerms, term, (terms, prefix) => {
        const [from, to] = makeDictionary(terms).range(prefix)
        expect(terms.slice(from, to)).toEqual(terms.filter(one => one.startsWith(prefix)))
      })
    )
  })

  it('finds the terms within an edit distance, with their distance', () => {
    fc.assert(
      fc.property(sortedTerms, term, fc.integer({ min: 1, max: 2 }), (terms, word, distance) => {
        const near: Array<readonly [string, number]> = []
        findNearTerms(makeDictionary(terms).walk(), word, distance, (...found) => near.push(found))
        const expected = terms
          .map(one => [one, levenshtein(one, word)] as const)
          .filter(([, found]) => found <= distance)
        expect(near).toEqual(expected)
      }),
      { numRuns: 300 }
    )
  })

  it('passes over whole blocks of terms that are too far', () => {
    const far = Array.from({ length: 500 }, (_, number) => `zzzz${String(number).padStart(3, '0')}`)
    const near: string[] = []
    findNearTerms(makeDictionary(['kota', ...far, 'zzzzz']).walk(), 'kotak', 1, found => near.push(found))
    expect(near).toEqual(['kota'])
  })
})
