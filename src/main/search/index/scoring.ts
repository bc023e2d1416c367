// Owns which articles a plan finds, over all segments with the statistics of all. Changes nothing.
import type { PlannedWord, QueryPlan } from '../query/plan'
import type { IndexView } from './indexView'
import { createPhraseSieve } from './pairs/phraseSieve'
import type { Ranking } from './ranking'
import { ScoreSheet } from './scoreSheet'

/** Which share of a plan's words an article must have: all of them, or the best share that any article reaches. */
export type WordRequirement = 'all' | 'some'

/**
 * The articles that have the plan's words. Those that surely lack a phrase are left out; the others' texts are to be read. The score is MiniSearch's: BM25+ summed over
 * fields and terms, times the number of words that the article has. It does not depend on how articles lie in segments.
 *
 * With `some`, articles that have at least half of the words are found, or as many as the best article has.
 */
export function rankArticles(plan: QueryPlan, view: IndexView, requirement: WordRequirement): Ranking {
  const sheet = openSheet(view)
  if (plan.words.length > 0) {
    for (const word of plan.words) sheet.addWord(word, requirement === 'all')
    for (const word of plan.excludedWords) sheet.exclude(word)
  }
  const required = requirement === 'all' ? plan.words.length : sheet.leastWords(plan.words.length)
  return sheet.rank(required, createPhraseSieve(plan.phrases, view))
}

/** True where an article has the word itself, one of its stems or, for a beginning, a longer word. */
export function isKnownWord(word: PlannedWord, view: IndexView): boolean {
  const sheet = openSheet(view)
  sheet.addWord(word, true)
  return sheet.leastWords(2) > 0
}

/** One sheet a view: making its arrays anew takes longer than most queries. */
const sheets = new WeakMap<IndexView, ScoreSheet>()

function openSheet(view: IndexView): ScoreSheet {
  let sheet = sheets.get(view)
  if (!sheet) sheets.set(view, (sheet = new ScoreSheet(view)))
  sheet.clear()
  return sheet
}
