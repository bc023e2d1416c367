// Owns which articles any plan finds: alternatives, exclusions of groups, facts. Plain plans have a faster way (scoring.ts).
import type { FactFilter } from '../query/factFilter'
import type { PlanNode, QueryPlan } from '../query/plan'
import { evaluateCondition, type Certainty, type SlotSets } from './conditions'
import type { IndexView } from './indexView'
import { openSheet } from './openSheet'
import type { WordRequirement } from './scoring'
import type { ScoreSheet } from './scoreSheet'

/** The articles that a plan may find. */
export interface ArticleMatches {
  /** Slots, ascending, and their scores: those of the words that an article has, as MiniSearch sums them up. */
  readonly slots: Uint32Array
  readonly scores: Float64Array
  /** True where the article is found whatever its text says. */
  readonly isSure: (slot: number) => boolean
  readonly hasWord: (slot: number, word: number, isExcluded: boolean) => boolean
  readonly isFact: (slot: number, filter: FactFilter) => boolean
}

/**
 * Finds articles. With `some`, of the words and phrases that all had to be there, half are enough, or as many as the best
 * article has; what else was asked for must still hold.
 */
export function matchArticles(
  plan: QueryPlan,
  view: IndexView,
  requirement: WordRequirement,
  factSlots: (filter: FactFilter) => Uint8Array
): ArticleMatches {
  const sheet = openSheet(view)
  const toSet = (slots: Uint32Array): Uint8Array => {
    const set = new Uint8Array(view.slotCount)
    for (const slot of slots) set[slot] = 1
    return set
  }
  const words = plan.words.map(word => toSet(sheet.addOptional(word)))
  const excludedWords = plan.excludedWords.map(word => toSet(sheet.findSlots(word)))
  const facts = new Map<FactFilter, Uint8Array>()
  const factSet = (filter: FactFilter): Uint8Array => {
    let set = facts.get(filter)
    if (!set) facts.set(filter, (set = factSlots(filter)))
    return set
  }
  const nothing = new Uint8Array(view.slotCount)
  const sets: SlotSets = {
    slotCount: view.slotCount,
    alive: aliveSlots(view),
    word: (word, isExcluded) => (isExcluded ? excludedWords : words)[word] ?? nothing,
    fact: factSet
  }
  const found = requirement === 'all' ? evaluateWhole(plan.root, sets) : evaluateSome(plan, sets, sheet)
  const slots = slotsOf(found.possible)
  return {
    slots,
    scores: Float64Array.from(slots, slot => sheet.scoreOf(slot)),
    isSure: slot => found.sure[slot] === 1,
    hasWord: (slot, word, isExcluded) => sets.word(word, isExcluded)[slot] === 1,
    isFact: (slot, filter) => factSet(filter)[slot] === 1
  }
}

function evaluateWhole(root: PlanNode | null, sets: SlotSets): Certainty {
  if (root) return evaluateCondition(root, sets)
  const nothing = new Uint8Array(sets.slotCount)
  return { possible: nothing, sure: nothing }
}

function evaluateSome({ root, words }: QueryPlan, sets: SlotSets, sheet: ScoreSheet): Certainty {
  if (root?.kind !== 'all') return evaluateWhole(root, sets)
  const isText = ({ kind }: PlanNode): boolean => kind === 'word' || kind === 'phrase' || kind === 'near'
  const { possible, sure } = evaluateCondition({ kind: 'all', nodes: root.nodes.filter(node => !isText(node)) }, sets)
  let best = 0
  for (let slot = 0; slot < sets.slotCount; slot++)
    if (possible[slot] === 1) best = Math.max(best, sheet.matchedOf(slot))
  const least = Math.max(1, Math.min(best, Math.ceil(words.length / 2)))
  const bound = (set: Uint8Array): Uint8Array =>
    set.map((held, slot) => (held === 1 && sheet.matchedOf(slot) >= least ? 1 : 0))
  const bounded = bound(possible)
  return { possible: bounded, sure: sure === possible ? bounded : bound(sure) }
}

const alive = new WeakMap<IndexView, Uint8Array>()

/** By slot: 1 where there is an article. One array a view. */
function aliveSlots(view: IndexView): Uint8Array {
  let slots = alive.get(view)
  if (!slots) {
    slots = new Uint8Array(view.slotCount).fill(1)
    for (const { segment, base } of view.segments) {
      if (segment.documentCount === segment.slotCount) continue
      for (let slot = 0; slot < segment.slotCount; slot++) if (!segment.isAlive(slot)) slots[base + slot] = 0
    }
    alive.set(view, slots)
  }
  return slots
}

function slotsOf(set: Uint8Array): Uint32Array {
  let count = 0
  for (let slot = 0; slot < set.length; slot++) count += set[slot] ?? 0
  const slots = new Uint32Array(count)
  for (let slot = 0, at = 0; slot < set.length; slot++) if (set[slot] === 1) slots[at++] = slot
  return slots
}
