import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHeavyPrefixes } from '../../../../src/main/search/index/heavyPrefixes'
import { createRankingCache } from '../../../../src/main/search/index/rankingCache'
import { rankArticles } from '../../../../src/main/search/index/scoring'
import { createSearchIndex } from '../../../../src/main/search/index/searchIndex'
import { planQuery } from '../../../../src/main/search/query/planQuery'
import { analyzer } from '../indexFixture'
import { makeDocument } from '../libraryFixture'

const words = ['aku', 'akan', 'akar', 'batu', 'baru', 'b']
const query = fc.array(fc.constantFrom(...words, 'a', 'ak', 'ba', '-batu', '"aku akan"'), {
  minLength: 1,
  maxLength: 2
})

describe('kept rankings', () => {
  it('are those that would be made anew, before and after changes, on any page', () => {
    fc.assert(
      fc.property(
        fc.array(query, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 300 }),
        (queries, size) => {
          const index = createSearchIndex(analyzer)
          const rankings = createRankingCache()
          for (const [number, list] of queries.entries()) {
            const made = Array.from({ length: number % 3 === 0 ? size : 1 }, (_, at) =>
              makeDocument(`a${number}-${at}`, {
                body: `${words[at % 6]} ${words[(at * 7 + number) % 6]}`.repeat(at % 4)
              })
            )
            index.put(made)
            const view = index.view()
            const plan = planQuery(list.join(' '), true, { analyzer, languages: view.stemLanguages })
            const expected = rankArticles(plan, view, 'all')
            for (const count of [20, 500]) {
              for (const ranking of [rankings.rank(plan, view), rankings.rank(plan, view)]) {
                expect([ranking.total, ranking.best(count)]).toEqual([expected.total, expected.best(count)])
              }
            }
          }
        }
      ),
      { numRuns: 60 }
    )
  })
})

it('the heavy beginnings are those with most postings, and none of a small index', () => {
  const index = createSearchIndex(analyzer)
  const bodyOf = (number: number): string =>
    Array.from(
      { length: 100 },
      (_, at) => `ka${'bcdfghjklm'.charAt(at % 10)}${'aeiou'.charAt((at * number) % 5)}${at}`
    ).join(' ')
  index.put(Array.from({ length: 20 }, (_, number) => makeDocument(`a${number}`, { body: bodyOf(number) })))
  index.seal()
  const small = findHeavyPrefixes(index.segments)
  index.put(Array.from({ length: 4_500 }, (_, number) => makeDocument(`b${number}`, { body: bodyOf(number) })))
  index.view()
  expect([small, findHeavyPrefixes(index.segments)]).toEqual([[], ['k', 'ka']])
})
