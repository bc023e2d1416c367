// Owns what the index and the passages look for: types and small changes of a plan. `planQuery.ts` makes plans.
import { assertNever } from '@shared/errors'
import type { QueryTerm } from '../analysis/analyzer'
import type { FactFilter } from './factFilter'

/** A word that an article must have, in one of its terms or as the beginning of a word. */
export interface PlannedWord {
  /** Where it stands in the query, as UTF-16 offsets. */
  readonly place: { readonly start: number; readonly end: number }
  /** As a person would write it in lower case. */
  readonly exact: string
  /** Folded form, by which spelling errors are judged. */
  readonly folded: string
  readonly terms: readonly QueryTerm[]
  /** Folded beginning of words that count too, or null. */
  readonly prefix: string | null
  /** Bits of the fields in which it is looked for, by their place in `searchFields`. */
  readonly fieldMask: number
  /** `exact`: its stems do not count, nor spelling errors; `fuzzy`: spelling errors count even where the word is known. */
  readonly form: 'any' | 'exact' | 'fuzzy'
}

/** Words in a row, by their folded forms. */
export interface PlannedPhrase {
  readonly words: readonly string[]
  /** True where the last word may go on. */
  readonly isLastPrefix: boolean
  /** Bits of the fields of which one must have it. */
  readonly fieldMask: number
}

/** A word of the plan by its number, or a phrase, that must stand near others. */
export type NearPart =
  { readonly kind: 'word'; readonly word: number } | { readonly kind: 'phrase'; readonly phrase: PlannedPhrase }

/** Parts with at most `distance` words between each and the one before it, in either order, in one field. */
export interface PlannedNear {
  readonly distance: number
  readonly parts: readonly NearPart[]
  readonly fieldMask: number
}

/**
 * A condition on an article. Numbers are places in the plan's lists: `words` or, where `isExcluded`, `excludedWords`, and
 * so for phrases and nears. `words` of a phrase or near: those that the article must have for it to be possible.
 */
export type PlanNode =
  | { readonly kind: 'word'; readonly word: number; readonly isExcluded: boolean }
  | PhrasePlanNode
  | { readonly kind: 'fact'; readonly filter: FactFilter }
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'not'; readonly node: PlanNode }

/** A condition that only the text can tell. */
export interface PhrasePlanNode {
  readonly kind: 'phrase' | 'near'
  readonly number: number
  readonly words: readonly number[]
  readonly isExcluded: boolean
}

/** What a query asks for: `root` says when an article is found, the lists what to look for in it. */
export interface QueryPlan {
  /** The words that count and are marked, with those of phrases and nears. */
  readonly words: readonly PlannedWord[]
  /** How many of `words`, from the first on, are marked wherever they are; others only where their phrase or near is. */
  readonly looseWords: number
  readonly phrases: readonly PlannedPhrase[]
  readonly nears: readonly PlannedNear[]
  /** What stands behind a minus: it decides, but neither counts nor is marked. */
  readonly excludedWords: readonly PlannedWord[]
  /** How many of `excludedWords`, from the first on, stand outside phrases and nears. */
  readonly looseExcludedWords: number
  readonly excludedPhrases: readonly PlannedPhrase[]
  readonly excludedNears: readonly PlannedNear[]
  /** Null where the query says nothing, and finds nothing. */
  readonly root: PlanNode | null
  /** True where an article is found when it has all of `words` and `phrases` and none of the excluded ones. */
  readonly isPlain: boolean
}

/** What decides a condition for one article. */
export interface PlanTruth {
  readonly hasWord: (word: number, isExcluded: boolean) => boolean
  readonly hasPassage: (node: PhrasePlanNode) => boolean
  readonly isFact: (filter: FactFilter) => boolean
}

/** True where a condition holds. */
export function holds(node: PlanNode, truth: PlanTruth): boolean {
  switch (node.kind) {
    case 'word':
      return truth.hasWord(node.word, node.isExcluded)
    case 'phrase':
    case 'near':
      return node.words.every(word => truth.hasWord(word, node.isExcluded)) && truth.hasPassage(node)
    case 'fact':
      return truth.isFact(node.filter)
    case 'all':
      return node.nodes.every(inner => holds(inner, truth))
    case 'any':
      return node.nodes.some(inner => holds(inner, truth))
    case 'not':
      return !holds(node.node, truth)
    default:
      return assertNever(node, 'plan node')
  }
}

/** True where a condition, or one inside it, is as wanted. */
export function someNode(node: PlanNode, isWanted: (node: PlanNode) => boolean): boolean {
  if (isWanted(node)) return true
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some(inner => someNode(inner, isWanted))
  return node.kind === 'not' && someNode(node.node, isWanted)
}

/** The plan with its phrases and nears taken apart into words, which may then stand anywhere. Excluded ones stay. */
export function dissolvePhrases(plan: QueryPlan): QueryPlan {
  const root = plan.root && dissolve(plan.root)
  return { ...plan, root, phrases: [], nears: [], looseWords: plan.words.length }
}

function dissolve(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'phrase':
    case 'near':
      if (node.isExcluded) return node
      return { kind: 'all', nodes: node.words.map(word => ({ kind: 'word', word, isExcluded: false })) }
    case 'all':
    case 'any':
      return { kind: node.kind, nodes: node.nodes.map(dissolve) }
    case 'not':
      return { kind: 'not', node: dissolve(node.node) }
    case 'word':
    case 'fact':
      return node
    default:
      return assertNever(node, 'plan node')
  }
}
