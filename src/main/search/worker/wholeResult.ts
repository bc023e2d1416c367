// Owns every article of a result, for what is counted over all of it. Makes no pages.
import type { FactIndex } from '../facts/factIndex'
import { rankPartly } from '../index/partialRanking'
import type { RankedArticle } from '../index/ranking'
import type { Decision, Decisions } from './decisions'

/** So many articles' texts are read for the sake of counting, a chunk at a time. */
const mostChecked = 2_000
const chunkSize = 40

/** The slots of a result. */
export interface WholeResult {
  readonly slots: Uint32Array
  /** False where texts of so many articles would have to be read that the rest was left out. */
  readonly isComplete: boolean
}

/** Lists the slots of everything that was decided to be found. */
export async function listWholeResult(decision: Decision, decisions: Decisions): Promise<WholeResult> {
  const { plan, view, requirement, forms } = decision
  if (requirement === 'some' && plan.isPlain && plan.excludedPhrases.length === 0) {
    const { ranking } = rankPartly(plan, view)
    const slots = Uint32Array.from(ranking.best(ranking.total), ({ slot }) => slot)
    return { slots: slots.toSorted(), isComplete: true }
  }
  const matches = decisions.match(plan, view, requirement)
  const sure = matches.slots.filter(matches.isSure)
  if (sure.length === matches.slots.length) return { slots: sure, isComplete: true }
  const unsure = matches.slots.filter(slot => !matches.isSure(slot))
  const held: number[] = []
  for (let at = 0; at < Math.min(unsure.length, mostChecked); at += chunkSize) {
    const chunk = Array.from(unsure.subarray(at, at + chunkSize), (slot): RankedArticle => {
      return { articleId: view.articleIdOf(slot), slot, score: 0 }
    })
    for (const { slot } of await decisions.check(plan, forms, matches, chunk)) held.push(slot)
  }
  const slots = Uint32Array.from([...sure, ...held]).toSorted()
  return { slots, isComplete: unsure.length <= mostChecked }
}

/** The rows of the facts of a result's articles; -1 where none are known. */
export function rowsOfResult({ slots }: WholeResult, { view }: Decision, facts: FactIndex): Int32Array {
  const rows = facts.rowsOf(view)
  return Int32Array.from(slots, slot => rows[slot] ?? -1)
}
