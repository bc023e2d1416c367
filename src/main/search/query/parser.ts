// Owns how a query's pieces become its syntax tree. Knows nothing of the index; never throws.
import { lexQuery } from './lexer'
import type { Clause, QuerySyntax } from './syntax'

/**
 * Parses a query. While a person is typing, a last word that is not followed by a space (or the last word of a phrase
 * that is not closed) also stands for longer words. Clauses without a letter or number are left out.
 */
export function parseQuery(query: string, isTyping: boolean): QuerySyntax {
  const clauses: Clause[] = []
  for (const { kind, text, start, end, hasMinus, hasAsterisk, isClosed } of lexQuery(query)) {
    if (!/[\p{L}\p{N}\u2e80-\u2fdf]/u.test(text)) continue
    const isBeingTyped = isTyping && !hasMinus && end === query.length && /\S$/.test(query)
    const isPrefix = hasAsterisk || (isBeingTyped && (kind === 'word' || !isClosed))
    clauses.push({ kind, text, start, end, isExcluded: hasMinus, isPrefix })
  }
  return { clauses }
}
