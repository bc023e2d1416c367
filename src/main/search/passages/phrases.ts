// Owns where a phrase stands in a text: words at neighbouring positions. Knows nothing of the index.
import type { TextRange } from '@shared/model/common'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import type { Token } from '../analysis/words'
import { fieldText } from '../index/fieldText'
import type { PlannedPhrase, QueryPlan } from '../query/plan'
import { mayHavePhrase } from './phraseFilter'

/** A place of a phrase: the positions of its first and last word, and its range. */
export interface PhrasePlace {
  readonly first: number
  readonly last: number
  readonly range: TextRange
}

/** Every place of a phrase in a text's tokens, from its first word's beginning to its last word's end. */
export function findPhrase(phrase: PlannedPhrase, tokens: readonly Token[]): readonly TextRange[] {
  return findPhrasePlaces(phrase, tokens).map(({ range }) => range)
}

/** The same with the positions of the first and the last word, ascending. */
export function findPhrasePlaces(phrase: PlannedPhrase, tokens: readonly Token[]): readonly PhrasePlace[] {
  const places: PhrasePlace[] = []
  for (let at = 0; at < tokens.length; at++) {
    const beginning = tokens[at]
    if (!beginning || !isWordOf(phrase, 0, beginning)) continue
    const end = findPhraseEnd(phrase, tokens, at, beginning)
    if (end === null) continue
    const first = beginning.position
    places.push({ first, last: first + phrase.words.length - 1, range: [beginning.start, end] })
  }
  return places
}

/** True where an article has every phrase of the plan, each in one of its fields, and none of the excluded ones. */
export function hasPlannedPhrases(document: SearchDocument, plan: QueryPlan, analyzer: Analyzer): boolean {
  const has = (phrase: PlannedPhrase): boolean => hasPhrase(document, phrase, analyzer)
  return plan.phrases.every(has) && !plan.excludedPhrases.some(has)
}

/** True where an article has a phrase in one of the fields in which it is looked for. */
export function hasPhrase(document: SearchDocument, phrase: PlannedPhrase, analyzer: Analyzer): boolean {
  return searchFields.some((field, number) => {
    if ((phrase.fieldMask & (1 << number)) === 0) return false
    const text = fieldText(document, field)
    return mayHavePhrase(text, phrase) && findPhrase(phrase, analyzer.split(text)).length > 0
  })
}

function findPhraseEnd(
  phrase: PlannedPhrase,
  tokens: readonly Token[],
  first: number,
  beginning: Token
): number | null {
  let at = first
  let last = beginning
  for (let number = 1; number < phrase.words.length; number++) {
    const position = beginning.position + number
    let next: Token | null = null
    // Several tokens may share a position: a word with an apostrophe and its base, a compound and its first part.
    for (at++; at < tokens.length; at++) {
      const token = tokens[at]
      if (!token || token.position > position) break
      if (token.position === position && isWordOf(phrase, number, token)) {
        next = token
        break
      }
    }
    if (!next) return null
    last = next
  }
  return last.end
}

/** A compound spans several positions, and is left to its parts. */
function isWordOf({ words, isLastPrefix }: PlannedPhrase, number: number, { role, folded }: Token): boolean {
  const word = words[number]
  if (word === undefined || role === 'compound') return false
  return isLastPrefix && number === words.length - 1 ? folded.startsWith(word) : folded === word
}
