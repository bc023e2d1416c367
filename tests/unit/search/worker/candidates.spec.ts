import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import type { RankedArticle, Ranking } from '../../../../src/main/search/index/ranking'
import { createCheckedCandidates, createPlainCandidates } from '../../../../src/main/search/worker/candidates'

const ranked = (count: number): Ranking => {
  const articles = Array.from({ length: count }, (_, number) => ({
    articleId: String(number) as ArticleId,
    score: count - number,
    slot: number
  }))
  return { total: count, best: wanted => articles.slice(0, wanted) }
}
const evenOnes = (articles: readonly RankedArticle[]): readonly RankedArticle[] =>
  articles.filter(({ articleId }) => Number(articleId) % 2 === 0)

describe('pages of a ranking that must be checked', () => {
  it('follow each other without gaps, and check no article twice', async () => {
    const checked: string[] = []
    const candidates = createCheckedCandidates(ranked(2_000), articles => {
      checked.push(...articles.map(({ articleId }) => articleId))
      return Promise.resolve(evenOnes(articles))
    })
    const [first, second] = await Promise.all([candidates.page(0, 30), candidates.page(30, 30)])
    expect([...first, ...second].map(({ articleId }) => Number(articleId))).toEqual(
      Array.from({ length: 60 }, (_, number) => number * 2)
    )
    expect(checked.length).toBe(new Set(checked).size)
  })

  it('know how many there are when there are few', async () => {
    const candidates = createCheckedCandidates(ranked(101), articles => Promise.resolve(evenOnes(articles)))
    await candidates.page(0, 10)
    expect(candidates.total).toBe(51)
  })

  it('estimate how many there are when there are very many', async () => {
    const candidates = createCheckedCandidates(ranked(100_000), articles => Promise.resolve(evenOnes(articles)))
    await candidates.page(0, 10)
    expect(candidates.total).toBe(50_000)
  })

  it('fail as the check fails, for each page that is asked for', async () => {
    const candidates = createCheckedCandidates(ranked(10), () => Promise.reject(new Error('unreadable')))
    await expect(candidates.page(0, 10)).rejects.toThrow('unreadable')
    await expect(candidates.page(0, 10)).rejects.toThrow('unreadable')
  })
})

it('pages of a ranking that needs no check are its pieces', async () => {
  const candidates = createPlainCandidates(ranked(25))
  expect([(await candidates.page(20, 10)).length, candidates.total]).toEqual([5, 25])
})
