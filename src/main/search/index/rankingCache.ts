// Owns rankings that are kept because making them takes long: those of very short beginnings. Ranks nothing itself.
import type { QueryPlan } from '../query/plan'
import type { IndexView } from './indexView'
import { createRankingRoom, type RankedArticle, type Ranking, type RankingRoom } from './ranking'
import { rankArticles } from './scoring'

/** A kept ranking has so many articles; who turns more pages has it made anew. */
const keptCount = 200
/** Longer beginnings are ranked fast enough. */
const longestKept = 2

interface KeptRanking {
  readonly total: number
  readonly best: readonly RankedArticle[]
}

/** Ranks, or gives what was kept of the same view. */
export interface RankingCache {
  /** The articles that have all of the plan's words, as `rankArticles` gives them. */
  rank(plan: QueryPlan, view: IndexView): Ranking
}

interface KeptRankings {
  readonly byPlan: Map<string, KeptRanking>
  /** All are made in the same place: they are large, and little of each is kept. */
  readonly room: RankingRoom
}

/** Creates an empty cache. What it keeps of a view goes with the view: any change of the index makes a new one. */
export function createRankingCache(): RankingCache {
  const views = new WeakMap<IndexView, KeptRankings>()
  return {
    rank: (plan, view) => {
      const key = keyOf(plan)
      if (key === null) return rankArticles(plan, view, 'all')
      let kept = views.get(view)
      if (!kept) views.set(view, (kept = { byPlan: new Map(), room: createRankingRoom(view.slotCount) }))
      let ranking = kept.byPlan.get(key)
      if (!ranking) {
        const made = rankArticles(plan, view, 'all', kept.room)
        kept.byPlan.set(key, (ranking = { total: made.total, best: made.best(keptCount) }))
      }
      return reopen(ranking, () => rankArticles(plan, view, 'all'))
    }
  }
}

/** Tells plans of one short beginning apart; null for any other plan. */
function keyOf({ words, excludedWords, phrases, excludedPhrases }: QueryPlan): string | null {
  const [word] = words
  const isAlone = words.length === 1 && excludedWords.length + phrases.length + excludedPhrases.length === 0
  if (!word || !isAlone || word.prefix === null || word.prefix.length > longestKept) return null
  return JSON.stringify(word)
}

function reopen({ total, best }: KeptRanking, make: () => Ranking): Ranking {
  let whole: Ranking | null = null
  return {
    total,
    best: count => {
      if (count <= best.length || best.length === total) return best.slice(0, count)
      return (whole ??= make()).best(count)
    }
  }
}
