// Owns the pages of a ranking of partial matches, the best of which are put in order by how near their words stand.
import type { RankedArticle, Ranking } from '../index/ranking'
import type { Candidates } from './candidates'

/** So many of the best articles are read: a few milliseconds. More change nothing for the first ten. */
const readCount = 20
/** How much nearness adds to a score at most. Chosen on the first half of the questions of a judged collection. */
const nearnessWeight = 0.5

/** How near the words of a query stand in each of some articles, from 0 to 1. */
export type MeasureNearness = (articles: readonly RankedArticle[]) => Promise<readonly number[]>

/** Creates the pages; nothing is read before the first of them. */
export function createNearCandidates(ranking: Ranking, measure: MeasureNearness): Candidates {
  let head: Promise<readonly RankedArticle[]> | null = null

  const order = async (): Promise<readonly RankedArticle[]> => {
    const best = ranking.best(readCount)
    const nearness = await measure(best)
    const scored = best.map((article, place) => ({
      ...article,
      score: article.score * (1 + nearnessWeight * (nearness[place] ?? 0))
    }))
    return scored.toSorted((first, second) => second.score - first.score)
  }

  return {
    page: async (offset, limit) => {
      head ??= order()
      const first = await head
      if (offset + limit <= first.length) return first.slice(offset, offset + limit)
      return [...first, ...ranking.best(offset + limit).slice(first.length)].slice(offset, offset + limit)
    },
    total: ranking.total,
    isChecked: false,
    isTotalEstimate: false
  }
}
