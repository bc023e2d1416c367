// Owns the order of articles that have only some of a query's words: a long question has words that no text has.
// Decides nothing about when that is wanted. `npm run bench -- relevance` prints what it is worth.
import { isQuestionWord } from '../analysis/questionWords'
import type { PlannedWord, QueryPlan } from '../query/plan'
import type { IndexView } from './indexView'
import { createPhraseSieve } from './pairs/phraseSieve'
import type { Ranking } from './ranking'
import { openSheet } from './openSheet'

/** Beginnings of so many letters stand for too much to tell anything beside other words. */
const longestVague = 2
/** Articles must have this share of what the best of them has of the query, by the rarity of its words. */
const leastShare = 0.2

/** A ranking of partial matches, and what each word of the plan counted in it (0 for one that did not). */
export interface PartialRanking {
  readonly ranking: Ranking
  readonly weights: readonly number[]
}

/**
 * Ranks the articles that have some of the words. The score is the sum of the words' scores times the share of the query
 * that the article has, in which a word counts by its rarity: the words of a question that every text has count little.
 * A word that comes again does not count, nor does one that only asks or is hardly begun, where any other
 * is found.
 */
export function rankPartly(plan: QueryPlan, view: IndexView): PartialRanking {
  const sheet = openSheet(view)
  const counting = withoutRepetition(plan.words)
  const isTelling = ({ folded, prefix }: PlannedWord): boolean =>
    prefix === null ? !isQuestionWord(folded) : prefix.length > longestVague
  const rarities = new Map<PlannedWord, number>()
  const add = (words: readonly PlannedWord[]): void => {
    for (const word of words) rarities.set(word, sheet.addOptionalWord(word))
  }
  add(counting.filter(isTelling))
  if (!sheet.hasMatches()) add(counting.filter(word => !isTelling(word)))
  const weights = plan.words.map(word => rarities.get(word) ?? 0)
  for (const word of plan.excludedWords.slice(0, plan.looseExcludedWords)) sheet.exclude(word)
  return { ranking: sheet.rankOptional(leastShare, createPhraseSieve(plan.phrases, view)), weights }
}

function withoutRepetition(words: readonly PlannedWord[]): readonly PlannedWord[] {
  const first = new Map<string, PlannedWord>()
  for (const word of words) {
    const known = first.get(word.folded)
    // What is still being typed stands for more than the same word written before.
    if (!known || (known.prefix === null && word.prefix !== null)) first.set(word.folded, word)
  }
  return [...first.values()]
}
