// Owns the syntax tree of a query. Holds no logic: the parser makes it, the printer writes it, the plan reads it.
import type { QueryProblem } from '@shared/model/query'
import type { QueryField } from './fields'

/** A node's place in the query, as UTF-16 offsets; signs that belong to it (minus, quotes, brackets) included. */
export interface NodePlace {
  readonly start: number
  readonly end: number
}

/**
 * How a word is to be read: with its stems (`any`), as the beginning of words (`prefix`, `word*`), with spelling errors
 * (`fuzzy`, `word~`), or as written (`exact`, `=word`).
 */
export type WordForm = 'any' | 'prefix' | 'fuzzy' | 'exact'

/** A word, or a run of letters and signs that the Analyzer will cut into words; under a field, its value. */
export interface WordNode extends NodePlace {
  readonly kind: 'word'
  readonly text: string
  readonly form: WordForm
  /** How many signs stand before the text. */
  readonly signLength: number
}

/** Words that must stand one after the other; under a field, its value. */
export interface PhraseNode extends NodePlace {
  readonly kind: 'phrase'
  readonly text: string
  /** True where the last word of the phrase also stands for longer words. */
  readonly isPrefix: boolean
}

/** Words or phrases with at most `distance` other words between each and the one named before it, in either order. */
export interface NearNode extends NodePlace {
  readonly kind: 'near'
  readonly distance: number
  readonly operands: ReadonlyArray<WordNode | PhraseNode>
}

/** Nodes that must all hold (`and`), or of which one must (`or`); two at least. */
export interface GroupNode extends NodePlace {
  readonly kind: 'and' | 'or'
  readonly operands: readonly QueryNode[]
}

/** A node that must not hold. */
export interface NotNode extends NodePlace {
  readonly kind: 'not'
  readonly operand: QueryNode
}

/** A node whose words are looked for in one field, or are values of a fact. */
export interface FieldNode extends NodePlace {
  readonly kind: 'field'
  readonly field: QueryField
  readonly operand: QueryNode
}

/** A part of a query. */
export type QueryNode = WordNode | PhraseNode | NearNode | GroupNode | NotNode | FieldNode

/** A parsed query: null where it says nothing. What cannot be searched for is in `problems`. */
export interface QuerySyntax {
  readonly root: QueryNode | null
  readonly problems: readonly QueryProblem[]
}
