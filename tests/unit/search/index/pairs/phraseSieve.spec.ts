import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createCompaction } from '../../../../../src/main/search/index/compaction'
import { chooseCodebook } from '../../../../../src/main/search/index/pairs/codebook'
import { makeSignature, mayHavePair, pairOf } from '../../../../../src/main/search/index/pairs/pairSignature'
import { createSearchIndex } from '../../../../../src/main/search/index/searchIndex'
import { hasPlannedPhrases } from '../../../../../src/main/search/passages/phrases'
import { planQuery } from '../../../../../src/main/search/query/planQuery'
import { analyzer, found } from '../../indexFixture'
import { makeDocument } from '../../libraryFixture'

const words = [
  'aku',
  'dan',
  'di',
  'itu',
  "jum'at",
  'jumat',
  'anak-anak',
  'Putin’s',
  'café',
  'cafe',
  '1.000',
  '東京',
  'x'
]
const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map(list => list.join(' '))
/** Enough articles for common words to be told, and then some that are signed with them. */
const library = fc.array(fc.record({ title: text, body: text }), { minLength: 90, maxLength: 110 })
const phrase = fc.array(fc.constantFrom('aku', 'dan', 'di', 'jumat', 'anak', 'putin', 'cafe', '1000', 'x'), {
  minLength: 2,
  maxLength: 3
})

describe('the sieve of a phrase', () => {
  it('lets every article with the phrase pass, in whatever part of the index it is', async () => {
    await fc.assert(
      fc.asyncProperty(library, fc.array(phrase, { minLength: 3, maxLength: 6 }), async (texts, phrases) => {
        const documents = texts.map((fields, number): SearchDocument => makeDocument(`a${number}`, fields))
        const index = createSearchIndex(analyzer)
        index.put(documents.slice(0, 75))
        index.seal()
        index.put(documents.slice(75, 85))
        index.view()
        for (const document of documents.slice(85)) index.put([document])
        for (const isMerged of [false, true]) {
          if (isMerged) {
            const pause = (): Promise<void> => Promise.resolve()
            await createCompaction({ index, pause, onMerged: () => undefined }).mergeAll()
          }
          for (const list of phrases) {
            const query = `"${list.join(' ')}"`
            const passed = new Set(found(index.view(), query))
            const plan = planQuery(query, false, { analyzer, languages: ['id'] })
            const holding = documents.filter(document => hasPlannedPhrases(document, plan, analyzer))
            expect(holding.filter(({ articleId }) => !passed.has(articleId))).toEqual([])
          }
        }
      }),
      { numRuns: 20 }
    )
  })

  it('rules out most articles that have the words apart', () => {
    const apart = Array.from({ length: 200 }, (_, number) => makeDocument(`a${number}`, { body: 'aku di dan itu' }))
    const index = createSearchIndex(analyzer)
    index.put(apart)
    const together = makeDocument('b', { body: 'aku dan' })
    index.put([together, ...apart.slice(0, 9).map(document => ({ ...document, revision: 2 }))])
    const passed = found(index.view(), '"aku dan"')
    // The first articles come before the common words are known, and may have any phrase.
    expect([passed.includes(together.articleId), passed.length < 80]).toEqual([true, true])
  })
})

describe('a signature', () => {
  it('has every pair that was put in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.nat(1_023), fc.nat(1_023)), { maxLength: 300 }), list => {
        const pairs = Uint32Array.from(list, ([first, second]) => pairOf(first + 1, second + 1))
        const bytes = makeSignature(pairs, pairs.length)
        expect(pairs.every(pair => mayHavePair(bytes, 0, bytes.length, pair))).toBe(true)
      })
    )
  })
})

it('a codebook has the words of the highest counts, and of equal ones the first', () => {
  const book = chooseCodebook([...Array.from({ length: 2_000 }, (_, n) => [`w${n}`, 1] as const), ['dan', 9]], 64)
  expect([book.codeOf('dan'), book.codeOf('w0'), book.codeOf('unknown'), book.words.length]).toEqual([1, 2, 0, 1_024])
})
