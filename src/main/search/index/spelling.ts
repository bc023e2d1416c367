// Owns how a word that the index does not have is matched with words that it has. Knows nothing of ranking.
import type { QueryTerm } from '../analysis/analyzer'
import type { PlannedWord, QueryPlan } from '../query/plan'
import { isKnownWord } from './scoring'
import type { IndexView } from './indexView'

/** MiniSearch's weight of a misspelt word, before its length factor. */
const fuzzyWeight = 0.45
/** In shorter words one wrong letter makes another word. */
const leastFuzzyLength = 4
const maxDistance = 2

/**
 * The plan with every unknown word (that stands outside phrases) widened by the indexed words nearest to it: one edit for
 * each five letters, at most two, and swapped neighbours. Null where no word could be widened.
 */
export function widenBySpelling(plan: QueryPlan, view: IndexView): QueryPlan | null {
  let isWidened = false
  const words = plan.words.map((word, index) => {
    if (index >= plan.looseWords || word.form === 'exact' || isKnownWord(word, view)) return word
    const nearTerms = findNearTerms(word, view)
    if (nearTerms.length === 0) return word
    isWidened = true
    return { ...word, terms: [...word.terms, ...nearTerms], prefix: null }
  })
  return isWidened ? { ...plan, words } : null
}

/** The plan with the words for which spelling errors were asked (`word~`) widened by the indexed words nearest to them. */
export function widenFuzzyWords<Plan extends QueryPlan>(plan: Plan, view: IndexView): Plan {
  if (!plan.words.some(({ form }) => form === 'fuzzy')) return plan
  const words = plan.words.map(word =>
    word.form === 'fuzzy' ? { ...word, terms: [...word.terms, ...findNearTerms(word, view)] } : word
  )
  return { ...plan, words }
}

/** The indexed words nearest to a word, as terms that stand for it. */
export function findNearTerms({ folded }: PlannedWord, view: IndexView): readonly QueryTerm[] {
  if (folded.length < leastFuzzyLength || /\p{N}/u.test(folded)) return []
  const distances = new Map<string, number>()
  const distance = Math.min(maxDistance, Math.round(folded.length * 0.2))
  for (const { segment } of view.segments) {
    segment.withinDistance(folded, distance, (term, found) => distances.set(term, found))
  }
  for (const swapped of swapNeighbours(folded)) distances.set(swapped, 1)
  distances.delete(folded)
  const known = [...distances].filter(([term]) => view.hasTerm(term))
  // In one order, however the words lie in segments: scores add up in the order of the terms.
  const sorted = known.toSorted(([first], [second]) => (first < second ? -1 : 1))
  return sorted.map(([term, found]) => ({
    term,
    weight: (fuzzyWeight * term.length) / (term.length + found),
    kind: 'fuzzy',
    language: null
  }))
}

/** Two swapped letters are the commonest typing error, and two edits to Levenshtein. */
function swapNeighbours(word: string): readonly string[] {
  const letters = Array.from(word)
  return letters.slice(1).map((letter, index) =>
    letters
      .with(index, letter)
      .with(index + 1, letters[index] ?? '')
      .join('')
  )
}
