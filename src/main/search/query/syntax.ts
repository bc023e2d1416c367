// Owns the syntax tree of a query. Holds no logic: the parser makes it, the plan reads it.
// Fields, alternatives and parentheses become further kinds of clause.

/** A clause's place in the query, as UTF-16 offsets. */
export interface ClausePlace {
  readonly start: number
  readonly end: number
}

/** A word, or a run of letters and signs that the Analyzer will cut into words. */
export interface WordClause extends ClausePlace {
  readonly kind: 'word'
  readonly text: string
  /** True where articles with the word are left out. */
  readonly isExcluded: boolean
  /** True where the word also stands for longer words that begin with it. */
  readonly isPrefix: boolean
}

/** Words that must stand one after the other. */
export interface PhraseClause extends ClausePlace {
  readonly kind: 'phrase'
  readonly text: string
  readonly isExcluded: boolean
  /** True where the last word of the phrase also stands for longer words. */
  readonly isPrefix: boolean
}

/** A part of a query. All of them must hold. */
export type Clause = WordClause | PhraseClause

/** A parsed query. */
export interface QuerySyntax {
  readonly clauses: readonly Clause[]
}
