import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import type { RankedArticle } from '../../../../src/main/search/index/ranking'
import type { Candidates } from '../../../../src/main/search/worker/candidates'
import { groupCandidates } from '../../../../src/main/search/worker/groupedCandidates'
import { SketchTable } from '../../../../src/main/search/similar/sketchTable'
import { makeDocument } from '../libraryFixture'

const words = (seed: number): string => Array.from({ length: 60 }, (_, at) => `kata${seed * 1_000 + at}`).join(' ')

/** So many articles; every text is there twice, the second time as much further down as there are texts. */
function makeCandidates(texts: number, isChecked: boolean) {
  const table = new SketchTable()
  const articles = Array.from({ length: texts * 2 }, (_, number): RankedArticle => {
    return { articleId: `a${number}` as ArticleId, score: 1 / (number + 1), slot: number }
  })
  table.put(articles.map(({ articleId }, number) => makeDocument(articleId, { body: words(number % texts) })))
  const read: number[] = []
  const candidates: Candidates = {
    isChecked,
    isTotalEstimate: isChecked,
    total: articles.length,
    page: (offset, limit) => {
      const page = articles.slice(offset, offset + limit)
      read.push(page.length)
      return Promise.resolve(page)
    }
  }
  return { grouped: groupCandidates(candidates, table), read }
}

describe('the pages of a gathered result', () => {
  it('follow each other without gaps or repetition, also when they are asked for at once', async () => {
    const { grouped } = makeCandidates(30, false)
    const pages = await Promise.all([grouped.page(0, 20), grouped.page(20, 20)])
    const rows = pages.flat().map(({ article, similar }) => [article.slot, ...similar.map(({ slot }) => slot)])
    expect([rows, grouped.rowCount]).toEqual([Array.from({ length: 30 }, (_, at) => [at, at + 30]), 30])
  })

  it('read no more than they need where reading costs a look at the text', async () => {
    const { grouped, read } = makeCandidates(500, true)
    await grouped.page(0, 20)
    expect([read, grouped.rowCount]).toEqual([[200], 1_000])
  })

  it('look further down for what is like the first ones where it costs little', async () => {
    const { grouped, read } = makeCandidates(600, false)
    const [first] = await grouped.page(0, 1)
    expect([
      read.reduce((sum, count) => sum + count, 0),
      first?.similar.map(({ slot }) => slot),
      grouped.rowCount
    ]).toEqual([1_000, [600], 800])
  })
})
