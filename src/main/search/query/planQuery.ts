// Owns the translation of a query's syntax into a plan. Knows nothing of storage.
import { assertNever } from '@shared/errors'
import type { QueryProblem } from '@shared/model/query'
import type { Analyzer } from '../analysis/analyzer'
import type { StemLanguage } from '../analysis/stemmers'
import { parseFactValue } from './factFilter'
import { everyField, isFactField, maskOfField, type FactField } from './fields'
import { numberPlan, type DraftNode } from './numberPlan'
import { parseQuery } from './parser'
import type { QueryPlan } from './plan'
import { planPassage, planWords, type PlanningContext } from './planWords'
import type { FieldNode, NearNode, QueryNode } from './syntax'

/** What a plan depends on beside the query. */
export interface PlanContext {
  readonly analyzer: Analyzer
  /** The stem languages of the articles that are searched. */
  readonly languages: Iterable<StemLanguage>
  /** The time in milliseconds since 1970, for dates such as `7d`. */
  readonly now?: number
}

/** Translates a query. `isTyping` and `problems` as in `parseQuery`. */
export function planQuery(
  query: string,
  isTyping: boolean,
  { analyzer, languages, now = 0 }: PlanContext
): QueryPlan & { readonly problems: readonly QueryProblem[] } {
  const { root, problems } = parseQuery(query, isTyping)
  const context = { analyzer, languages: [...languages], fieldMask: everyField, isExcluded: false }
  return { ...numberPlan(root && planNode(root, context, now)), problems }
}

/** The draft of a node, or null where it says nothing. */
function planNode(node: QueryNode, context: PlanningContext, now: number): DraftNode | null {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return planWords(node, context)
    case 'near':
      return planNear(node, context)
    case 'and':
    case 'or':
      return joinDrafts(
        node.kind === 'and' ? 'all' : 'any',
        node.operands.map(operand => planNode(operand, context, now))
      )
    case 'not':
      return negate(planNode(node.operand, { ...context, isExcluded: true }, now))
    case 'field':
      return planField(node, context, now)
    default:
      return assertNever(node, 'query node')
  }
}

function planField(node: FieldNode, context: PlanningContext, now: number): DraftNode | null {
  if (isFactField(node.field)) return planFact(node.field, node.operand, context, now)
  return planNode(node.operand, { ...context, fieldMask: maskOfField(node.field) }, now)
}

/** Under a fact's field, words and phrases are values. */
function planFact(field: FactField, node: QueryNode, context: PlanningContext, now: number): DraftNode | null {
  switch (node.kind) {
    case 'word':
    case 'phrase': {
      const filter = parseFactValue(field, node, now)
      return typeof filter === 'string' ? null : { kind: 'fact', filter }
    }
    case 'near':
    case 'and':
    case 'or':
      return joinDrafts(
        node.kind === 'or' ? 'any' : 'all',
        node.operands.map(operand => planFact(field, operand, context, now))
      )
    case 'not':
      return negate(planFact(field, node.operand, context, now))
    case 'field':
      return planField(node, context, now)
    default:
      return assertNever(node, 'query node')
  }
}

function planNear({ operands, distance }: NearNode, context: PlanningContext): DraftNode | null {
  const parts = operands.flatMap(operand => planPassage(operand, context) ?? [])
  if (parts.length !== operands.length)
    return joinDrafts(
      'all',
      operands.map(operand => planWords(operand, context))
    )
  return { kind: 'near', distance, parts, fieldMask: context.fieldMask, isExcluded: context.isExcluded }
}

function joinDrafts(kind: 'all' | 'any', drafts: ReadonlyArray<DraftNode | null>): DraftNode | null {
  const nodes = drafts.flatMap(draft => (draft?.kind === kind ? draft.nodes : (draft ?? [])))
  return nodes.length > 1 ? { kind, nodes } : (nodes[0] ?? null)
}

function negate(draft: DraftNode | null): DraftNode | null {
  return draft && { kind: 'not', node: draft }
}
