import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import { resultOrders, type ResultOrder } from '@shared/model/search'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { createFactIndex, type FactIndex } from '../../../../src/main/search/facts/factIndex'
import { IdTable } from '../../../../src/main/search/facts/idTable'
import { createSearchIndex } from '../../../../src/main/search/index/searchIndex'
import type { IndexView } from '../../../../src/main/search/index/indexView'
import { createRanking } from '../../../../src/main/search/index/ranking'
import { matchesFilter, type FactFilter } from '../../../../src/main/search/query/factFilter'
import { planQuery } from '../../../../src/main/search/query/planQuery'
import { analyzer } from '../indexFixture'
import { makeDocument, makeFacts } from '../libraryFixture'
import { factLists, filterTexts } from './factFixture'

const filterOf = (text: string): FactFilter => {
  const { root } = planQuery(text, false, { analyzer, languages: [] })
  if (root?.kind !== 'fact') throw new Error(`${text} is no filter`)
  return root.filter
}

/** An index with facts; half of the articles lie in a segment. */
function makeIndexes(list: readonly ArticleFacts[]): {
  facts: FactIndex
  view: () => IndexView
  take: (id: ArticleId) => void
} {
  const facts = createFactIndex()
  const index = createSearchIndex(analyzer)
  const half = Math.ceil(list.length / 2)
  index.put(list.slice(0, half).map(({ articleId }) => makeDocument(articleId)))
  index.seal()
  index.put(list.slice(half).map(({ articleId }) => makeDocument(articleId)))
  facts.put(list)
  return { facts, view: () => index.view(), take: id => index.take(id) }
}

function idsOf(slots: Uint8Array, view: IndexView): readonly string[] {
  return [...slots].flatMap((set, slot) => (set === 1 ? view.articleIdOf(slot) : []))
}

describe('filters over the facts', () => {
  it('mean the articles that they mean one by one', () => {
    fc.assert(
      fc.property(factLists, filterTexts, (list, text) => {
        const { facts, view } = makeIndexes(list)
        const filter = filterOf(text)
        const meant = list.filter(each => matchesFilter(filter, each)).map(({ articleId }) => articleId)
        expect(idsOf(facts.slotsOf(filter, view()), view()).toSorted()).toEqual(meant.toSorted())
      }),
      { numRuns: 500 }
    )
  })

  it('follow a change of facts, and articles that come and go', () => {
    const { facts, view, take } = makeIndexes([makeFacts('a0'), makeFacts('a1'), makeFacts('a2')])
    const starred = filterOf('is:starred')
    const found = (): readonly string[] => idsOf(facts.slotsOf(starred, view()), view())
    const steps = [found()]
    facts.put([makeFacts('a0', { isStarred: true }), makeFacts('a2', { isStarred: true })])
    steps.push(found())
    take('a0' as ArticleId)
    steps.push(found())
    facts.put([makeFacts('a2')])
    steps.push(found())
    expect(steps).toEqual([[], ['a0', 'a2'], ['a2'], []])
  })

  it('mean no article whose facts have not come yet, and mean it when they have', () => {
    const index = createSearchIndex(analyzer)
    const facts = createFactIndex()
    index.put([makeDocument('late')])
    index.seal()
    const unread = filterOf('is:unread')
    const before = idsOf(facts.slotsOf(unread, index.view()), index.view())
    facts.put([makeFacts('late')])
    expect([before, idsOf(facts.slotsOf(unread, index.view()), index.view())]).toEqual([[], ['late']])
  })
})

describe('the orders of a result', () => {
  const list = [
    makeFacts('old', { siteName: 'Warta', published: '2020-01-01' }),
    makeFacts('new', { siteName: 'antara', published: '2024-01-01', importedAt: 1 }),
    makeFacts('late', { siteName: 'Warta', published: '2024-01-01', importedAt: 2 }),
    makeFacts('undated', { importedAt: 9 })
  ]

  const inOrder = (order: ResultOrder): readonly string[] => {
    const { facts, view } = makeIndexes(list)
    const slots = Uint32Array.from({ length: view().slotCount }, (_, slot) => slot)
    const compare = facts.compare(order, slots, view())
    return createRanking(slots, new Float64Array(slots.length), view(), compare)
      .best(10)
      .map(({ articleId }) => articleId)
  }

  it('go by date and by publisher, with what has none last', () => {
    expect(Object.fromEntries(resultOrders.map(order => [order, inOrder(order)]))).toEqual({
      relevance: ['undated', 'old', 'new', 'late'],
      newest: ['late', 'new', 'old', 'undated'],
      oldest: ['old', 'new', 'late', 'undated'],
      publisher: ['new', 'late', 'old', 'undated']
    })
  })
})

describe('the table of ids', () => {
  it('gives each id its own number, however many there are', () => {
    const table = new IdTable()
    const ids = Array.from({ length: 20_000 }, (_, number) => `01hv${number.toString(32)}` as ArticleId)
    expect(table.find(ids[0] as ArticleId)).toBe(-1)
    expect(ids.map(id => table.add(id))).toEqual(ids.map((_, number) => number))
    expect([ids.every((id, number) => table.find(id) === number && table.add(id) === number), table.count]).toEqual([
      true,
      20_000
    ])
  })
})
