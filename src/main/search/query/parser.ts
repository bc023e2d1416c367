// Owns how a query's signs become its syntax tree, by recursive descent. Knows nothing of the index; never throws.
import { assertNever } from '@shared/errors'
import type { QueryProblem, QueryProblemCode } from '@shared/model/query'
import { parseFactValue } from './factFilter'
import { isFactField, type FactField } from './fields'
import { lexQuery, type Lexeme } from './lexer'
import type { NearNode, PhraseNode, QueryNode, QuerySyntax, WordNode } from './syntax'

/** Where a node is being parsed. */
interface Context {
  /** The field whose values words are, or null where they are words of the text. */
  readonly factField: FactField | null
  /** Words that are excluded do not go on while they are typed: each longer word would leave out more. */
  readonly isExcluded: boolean
}

const letterOrNumber = /[\p{L}\p{N}\u2e80-\u2fdf]/u

/**
 * Parses a query. While a person is typing, a last word that is not followed by a space (or the last word of a phrase
 * that is not closed) also stands for longer words, and what is not finished is no problem yet. Words without a letter or
 * number are left out. What does not parse is named in `problems`, and the rest is parsed all the same.
 */
export function parseQuery(query: string, isTyping: boolean): QuerySyntax {
  const parser = new Parser(query, isTyping)
  const root = parser.parse()
  return { root, problems: parser.problems.toSorted((first, second) => first.start - second.start) }
}

class Parser {
  readonly problems: QueryProblem[] = []
  readonly #lexemes: readonly Lexeme[]
  readonly #length: number
  readonly #isTyping: boolean
  #at = 0

  constructor(query: string, isTyping: boolean) {
    this.#lexemes = lexQuery(query)
    this.#length = query.length
    this.#isTyping = isTyping
  }

  parse(): QueryNode | null {
    const nodes: Array<QueryNode | null> = []
    for (;;) {
      nodes.push(this.#parseOr({ factField: null, isExcluded: false }))
      const extra = this.#peek()
      if (!extra) return join('and', nodes)
      // Only a bracket that closes nothing ends an alternative before the query does.
      this.#report('group_not_opened', extra)
      this.#at++
    }
  }

  #parseOr(context: Context): QueryNode | null {
    const nodes: Array<QueryNode | null> = []
    for (;;) {
      const from = this.#at
      nodes.push(this.#parseAnd(context))
      const isMissing = this.#at === from
      const sign = this.#peek()
      const before = this.#lexemes[from - 1]
      if (isMissing && nodes.length > 1 && before) this.#report('operand_missing', before)
      if (sign?.kind !== 'or') return join('or', nodes)
      if (isMissing && nodes.length === 1) this.#report('operand_missing', sign)
      this.#at++
    }
  }

  #parseAnd(context: Context): QueryNode | null {
    const nodes: Array<QueryNode | null> = []
    for (let next = this.#peek(); next && next.kind !== 'or' && next.kind !== 'close'; next = this.#peek()) {
      if (next.kind === 'near') {
        this.#report('operand_missing', next)
        this.#at++
      } else if (next.kind === 'and') this.#at++
      else nodes.push(this.#parseNear(context))
    }
    return join('and', nodes)
  }

  #parseNear(context: Context): QueryNode | null {
    let left = this.#parseUnary(context)
    for (let sign = this.#peek(); sign?.kind === 'near'; sign = this.#peek()) {
      this.#at++
      const from = this.#at
      const right = this.#beginsOperand() ? this.#parseUnary(context) : null
      const near = left && right && joinNear(left, right, sign.distance)
      if (near) left = near
      else {
        this.#report(this.#at === from ? 'operand_missing' : 'near_operand', sign)
        left = join('and', [left, right])
      }
    }
    return left
  }

