// Owns the search for words within an edit distance in a sorted dictionary. Knows nothing of why they are wanted.
import type { TermWalker } from './dictionary'
import { decodeUnit, longestTermBytes, unitSize } from './termCodec'

/**
 * Calls `onTerm` for every term within a Levenshtein distance of `word`, counted in UTF-16 code units. Terms that begin
 * alike share the rows of the distance table, and a beginning that is already too far rules out all that follow it.
 */
export function findNearTerms(
  walker: TermWalker,
  word: string,
  distance: number,
  onTerm: (term: string, distance: number) => void
): void {
  const width = word.length + 1
  const rows = new Uint16Array(width * (word.length + distance + 2))
  for (let column = 0; column < width; column++) rows[column] = column
  // How many code units lie before each byte of the term.
  const unitsBefore = new Uint16Array(longestTermBytes + 1)
  /** A beginning of so many bytes is too far, whatever follows. */
  let hopelessBytes = Infinity

  while (walker.next()) {
    const { bytes, length, shared } = walker
    if (shared >= hopelessBytes) {
      walker.skipSharing(hopelessBytes)
      continue
    }
    hopelessBytes = Infinity
    let depth = unitsBefore[shared] ?? 0
    let at = shared
    while (at < length) {
      const unit = decodeUnit(bytes, at)
      const size = unitSize(bytes[at] ?? 0)
      at += size
      depth++
      unitsBefore[at] = depth
      if (fillRow(rows, width, depth, unit, word) > distance) {
        hopelessBytes = at
        break
      }
    }
    const found = rows[depth * width + word.length] ?? Infinity
    if (hopelessBytes === Infinity && found <= distance) onTerm(walker.term(), found)
  }
}

/** Fills the row of the table for the code unit at a depth; gives the least distance in it. */
function fillRow(rows: Uint16Array, width: number, depth: number, unit: number, word: string): number {
  const above = (depth - 1) * width
  const row = depth * width
  let least = (rows[row] = depth)
  for (let column = 1; column < width; column++) {
    const replaced = (rows[above + column - 1] ?? 0) + (word.charCodeAt(column - 1) === unit ? 0 : 1)
    const other = Math.min(rows[above + column] ?? 0, rows[row + column - 1] ?? 0) + 1
    const value = Math.min(replaced, other)
    rows[row + column] = value
    if (value < least) least = value
  }
  return least
}
