// Owns the pages of a ranking whose articles must still be checked against their texts (phrases). Ranks nothing itself.
import type { RankedArticle, Ranking } from '../index/ranking'

/** How many articles are checked at once: a few milliseconds of the library's time. */
const chunkSize = 40
/** How many articles are checked for the sake of the total alone. */
const fullyCheckedCount = 120

/** The pages of a ranking. */
export interface Candidates {
  /** The found articles from `offset` on, at most `limit`. */
  page(offset: number, limit: number): Promise<readonly RankedArticle[]>
  /** How many are found in all. After `fullyCheckedCount` checks the rest is estimated by the share found so far. */
  readonly total: number
  /** True where an article is found only by a look at its text. */
  readonly isChecked: boolean
  /** True where `total` is an estimate. */
  readonly isTotalEstimate: boolean
}

/** Checks some ranked articles; gives those that hold. */
export type CheckArticles = (articles: readonly RankedArticle[]) => Promise<readonly RankedArticle[]>

/** Pages over a ranking that needs no check. */
export function createPlainCandidates(ranking: Ranking): Candidates {
  return {
    page: (offset, limit) => Promise.resolve(ranking.best(offset + limit).slice(offset)),
    total: ranking.total,
    isChecked: false,
    isTotalEstimate: false
  }
}

/** Pages over a ranking of which each article is checked, best first and never twice. */
export function createCheckedCandidates(ranking: Ranking, check: CheckArticles): Candidates {
  const found: RankedArticle[] = []
  let checked = 0
  let running: Promise<void> = Promise.resolve()

  const advance = async (wanted: number): Promise<void> => {
    while (checked < ranking.total && (found.length < wanted || checked < fullyCheckedCount)) {
      const chunk = ranking.best(checked + chunkSize).slice(checked)
      const held = await check(chunk)
      checked += chunk.length
      found.push(...held)
    }
  }

  return {
    page: async (offset, limit) => {
      // One after the other, so that two pages asked for at once check each article once.
      running = running.then(() => advance(offset + limit))
      await running
      return found.slice(offset, offset + limit)
    },
    isChecked: true,
    get total() {
      const unchecked = ranking.total - checked
      return found.length + (checked === 0 ? unchecked : Math.round((unchecked * found.length) / checked))
    },
    get isTotalEstimate() {
      return checked < ranking.total
    }
  }
}
