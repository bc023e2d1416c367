// Owns where a phrase stands in a text: words at neighbouring positions. Knows nothing of the index.
import type { TextRange } from '@shared/model/common'
import type { Token } from '../analysis/words'
import type { PlannedPhrase } from '../query/plan'

/** Every place of a phrase in a text's tokens, from its first word's beginning to its last word's end. */
export function findPhrase(phrase: PlannedPhrase, tokens: readonly Token[]): readonly TextRange[] {
  const positions = groupByPosition(tokens)
  const lastWord = phrase.words.length - 1
  const ranges: TextRange[] = []
  for (let first = 0; first + lastWord < positions.length; first++) {
    const found = phrase.words.map((word, index) =>
      positions[first + index]?.find(({ folded }) =>
        index === lastWord && phrase.isLastPrefix ? folded.startsWith(word) : folded === word
      )
    )
    const start = found[0]?.start
    const end = found.at(-1)?.end
    if (start !== undefined && end !== undefined && found.every(token => token !== undefined)) ranges.push([start, end])
  }
  return ranges
}

/** The tokens at each position; a compound spans several and is left to its parts. */
function groupByPosition(tokens: readonly Token[]): ReadonlyArray<readonly Token[]> {
  const positions: Token[][] = []
  for (const token of tokens) {
    if (token.role === 'compound') continue
    const group = positions[token.position]
    if (group) group.push(token)
    else positions[token.position] = [token]
  }
  return positions
}
