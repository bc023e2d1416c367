// Owns a text with its hits marked. Text only, never markup.
import type { TextRange } from '@shared/model/common'
import { splitByRanges } from './textPieces'

/** A text with its hits marked. */
export function MarkedText({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  return splitByRanges(text, ranges).map(piece =>
    piece.isMarked ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>
  )
}