  #beginsOperand(): boolean {
    const next = this.#peek()
    return next !== undefined && !['or', 'and', 'near', 'close'].includes(next.kind)
  }

  #parseUnary(context: Context): QueryNode | null {
    const lexeme = this.#lexemes[this.#at++]
    switch (lexeme?.kind) {
      case 'not':
        return this.#parseNot(lexeme, context)
      case 'field':
        return this.#parseField(lexeme, context)
      case 'open':
        return this.#parseGroup(lexeme, context)
      case 'word':
        return this.#makeWord(lexeme, context)
      case 'phrase':
        return this.#makePhrase(lexeme, context)
      case 'or':
      case 'and':
      case 'near':
      case 'close':
      case undefined:
        return null
      default:
        return assertNever(lexeme, 'lexeme')
    }
  }

  #parseNot(sign: Lexeme, context: Context): QueryNode | null {
    if (!this.#beginsOperand()) {
      this.#report('operand_missing', sign)
      return null
    }
    const operand = this.#parseUnary({ ...context, isExcluded: true })
    return operand && { kind: 'not', operand, start: sign.start, end: operand.end }
  }

  #parseField(sign: Lexeme & { readonly kind: 'field' }, context: Context): QueryNode | null {
    const { field } = sign
    const isBeside = this.#peek()?.start === sign.end && this.#beginsOperand()
    const from = this.#at
    const factField = isFactField(field) ? field : null
    const operand = isBeside ? this.#parseUnary({ ...context, factField }) : null
    if (!operand) this.#report('value_missing', { start: sign.start, end: this.#lexemes[from]?.end ?? sign.end })
    return operand && { kind: 'field', field, operand, start: sign.start, end: operand.end }
  }

  #parseGroup(sign: Lexeme, context: Context): QueryNode | null {
    const node = this.#parseOr(context)
    const close = this.#peek()
    if (close) this.#at++
    else if (!this.#isTyping) this.#report('group_not_closed', sign)
    const end = close?.end ?? this.#length
    // A group of one is that one, with its own place.
    return node && (node.kind === 'and' || node.kind === 'or') ? { ...node, start: sign.start, end } : node
  }

  #makeWord(lexeme: Lexeme & { readonly kind: 'word' }, { factField, isExcluded }: Context): WordNode | null {
    const { text, signLength, start, end } = lexeme
    const goesOn = lexeme.form === 'any' && this.#isBeingTyped(lexeme) && !isExcluded
    const node: WordNode = { kind: 'word', text, form: goesOn ? 'prefix' : lexeme.form, signLength, start, end }
    return this.#checked(node, factField)
  }

  #makePhrase(lexeme: Lexeme & { readonly kind: 'phrase' }, { factField, isExcluded }: Context): PhraseNode | null {
    const { text, isClosed, start, end } = lexeme
    if (!isClosed && !this.#isTyping) this.#report('phrase_not_closed', { start, end })
    const goesOn = !isClosed && this.#isBeingTyped(lexeme) && !isExcluded
    return this.#checked({ kind: 'phrase', text, isPrefix: goesOn || lexeme.isPrefix, start, end }, factField)
  }

  /** The node, or null where it says nothing. A value that its field does not have is a problem. */
  #checked<Node extends WordNode | PhraseNode>(node: Node, factField: FactField | null): Node | null {
    if (!factField) return letterOrNumber.test(node.text) ? node : null
    if (node.text.trim() === '') return null
    const value = parseFactValue(factField, node, 0)
    if (typeof value === 'string') this.#report(value, node)
    return node
  }

  /** True for the last word of a query that is still being written. */
  #isBeingTyped({ end }: Lexeme): boolean {
    return this.#isTyping && end === this.#length
  }

  #report(code: QueryProblemCode, { start, end }: { readonly start: number; readonly end: number }): void {
    // What is being written may become right with the next letter.
    if (this.#isTyping && end === this.#length) return
    this.problems.push({ code, start, end })
  }

  #peek(): Lexeme | undefined {
    return this.#lexemes[this.#at]
  }
}

/** The nodes that are there, as one; groups of the same kind are one group. */
function join(kind: 'and' | 'or', nodes: ReadonlyArray<QueryNode | null>): QueryNode | null {
  const operands = nodes.flatMap(node => (node?.kind === kind ? node.operands : (node ?? [])))
  const [first] = operands
  const last = operands.at(-1)
  if (!first || !last) return null
  return operands.length === 1 ? first : { kind, operands, start: first.start, end: last.end }
}

function joinNear(left: QueryNode, right: QueryNode, distance: number): NearNode | null {
  const operands = left.kind === 'near' && left.distance === distance ? left.operands : [left]
  if (!operands.every(isText) || !isText(right)) return null
  return { kind: 'near', distance, operands: [...operands, right], start: left.start, end: right.end }
}

function isText(node: QueryNode): node is WordNode | PhraseNode {
  return node.kind === 'word' || node.kind === 'phrase'
}
