// Owns how a syntax tree is written: parsing what it gives yields the same tree. Knows nothing of places.
import { assertNever } from '@shared/errors'
import type { QueryNode } from './syntax'

/** Writes a tree in the query language, with as few brackets as its meaning needs. */
export function printQuery(node: QueryNode): string {
  switch (node.kind) {
    case 'word':
      return printWord(node.text, node.form)
    case 'phrase':
      return `"${node.text}${node.isPrefix ? '*' : ''}"`
    case 'near':
      return node.operands.map(printQuery).join(` NEAR/${node.distance} `)
    case 'and':
      return node.operands.map(operand => (operand.kind === 'or' ? bracketed(operand) : printQuery(operand))).join(' ')
    case 'or':
      return node.operands.map(printQuery).join(' OR ')
    case 'not':
      return `-${printOperand(node.operand)}`
    case 'field':
      return `${node.field}:${printOperand(node.operand)}`
    default:
      return assertNever(node, 'query node')
  }
}

function printOperand(node: QueryNode): string {
  return ['and', 'or', 'near'].includes(node.kind) ? bracketed(node) : printQuery(node)
}

function bracketed(node: QueryNode): string {
  return `(${printQuery(node)})`
}

function printWord(text: string, form: 'any' | 'prefix' | 'fuzzy' | 'exact'): string {
  switch (form) {
    case 'any':
      return text
    case 'prefix':
      return `${text}*`
    case 'fuzzy':
      return `${text}~`
    case 'exact':
      return `=${text}`
    default:
      return assertNever(form, 'form of a word')
  }
}
