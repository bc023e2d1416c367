// Owns which filters of a query stand for themselves, so that each can be shown and taken out. Knows no meaning of theirs.
import type { QueryFilter } from '@shared/model/query'
import { isFactField } from './fields'
import { parseQuery } from './parser'
import type { QueryNode } from './syntax'

/** The filters that the whole query needs: those inside alternatives or groups are part of these, and are left out. */
export function listFilters(query: string): readonly QueryFilter[] {
  const { root } = parseQuery(query, true)
  const nodes = root?.kind === 'and' ? root.operands : root ? [root] : []
  return nodes.flatMap(node => toFilter(node, query) ?? [])
}

function toFilter(node: QueryNode, query: string): QueryFilter | null {
  const inner = node.kind === 'not' ? node.operand : node
  if (inner.kind !== 'field' || !isFactField(inner.field)) return null
  const { operand } = inner
  const isValue = operand.kind === 'word' || operand.kind === 'phrase'
  const value = isValue ? operand.text : query.slice(operand.start, operand.end)
  return { field: inner.field, value, isExcluded: node.kind === 'not', start: node.start, end: node.end }
}
