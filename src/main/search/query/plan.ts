// Owns the translation of a query's syntax into what the index and the passages look for. Knows nothing of storage.
import type { Analyzer, QueryTerm } from '../analysis/analyzer'
import type { StemLanguage } from '../analysis/stemmers'
import type { Token } from '../analysis/words'
import { parseQuery } from './parser'
import type { Clause } from './syntax'

/** A word that an article must have, in one of its terms or as the beginning of a word. */
export interface PlannedWord {
  /** Folded form, by which spelling errors are judged. */
  readonly folded: string
  readonly terms: readonly QueryTerm[]
  /** Folded beginning of words that count too, or null. */
  readonly prefix: string | null
  /** `metadata`: looked for in every field but the body. */
  readonly scope: 'everywhere' | 'metadata'
}

/** Words in a row, by their folded forms. */
export interface PlannedPhrase {
  readonly words: readonly string[]
  /** True where the last word may go on. */
  readonly isLastPrefix: boolean
}

/** What a query asks for. An article is found when it has all of `words` and `phrases` and none of the excluded. */
export interface QueryPlan {
  /** The words, including those of `phrases`, which phrases of an article are then looked for in its text. */
  readonly words: readonly PlannedWord[]
  /** How many of `words`, from the first on, stand outside phrases; the passages mark these wherever they are. */
  readonly looseWords: number
  readonly phrases: readonly PlannedPhrase[]
  readonly excludedWords: readonly PlannedWord[]
  readonly excludedPhrases: readonly PlannedPhrase[]
}

/** What a plan depends on beside the query. */
export interface PlanContext {
  readonly analyzer: Analyzer
  /** The stem languages of the articles that are searched. */
  readonly languages: Iterable<StemLanguage>
}

/** Translates a query. `isTyping` as in `parseQuery`. */
export function planQuery(query: string, isTyping: boolean, context: PlanContext): QueryPlan {
  const { clauses } = parseQuery(query, isTyping)
  const languages = [...context.languages]
  const loose: PlannedWord[] = []
  const inPhrases: PlannedWord[] = []
  const phrases: PlannedPhrase[] = []
  const excludedWords: PlannedWord[] = []
  const excludedPhrases: PlannedPhrase[] = []

  for (const clause of clauses) {
    const tokens = context.analyzer.split(clause.text)
    const words = tokens.filter(({ role }) => role === 'word' || role === 'compound')
    const isPhrase = clause.kind === 'phrase' && countPositions(tokens) > 1
    if (clause.isExcluded) {
      // A run such as example.com is several words: it excludes where they stand together.
      if (countPositions(tokens) > 1 && !isSingleWord(words)) excludedPhrases.push(planPhrase(tokens, clause))
      else
        excludedWords.push(...words.map((word, index) => planExactWord(word, isLast(words, index) && clause.isPrefix)))
    } else if (isPhrase) {
      const phrase = planPhrase(tokens, clause)
      phrases.push(phrase)
      const parts = tokens.filter(({ role }) => role === 'word' || role === 'part')
      inPhrases.push(...parts.map((part, index) => planExactWord(part, isLast(parts, index) && clause.isPrefix)))
    } else if (clause.kind === 'phrase') {
      loose.push(...words.map(word => planExactWord(word, clause.isPrefix)))
    } else {
      loose.push(...words.map((word, index) => planWord(word, isLast(words, index) && clause.isPrefix)))
    }
  }
  const looseWords = boundShortPrefixes(loose, loose.length + inPhrases.length)
  return {
    words: [...looseWords, ...inPhrases],
    looseWords: looseWords.length,
    phrases,
    excludedWords,
    excludedPhrases
  }

  function planWord(token: Token, isPrefix: boolean): PlannedWord {
    return {
      folded: token.folded,
      terms: context.analyzer.queryTerms(token, languages),
      // The end of a word in a script without spaces is a dictionary's guess, which a longer text may cut elsewhere.
      prefix: isPrefix || token.isSegmented ? token.folded : null,
      scope: 'everywhere'
    }
  }

  function planExactWord(token: Token, isPrefix: boolean): PlannedWord {
    const planned = planWord(token, isPrefix)
    return { ...planned, terms: context.analyzer.queryTerms(token, []).filter(({ kind }) => kind === 'exact') }
  }
}

/** The plan with its phrases taken apart into words, which may then stand anywhere. */
export function dissolvePhrases(plan: QueryPlan): QueryPlan {
  return { ...plan, phrases: [], looseWords: plan.words.length }
}

/**
 * A beginning of one letter says little and matches almost everything. Alone it looks at titles and other metadata only;
 * beside other words it waits for a second letter.
 */
function boundShortPrefixes(words: readonly PlannedWord[], allWords: number): readonly PlannedWord[] {
  const isShort = ({ prefix }: PlannedWord): boolean =>
    prefix !== null && /^[\p{L}\p{N}]$/u.test(prefix) && !isIdeograph(prefix)
  if (allWords === 1) return words.map(word => (isShort(word) ? { ...word, scope: 'metadata' } : word))
  return words.filter(word => !isShort(word))
}

function isIdeograph(letter: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u.test(
    letter
  )
}

function planPhrase(tokens: readonly Token[], clause: Clause): PlannedPhrase {
  const words = tokens.filter(({ role }) => role === 'word' || role === 'part').map(({ folded }) => folded)
  return { words, isLastPrefix: clause.isPrefix }
}

function countPositions(tokens: readonly Token[]): number {
  const last = tokens.at(-1)
  return last ? last.position + 1 : 0
}

function isSingleWord(words: readonly Token[]): boolean {
  return words.length === 1
}

function isLast(list: readonly unknown[], index: number): boolean {
  return index === list.length - 1
}
