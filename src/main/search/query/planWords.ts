// Owns which words and phrases a piece of a query asks for. Knows nothing of alternatives, fields' names or facts.
import type { Analyzer } from '../analysis/analyzer'
import type { StemLanguage } from '../analysis/stemmers'
import type { Token } from '../analysis/words'
import type { DraftNode, DraftPart, DraftPhrase } from './numberPlan'
import type { PlannedWord } from './plan'
import type { PhraseNode, WordNode } from './syntax'

/** Where a piece of a query stands. */
export interface PlanningContext {
  readonly analyzer: Analyzer
  readonly languages: readonly StemLanguage[]
  readonly fieldMask: number
  readonly isExcluded: boolean
}

/** What a word or phrase asks for; null where the Analyzer finds no word in it. */
export function planWords(node: WordNode | PhraseNode, context: PlanningContext): DraftNode | null {
  const tokens = context.analyzer.split(node.text)
  const words = tokens.filter(({ role }) => role === 'word' || role === 'compound')
  const isRun = countPositions(tokens) > 1
  // A run such as example.com is several words: as written, or excluded, it is where they stand together.
  const isTogether = node.kind === 'phrase' ? isRun : isExact(node, context) && isRun && words.length > 1
  if (isTogether) return planPhrase(tokens, node, context)
  const nodes = words.map((word, index): DraftNode => {
    return {
      kind: 'word',
      word: planWord(word, node, index === words.length - 1, context),
      isExcluded: context.isExcluded
    }
  })
  return nodes.length > 1 ? { kind: 'all', nodes } : (nodes[0] ?? null)
}

/** A word or phrase as a part of a NEAR; null where the Analyzer finds no word in it. */
export function planPassage(node: WordNode | PhraseNode, context: PlanningContext): DraftPart | null {
  const tokens = context.analyzer.split(node.text)
  const words = tokens.filter(({ role }) => role === 'word' || role === 'compound')
  const [word] = words
  if (!word) return null
  if (words.length > 1 || (node.kind === 'phrase' && countPositions(tokens) > 1)) {
    return planPhrase(tokens, node, context)
  }
  return { kind: 'word', word: planWord(word, node, true, context), isExcluded: context.isExcluded }
}

function planPhrase(tokens: readonly Token[], node: WordNode | PhraseNode, context: PlanningContext): DraftPhrase {
  const parts = tokens.filter(({ role }) => role === 'word' || role === 'part')
  const isLastPrefix = isPrefix(node)
  const { fieldMask, isExcluded } = context
  return {
    kind: 'phrase',
    phrase: { words: parts.map(({ folded }) => folded), isLastPrefix, fieldMask },
    words: parts.map((part, index) =>
      planWord(part, node, index === parts.length - 1, { ...context, isWritten: true })
    ),
    isExcluded
  }
}

function planWord(
  token: Token,
  node: WordNode | PhraseNode,
  isLast: boolean,
  context: PlanningContext & { readonly isWritten?: boolean }
): PlannedWord {
  const isWritten = context.isWritten === true || isExact(node, context)
  const terms = context.analyzer.queryTerms(token, isWritten ? [] : context.languages)
  return {
    place: placeOf(token, node),
    exact: token.exact,
    folded: token.folded,
    terms: isWritten ? terms.filter(({ kind }) => kind === 'exact') : terms,
    // The end of a word in a script without spaces is a dictionary's guess, which a longer text may cut elsewhere.
    prefix: (isLast && isPrefix(node)) || token.isSegmented ? token.folded : null,
    fieldMask: context.fieldMask,
    form: isWritten ? 'exact' : node.kind === 'word' && node.form === 'fuzzy' ? 'fuzzy' : 'any'
  }
}

/** A token's place in the query: the text of a node lies between the signs before and behind it. */
function placeOf({ start, end }: Token, node: WordNode | PhraseNode): PlannedWord['place'] {
  const from = node.kind === 'phrase' ? node.start + 1 : node.start + node.signLength
  return { start: from + start, end: from + end }
}

/** As written, without stems: in quotes, behind `=`, and what is excluded, so that no more is left out than was meant. */
function isExact(node: WordNode | PhraseNode, { isExcluded }: PlanningContext): boolean {
  return isExcluded || node.kind === 'phrase' || node.form === 'exact'
}

function isPrefix(node: WordNode | PhraseNode): boolean {
  return node.kind === 'phrase' ? node.isPrefix : node.form === 'prefix'
}

function countPositions(tokens: readonly Token[]): number {
  const last = tokens.at(-1)
  return last ? last.position + 1 : 0
}
