// Owns the question whether the paragraph under the title is the deck. Chooses no other paragraph.
import type { Inference } from '@shared/model/article'
import { alternatives, guessOf } from '../guess'
import { deckCalls } from '../words/calls'
import { captionWords } from '../words/captions'
import { findDateline } from './dateline'
import { saysOnlyWhoOrWhen } from './headLine'

/** The paragraph below the title and what comes after it. */
export interface DeckSurroundings {
  /** The paragraphs that follow, in order. */
  readonly following: readonly string[]
  /** True where the title's next lines name author or date and only then the text begins. */
  readonly isBeforeHeadLines: boolean
}

const longestDeck = 350
const shortestDeck = 25
const captions = alternatives(captionWords)
/** What stands under a picture: `Ilustrasi: …`, `… (Foto: ANTARA/…)`. */
const caption = new RegExp(`^(?:${captions})(?!\\p{L})|[([](?:${captions})[.:/ ][^()[\\]]*[)\\]]\\.?$`, 'iu')
const call = new RegExp(`(?:^|[.!?]["”]?\\s+)(?:${alternatives(deckCalls)})(?!\\p{L})[^.!?]*[!?.:…]*$`, 'iu')

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The deck, where `paragraph` surely is one; else null, and the paragraph belongs to the body. */
export function findDeck(paragraph: string, { following, isBeforeHeadLines }: DeckSurroundings): Inference | null {
  const [next] = following
  if (next === undefined || paragraph.length > longestDeck || paragraph.length < shortestDeck) return null
  if (findDateline(paragraph) || caption.test(paragraph) || saysOnlyWhoOrWhen(paragraph)) return null
  const endsWithCall = call.test(paragraph) && /[!?:…]$/.test(paragraph)
  if (findDateline(next)) {
    return guessOf(
      paragraph,
      endsWithCall ? 0.95 : 0.9,
      'The paragraph between the title and the paragraph with the dateline'
    )
  }
  if (isBeforeHeadLines)
    return guessOf(paragraph, 0.85, 'The paragraph between the title and the line of author or date')
  if (endsWithCall) return guessOf(paragraph, 0.8, 'The paragraph below the title ends with a call to read on')
  const isShort = paragraph.length <= 200 && paragraph.length < median(following.map(other => other.length)) * 0.7
  const isUnfinished = !/[.!?…:。"”’»)]$/.test(paragraph)
  return isShort && isUnfinished
    ? guessOf(paragraph, 0.65, 'The short paragraph below the title, without a full stop')
    : null
}
