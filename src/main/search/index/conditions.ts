// Owns a plan's condition over all slots at once: where it may hold and where it surely does. Scores nothing.
import { assertNever } from '@shared/errors'
import type { FactFilter } from '../query/factFilter'
import type { PlanNode } from '../query/plan'

/** Sets of slots, as bytes that are 0 or 1. They are not changed by whoever gets them. */
export interface SlotSets {
  readonly slotCount: number
  /** The articles that are there. */
  readonly alive: Uint8Array
  readonly word: (word: number, isExcluded: boolean) => Uint8Array
  readonly fact: (filter: FactFilter) => Uint8Array
}

/** Where a condition may hold, and where it does whatever the texts say. The same set where no text is needed. */
export interface Certainty {
  readonly possible: Uint8Array
  readonly sure: Uint8Array
}

/** Evaluates a condition. Phrases and nears may hold where their words are, and never surely do. */
export function evaluateCondition(node: PlanNode, sets: SlotSets): Certainty {
  switch (node.kind) {
    case 'word':
      return certain(sets.word(node.word, node.isExcluded))
    case 'fact':
      return certain(sets.fact(node.filter))
    case 'phrase':
    case 'near':
      return {
        possible: combine(
          node.words.map(word => sets.word(word, node.isExcluded)),
          sets,
          true
        ),
        sure: new Uint8Array(sets.slotCount)
      }
    case 'all':
    case 'any': {
      const inner = node.nodes.map(child => evaluateCondition(child, sets))
      const possible = combine(
        inner.map(certainty => certainty.possible),
        sets,
        node.kind === 'all'
      )
      if (inner.every(certainty => certainty.sure === certainty.possible)) return certain(possible)
      return {
        possible,
        sure: combine(
          inner.map(certainty => certainty.sure),
          sets,
          node.kind === 'all'
        )
      }
    }
    case 'not': {
      const { possible, sure } = evaluateCondition(node.node, sets)
      if (sure === possible) return certain(without(sure, sets))
      return { possible: without(sure, sets), sure: without(possible, sets) }
    }
    default:
      return assertNever(node, 'plan node')
  }
}

function certain(set: Uint8Array): Certainty {
  return { possible: set, sure: set }
}

/** What is in all of the sets, or in one of them; every article where there are none. */
function combine(sets: readonly Uint8Array[], { alive }: SlotSets, isAll: boolean): Uint8Array {
  const [first, ...others] = sets
  const combined = (first ?? alive).slice()
  for (const other of others) {
    if (isAll)
      for (let slot = 0; slot < combined.length; slot++) combined[slot] = (combined[slot] ?? 0) & (other[slot] ?? 0)
    else for (let slot = 0; slot < combined.length; slot++) combined[slot] = (combined[slot] ?? 0) | (other[slot] ?? 0)
  }
  return combined
}

function without(set: Uint8Array, { alive }: SlotSets): Uint8Array {
  const rest = alive.slice()
  for (let slot = 0; slot < rest.length; slot++) rest[slot] = (rest[slot] ?? 0) & ((set[slot] ?? 0) ^ 1)
  return rest
}
