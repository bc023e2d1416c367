import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createCompaction } from '../../../../src/main/search/index/compaction'
import { createSearchIndex, type SearchIndex } from '../../../../src/main/search/index/searchIndex'
import { analyzer, found, search, viewLive, type AskOptions } from '../indexFixture'
import { makeDocument } from '../libraryFixture'

const now = (): Promise<void> => Promise.resolve()
const compact = (index: SearchIndex) => createCompaction({ index, pause: now, onMerged: () => undefined })
const many = (count: number, body: string): readonly SearchDocument[] =>
  Array.from({ length: count }, (_, number) => makeDocument(`m${String(number).padStart(4, '0')}`, { body }))

/** Words of two languages with stems, accents, hyphens, apostrophes, numbers and scripts, some of which fold together. */
const words = [
  'serang menyerang diserang serangan ajar belajar pelajar café cafe cafés running runs ran anak-anak anak',
  "Jum'at jumat Putin's 1.000 1000 москва ёлка елка 東京の天気 天気 𐐷𐐨 naïve naive aku akar akan akal"
]
  .join(' ')
  .split(' ')
const text = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map(list => list.join(' '))
const article = fc.record({
  id: fc.nat({ max: 11 }),
  language: fc.constantFrom('id', 'en', 'ru', null),
  title: text,
  body: text,
  siteName: fc.constantFrom('', 'Cafe', 'Warta'),
  tags: fc.constantFrom([], ['aku'], ['akar cafe', 'ajar'])
})
/** What may happen to an index: single changes and bulk, deletions, questions that seal, merges. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('single' as const), articles: fc.array(article, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('bulk' as const), articles: fc.array(article, { minLength: 9, maxLength: 14 }) }),
  fc.record({ kind: fc.constant('take' as const), id: fc.nat({ max: 11 }) }),
  fc.record({ kind: fc.constantFrom('look' as const, 'seal' as const, 'tidy' as const, 'mergeAll' as const) })
)
const query = fc.array(fc.constantFrom(...words, 'a', 'ak', 'se', 'pelajra', 'jumt', '-cafe', 'ser*', 'ca'), {
  minLength: 1,
  maxLength: 3
})
const asking: readonly AskOptions[] = [
  {},
  { isTyping: true },
  { requirement: 'some' },
  { isWidened: true },
  { isTyping: true, requirement: 'some' }
]

describe('an index in any number of parts', () => {
  it('finds what one live part finds, in the same order, with the same scores', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 9 }), fc.array(query, { maxLength: 4 }), async (steps, queries) => {
        const index = createSearchIndex(analyzer)
        const compaction = compact(index)
        const expected = new Map<ArticleId, SearchDocument>()
        let revision = 0
        for (const taken of steps) {
          if (taken.kind === 'single' || taken.kind === 'bulk') {
            const documents = taken.articles.map(({ id, ...fields }) =>
              makeDocument(`a${id}`, { ...fields, revision: ++revision })
            )
            index.put(documents)
            for (const document of documents) expected.set(document.articleId, document)
          } else if (taken.kind === 'take') {
            const id = makeDocument(`a${taken.id}`).articleId
            if (index.take(id) !== expected.delete(id)) throw new Error(`The index disagrees on ${id}`)
          } else if (taken.kind === 'look') index.view()
          else if (taken.kind === 'seal') index.seal()
          else await compaction[taken.kind]()
        }
        const view = index.view()
        const whole = viewLive([...expected.values()])
        expect(new Set(index.articleIds())).toEqual(new Set(expected.keys()))
        expect([...expected.keys()].map(id => index.revisionOf(id))).toEqual(
          [...expected.values()].map(document => document.revision)
        )
        expect(view.averageFieldLengths).toEqual(whole.averageFieldLengths)
        for (const list of queries) {
          for (const options of asking) {
            expect(search(view, list.join(' '), options)).toEqual(search(whole, list.join(' '), options))
          }
        }
      }),
      { numRuns: 300 }
    )
  })
})

describe('the parts of an index', () => {
  it('become few as articles come in and questions are asked between them', async () => {
    const index = createSearchIndex(analyzer)
    const compaction = compact(index)
    for (const document of many(200, 'beras')) {
      index.put([document, ...many(9, 'jagung')])
      index.view()
      await compaction.tidy()
    }
    expect([index.segments.length < 30, found(index.view(), 'beras').length]).toEqual([true, 191])
  })

  it('are merged without what was taken out, words that occur nowhere else too', async () => {
    const index = createSearchIndex(analyzer)
    index.put([...many(20, 'beras'), makeDocument('other', { body: 'jagung' })])
    index.seal()
    for (const { articleId } of many(20, '')) index.take(articleId)
    await compact(index).mergeAll()
    expect(index.segments.map(({ slotCount, dictionary }) => [slotCount, dictionary.termCount])).toEqual([[1, 1]])
  })

  it('keep a change that comes in while they are being merged', async () => {
    const index = createSearchIndex(analyzer)
    index.put(many(12, 'beras'))
    index.seal()
    index.put(many(24, 'beras').slice(12))
    let isFirst = true
    const pause = (): Promise<void> => {
      if (isFirst) {
        isFirst = false
        index.take(makeDocument('m0003').articleId)
        index.put([makeDocument('m0004', { body: 'jagung', revision: 2 })])
        index.put(
          many(12, 'kedelai').map(document => ({ ...document, articleId: `x${document.articleId}` as ArticleId }))
        )
      }
      return Promise.resolve()
    }
    await createCompaction({ index, pause, onMerged: () => undefined }).mergeAll()
    const counts = ['beras', 'jagung', 'kedelai'].map(word => found(index.view(), word).length)
    expect([isFirst, counts, index.documentCount]).toEqual([false, [22, 1, 12], 35])
  })

  it('are merged later where a merge failed', async () => {
    const index = createSearchIndex(analyzer)
    index.put(many(20, 'beras'))
    let isBroken = true
    const pause = (): Promise<void> => (isBroken ? Promise.reject(new Error('no memory')) : Promise.resolve())
    const compaction = createCompaction({ index, pause, onMerged: () => undefined })
    index.seal()
    index.put(many(20, 'jagung').map(document => ({ ...document, revision: 2 })))
    await expect(compaction.mergeAll()).rejects.toThrow('no memory')
    isBroken = false
    await compaction.mergeAll()
    expect([index.segments.length, found(index.view(), 'jagung').length]).toEqual([1, 20])
  })
})

it('equal scores are ordered by the newest id, whatever part the articles are in', () => {
  const index = createSearchIndex(analyzer)
  index.put(many(12, 'beras'))
  index.view()
  index.put([makeDocument('m0005x', { body: 'beras' })])
  expect(found(index.view(), 'beras').slice(5, 8)).toEqual(['m0006', 'm0005x', 'm0005'])
})
