import * as fc from 'fast-check'
import MiniSearch, { type Query } from 'minisearch'
import { describe, expect, it } from 'vitest'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createFactIndex } from '../../../../src/main/search/facts/factIndex'
import { fieldBoosts } from '../../../../src/main/search/index/fieldBoosts'
import type { IndexView } from '../../../../src/main/search/index/indexView'
import { matchArticles } from '../../../../src/main/search/index/matchArticles'
import { rankArticles } from '../../../../src/main/search/index/scoring'
import { createSearchIndex } from '../../../../src/main/search/index/searchIndex'
import { findWordForms } from '../../../../src/main/search/index/wordForms'
import { hasPassage } from '../../../../src/main/search/passages/hasPassage'
import { matchDocument } from '../../../../src/main/search/passages/matchDocument'
import { holds } from '../../../../src/main/search/query/plan'
import { planQuery } from '../../../../src/main/search/query/planQuery'
import { factLists, filterTexts } from '../facts/factFixture'
import { analyzer, viewLive } from '../indexFixture'
import { makeDocument, makeFacts } from '../libraryFixture'

const words = ['aku', 'akar', 'baru', 'batu'] as const
const fewWords = fc.array(fc.constantFrom(...words), { maxLength: 8 })
const libraries = fc.array(fc.record({ title: fewWords, body: fewWords }), { minLength: 1, maxLength: 7 })

/** A boolean tree as it is written and as MiniSearch takes it. */
interface Both {
  readonly text: string
  readonly query: Query
}
const { tree } = fc.letrec<{ tree: Both; group: Both }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...words).map((word): Both => ({ text: word, query: word })),
    tie('group')
  ),
  group: fc
    .tuple(fc.constantFrom('AND' as const, 'OR' as const), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
    .map(([combineWith, operands]) => ({
      text: `(${operands.map(({ text }) => text).join(combineWith === 'OR' ? ' OR ' : ' ')})`,
      query: { combineWith, queries: operands.map(({ query }) => query) }
    }))
}))

function toDocuments(library: ReadonlyArray<{ title: string[]; body: string[] }>): readonly SearchDocument[] {
  return library.map(({ title, body }, number) =>
    makeDocument(`a${number}`, { title: title.join(' '), body: body.join(' '), language: null })
  )
}

function matched(text: string, view: IndexView, facts = createFactIndex()) {
  const plan = planQuery(text, false, { analyzer, languages: view.stemLanguages })
  const matches = matchArticles(plan, view, 'all', filter => facts.slotsOf(filter, view))
  return { plan, matches, ids: [...matches.slots].map(slot => view.articleIdOf(slot)) }
}

describe('a query with alternatives', () => {
  it('finds what MiniSearch finds, and scores it alike where no word is asked for twice', () => {
    fc.assert(
      fc.property(libraries, tree, (library, { text, query }) => {
        const documents = toDocuments(library)
        const oracle = new MiniSearch<SearchDocument>({
          idField: 'articleId',
          fields: [...searchFields],
          tokenize: part => analyzer.split(part).map(({ exact }) => exact)
        })
        oracle.addAll(documents)
        const expected = oracle.search(query, { boost: fieldBoosts, combineWith: 'AND' })
        const { plan, matches, ids } = matched(text, viewLive(documents))
        expect(ids.toSorted()).toEqual(expected.map(({ id }) => String(id)).toSorted())
        const isEachOnce = new Set(plan.words.map(({ exact }) => exact)).size === plan.words.length
        // MiniSearch drops the score of a word whose group failed elsewhere; here every word that is there counts.
        const isFlat = plan.root?.kind === 'any' && plan.root.nodes.every(({ kind }) => kind === 'word')
        if (!isEachOnce || !isFlat) return
        const scores = new Map(ids.map((id, at) => [id as string, matches.scores[at]]))
        for (const { id, score } of expected) expect(scores.get(id)).toBeCloseTo(score, 9)
      }),
      { numRuns: 500 }
    )
  })

  it('scores a plain query as the fast way does', () => {
    fc.assert(
      fc.property(libraries, fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }), (library, asked) => {
        const view = viewLive(toDocuments(library))
        const { plan, matches, ids } = matched(asked.join(' '), view)
        const scored = ids.map((articleId, at) => ({ articleId, score: matches.scores[at] }))
        const ranked = rankArticles(plan, view, 'all')
          .best(100)
          .map(({ articleId, score }) => ({ articleId, score }))
        const byId = (first: { articleId: string }, second: { articleId: string }) =>
          first.articleId < second.articleId ? -1 : 1
        expect(scored.toSorted(byId)).toEqual(ranked.toSorted(byId))
      })
    )
  })
})

