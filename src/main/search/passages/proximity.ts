// Owns how near to each other a query's words stand in an article. Knows nothing of the index.
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import { findStemLanguage } from '../analysis/stemmers'
import { fieldText } from '../index/fieldText'
import type { QueryPlan } from '../query/plan'
import { createWordMatcher, type WordForms } from './wordMatcher'

/** Words further apart are not near. */
const farthest = 20

/**
 * The share of a query's neighbouring words that are near each other in an article too, from 0 to 1: `weights` tells how
 * much each word counts. Words side by side count wholly, others the less the more words stand between them.
 */
export function measureProximity(
  document: SearchDocument,
  plan: QueryPlan,
  weights: readonly number[],
  analyzer: Analyzer,
  forms: WordForms
): number {
  const match = createWordMatcher(plan.words, findStemLanguage(document.language), analyzer, forms.words)
  // Words that do not count are passed over: what stands on both sides of them are neighbours.
  const places = new Map(
    [...weights.keys()].filter(word => (weights[word] ?? 0) > 0).map((word, place) => [word, place])
  )
  const counts = [...places.keys()].map(word => weights[word] ?? 0)
  const pairCount = counts.length - 1
  const nearness = new Float64Array(Math.max(0, pairCount))
  for (const field of searchFields) {
    // Where each word of the query came last.
    const last = counts.map(() => -Infinity)
    for (const token of analyzer.split(fieldText(document, field))) {
      for (const word of match(token, field)) {
        const place = places.get(word)
        if (place === undefined) continue
        last[place] = token.position
        for (const pair of [place - 1, place]) {
          if (pair < 0 || pair >= pairCount) continue
          const distance = Math.abs((last[pair] ?? -Infinity) - (last[pair + 1] ?? -Infinity))
          if (distance <= farthest) nearness[pair] = Math.max(nearness[pair] ?? 0, 1 / Math.sqrt(Math.max(1, distance)))
        }
      }
    }
  }
  let near = 0
  let all = 0
  for (const [pair, value] of nearness.entries()) {
    const weight = (counts[pair] ?? 0) + (counts[pair + 1] ?? 0)
    near += weight * value
    all += weight
  }
  return all === 0 ? 0 : near / all
}
