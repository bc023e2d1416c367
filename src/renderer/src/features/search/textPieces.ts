// Owns how a text and the ranges of its hits become pieces to show. Pure.
import type { TextRange } from '@shared/model/common'

/** A piece of a text, marked or not, and where it begins. */
export interface TextPiece {
  readonly text: string
  readonly start: number
  readonly isMarked: boolean
}

/** The pieces of a text in order. Ranges are ascending; what lies outside the text or overlaps is cut off. */
export function splitByRanges(text: string, ranges: readonly TextRange[]): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let position = 0
  const append = (end: number, isMarked: boolean): void => {
    if (end > position) pieces.push({ text: text.slice(position, end), start: position, isMarked })
    position = Math.max(position, end)
  }
  for (const [start, end] of ranges) {
    append(Math.min(start, text.length), false)
    append(Math.min(end, text.length), true)
  }
  append(text.length, false)
  return pieces
}
