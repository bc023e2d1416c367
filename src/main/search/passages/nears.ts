// Owns where words and phrases stand near each other in a text. Knows nothing of the index.
import type { TextRange } from '@shared/model/common'
import { searchFields, type SearchField } from '@shared/model/search'
import type { Token } from '../analysis/words'
import type { PlannedNear } from '../query/plan'
import { findPhrasePlaces, type PhrasePlace } from './phrases'

/** Says of which planned words a token is a hit. */
type MatchWord = (token: Token, field: SearchField) => readonly number[]

/** The ranges of the parts of a near, wherever all of them stand together in a field; none where they do not. */
export function findNear(
  near: PlannedNear,
  field: SearchField,
  tokens: readonly Token[],
  matchWord: MatchWord
): readonly TextRange[] {
  if ((near.fieldMask & (1 << searchFields.indexOf(field))) === 0) return []
  const parts = near.parts.map(part =>
    part.kind === 'phrase' ? findPhrasePlaces(part.phrase, tokens) : findWordPlaces(part.word, field, tokens, matchWord)
  )
  // Forward, each part keeps the places near one of the part before it; then back, so that whole chains remain.
  for (let at = 1; at < parts.length; at++) parts[at] = keepNear(parts[at] ?? [], parts[at - 1] ?? [], near.distance)
  for (let at = parts.length - 2; at >= 0; at--)
    parts[at] = keepNear(parts[at] ?? [], parts[at + 1] ?? [], near.distance)
  return parts.flatMap(places => places.map(({ range }) => range))
}

function findWordPlaces(
  word: number,
  field: SearchField,
  tokens: readonly Token[],
  matchWord: MatchWord
): readonly PhrasePlace[] {
  const places: PhrasePlace[] = []
  for (const token of tokens) {
    if (!matchWord(token, field).includes(word)) continue
    const { position, start, end } = token
    // A word and its base share a position, and are one place.
    if (places.at(-1)?.first !== position) places.push({ first: position, last: position, range: [start, end] })
  }
  return places
}

/** The places that have one of `others` before or behind them with at most `distance` words between. Both ascend. */
function keepNear(
  places: readonly PhrasePlace[],
  others: readonly PhrasePlace[],
  distance: number
): readonly PhrasePlace[] {
  let before = 0
  let behind = 0
  return places.filter(({ first, last }) => {
    while (before < others.length && (others[before]?.last ?? Infinity) < first) before++
    while (behind < others.length && (others[behind]?.first ?? Infinity) <= last) behind++
    const nearestBefore = others[before - 1]?.last ?? -Infinity
    const nearestBehind = others[behind]?.first ?? Infinity
    return first - nearestBefore - 1 <= distance || nearestBehind - last - 1 <= distance
  })
}