describe('any query', () => {
  const piece = fc.oneof(
    fc.constantFrom('aku', 'baru', 'aku*', 'title:batu', 'text:(aku baru)', '"aku baru"', 'title:"aku baru"', '=akar'),
    fc.constantFrom('aku NEAR/1 batu', '"aku baru" NEAR/2 akar', 'text:(aku NEAR/0 baru)'),
    filterTexts
  )
  const written = fc
    .array(fc.tuple(fc.constantFrom('', '-', '('), piece, fc.constantFrom(' ', ' ', ' OR ', ') ')), {
      minLength: 1,
      maxLength: 5
    })
    .map(parts => parts.flat().join(''))

  it('finds through the index, with a look at the text where it must, what reading every article finds', () => {
    fc.assert(
      fc.property(libraries, factLists, written, (library, known, text) => {
        const documents = toDocuments(library)
        const list = documents.map(({ articleId }, at) => ({ ...(known[at] ?? makeFacts('')), articleId }))
        const facts = createFactIndex()
        facts.put(list)
        const index = createSearchIndex(analyzer)
        index.put(documents.slice(0, 3))
        index.seal()
        index.put(documents.slice(3))
        const view = index.view()
        const { plan, matches } = matched(text, view, facts)
        const forms = findWordForms(plan, view)
        const found = [...matches.slots].flatMap(slot => {
          const id = view.articleIdOf(slot)
          const document = documents.find(({ articleId }) => articleId === id)
          if (matches.isSure(slot)) return id
          const isFound =
            plan.root !== null &&
            document !== undefined &&
            holds(plan.root, {
              hasWord: (word, isExcluded) => matches.hasWord(slot, word, isExcluded),
              hasPassage: node => hasPassage(document, node, plan, analyzer, forms),
              isFact: filter => matches.isFact(slot, filter)
            })
          return isFound ? id : []
        })
        const read = documents.filter(
          (document, at) => matchDocument(document, plan, analyzer, { facts: list[at] ?? null }).isFound
        )
        expect(found.toSorted()).toEqual(read.map(({ articleId }) => articleId).toSorted())
      }),
      { numRuns: 1_500 }
    )
  })

  it.each([
    ['alternatives', 'rusia OR ukraina', ['both', 'one', 'two']],
    ['a group beside a word', 'senjata (rusia OR ukraina)', ['both']],
    ['an excluded group', 'rusia -(senjata ukraina)', ['one']],
    ['exclusions alone', '-rusia', ['none', 'two']],
    ['a word of a title', 'title:damai', ['none']],
    ['nothing where a field lacks the word', 'title:rusia', []],
    ['nothing for nothing', '( )', []]
  ])('finds %s', (_, text, expected) => {
    const view = viewLive([
      makeDocument('both', { body: 'rusia senjata ukraina' }),
      makeDocument('one', { body: 'rusia' }),
      makeDocument('two', { body: 'ukraina' }),
      makeDocument('none', { title: 'Damai', body: 'pasar' })
    ])
    expect(matched(text, view).ids.toSorted()).toEqual(expected)
  })

  it('lets half of the words do where all were too many, and keeps its filters', () => {
    const view = viewLive([
      makeDocument('a0', { body: 'rusia senjata' }),
      makeDocument('a1', { body: 'rusia senjata' }),
      makeDocument('a2', { body: 'rusia' })
    ])
    const facts = createFactIndex()
    facts.put([makeFacts('a0'), makeFacts('a1', { isStarred: true }), makeFacts('a2', { isStarred: true })])
    const plan = planQuery('rusia senjata gudang is:starred', false, { analyzer, languages: [] })
    const { slots } = matchArticles(plan, view, 'some', filter => facts.slotsOf(filter, view))
    expect([...slots].map(slot => view.articleIdOf(slot))).toEqual(['a1'])
  })
})
