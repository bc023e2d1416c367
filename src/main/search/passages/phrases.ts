// Owns where a phrase stands in a text: words at neighbouring positions. Knows nothing of the index.
import type { TextRange } from '@shared/model/common'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import type { Token } from '../analysis/words'
import { fieldText } from '../index/fieldText'
import type { PlannedPhrase, QueryPlan } from '../query/plan'
import { mayHavePhrase } from './phraseFilter'

/** Every place of a phrase in a text's tokens, from its first word's beginning to its last word's end. */
export function findPhrase(phrase: PlannedPhrase, tokens: readonly Token[]): readonly TextRange[] {
  const ranges: TextRange[] = []
  for (let first = 0; first < tokens.length; first++) {
    const beginning = tokens[first]
    if (!beginning || !isWordOf(phrase, 0, beginning)) continue
    const end = findPhraseEnd(phrase, tokens, first, beginning)
    if (end !== null) ranges.push([beginning.start, end])
  }
  return ranges
}

/** True where an article has every phrase of the plan, each in one of its fields, and none of the excluded ones. */
export function hasPlannedPhrases(document: SearchDocument, plan: QueryPlan, analyzer: Analyzer): boolean {
  const texts = searchFields.map(field => fieldText(document, field))
  const has = (phrase: PlannedPhrase): boolean =>
    texts.some(text => mayHavePhrase(text, phrase) && findPhrase(phrase, analyzer.split(text)).length > 0)
  return plan.phrases.every(has) && !plan.excludedPhrases.some(has)
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
