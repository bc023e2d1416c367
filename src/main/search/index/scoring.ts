// Owns which articles a plan finds, over all segments with the statistics of all. Changes nothing.
import type { PlannedWord, QueryPlan } from '../query/plan'
import type { IndexView } from './indexView'
import { openSheet } from './openSheet'
import { createPhraseSieve } from './pairs/phraseSieve'
import { rankPartly } from './partialRanking'
import type { Ranking, RankingRoom } from './ranking'

/** Which of a plan's words an article must have: all of them, or some (see `rankPartly`). */
export type WordRequirement = 'all' | 'some'

/**
 * The articles that have the words of a plain plan. Those that surely lack a phrase are left out; whether the others have it
 * only their texts tell. With `all` the score is MiniSearch's: BM25+ summed over fields and terms, times the number of words.
 * It does not depend on how articles lie in segments. For `room` see `ScoreSheet.rank`; partial matches need none.
 */
export function rankArticles(
  plan: QueryPlan,
  view: IndexView,
  requirement: WordRequirement,
  room: RankingRoom | null = null
): Ranking {
  if (requirement === 'some') return rankPartly(plan, view).ranking
  const sheet = openSheet(view)
  for (const word of plan.words) sheet.addWord(word, true)
  for (const word of plan.excludedWords.slice(0, plan.looseExcludedWords)) sheet.exclude(word)
  return sheet.rank(plan.words.length, createPhraseSieve(plan.phrases, view), room)
}

/** True where an article has the word itself, one of its stems or, for a beginning, a longer word. */
export function isKnownWord({ terms, prefix }: PlannedWord, view: IndexView): boolean {
  const hasTerm = terms.some(({ term, language }) => view.hasTerm(term, language))
  return hasTerm || (prefix !== null && view.hasPrefix(prefix))
}
