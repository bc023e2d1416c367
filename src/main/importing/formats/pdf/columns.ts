// Owns the order in which the pieces of a page are read: rows, and columns where the page has them. Joins no text.
import type { Piece } from './pageLines'

/** Pieces on one base line within one column. */
export interface OrderedRow {
  readonly pieces: readonly Piece[]
  readonly column: number
}

type Row = readonly Piece[]
type Gap = readonly [left: number, right: number]

/** A gutter runs past at least so many rows with text on both sides. */
const fewestRows = 4
/** Columns of text have at least so many characters a row; those of a table have fewer. */
const fewestCharacters = 15
/** A page with more rows is no page of text; nor are its columns worth the time. */
const mostRows = 400
/** So many ends of a run of rows are tried: a long table has as many as rows, and none is a column of text. */
const mostTries = 12

function toRows(pieces: readonly Piece[]): Row[] {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((one, other) => one.base - other.base || one.left - other.left)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const size = Math.max(piece.size, first?.size ?? 0)
    // A raised sign of a note, smaller than its line, belongs to it.
    const reach = first && Math.min(piece.size, first.size) < size * 0.8 ? 0.5 : 0.3
    if (row && first && piece.base - first.base < size * reach) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** What is left of the gaps beside the pieces of one more row. */
function narrow(gaps: readonly Gap[], row: Row, narrowest: number): Gap[] {
  let left = [...gaps]
  for (const piece of row) {
    left = left.flatMap(([from, to]): Gap[] => {
      if (piece.right <= from || piece.left >= to) return [[from, to]]
      const parts: Gap[] = [
        [from, piece.left],
        [piece.right, to]
      ]
      return parts.filter(part => part[1] - part[0] >= narrowest)
    })
  }
  return left
}

const lengthOf = (row: Row): number => row.reduce((sum, piece) => sum + piece.text.length, 0)

/** True for a gap with columns of text on both sides. */
function isGutter([from, to]: Gap, rows: readonly Row[]): boolean {
  const middle = (from + to) / 2
  const sides = [
    rows.map(row => row.filter(piece => piece.right <= middle)),
    rows.map(row => row.filter(piece => piece.left >= middle))
  ]
  return sides.every(side => {
    const filled = side.filter(row => row.length > 0)
    const characters = filled.reduce((sum, row) => sum + lengthOf(row), 0)
    return filled.length >= fewestRows && characters >= filled.length * fewestCharacters
  })
}

const isSame = (one: readonly Gap[] | undefined, other: readonly Gap[] | undefined): boolean =>
  one?.length === other?.length &&
  (one ?? []).every((gap, index) => gap[0] === other?.[index]?.[0] && gap[1] === other[index][1])

interface Band {
  readonly end: number
  readonly gutters: readonly Gap[]
}

/** The longest run of rows from `start` that has gutters. */
function findBand(rows: readonly Row[], start: number, bounds: Gap): Band | null {
  const narrowest = Math.max(8, (rows[start]?.[0]?.size ?? 0) * 0.8)
  let gaps: Gap[] = [bounds]
  let end = start
  const kept: Gap[][] = []
  while (end < rows.length && gaps.length > 0) {
    gaps = narrow(gaps, rows[end] ?? [], narrowest)
    if (gaps.length === 0) break
    kept.push(gaps)
    end++
  }
  let tries = 0
  for (let length = kept.length; length >= fewestRows && tries < mostTries; length--) {
    // Fewer rows with the same gaps between them are no better.
    if (isSame(kept[length - 1], kept[length])) continue
    tries++
    const gutters = (kept[length - 1] ?? []).filter(gap => isGutter(gap, rows.slice(start, start + length)))
    if (gutters.length > 0) return { end: start + length, gutters }
  }
  return null
}

/** The rows of a page in reading order: column after column where there are columns, else from top to bottom. */
export function orderRows(pieces: readonly Piece[]): OrderedRow[] {
  const rows = toRows(pieces)
  if (rows.length > mostRows) return rows.map(row => ({ pieces: row, column: 0 }))
  const bounds: Gap = [Math.min(...pieces.map(piece => piece.left)), Math.max(...pieces.map(piece => piece.right))]
  const ordered: OrderedRow[] = []
  let column = 0
  for (let index = 0; index < rows.length;) {
    const band = findBand(rows, index, bounds)
    if (!band) {
      ordered.push({ pieces: rows[index] ?? [], column })
      index++
      continue
    }
    const middles = [...band.gutters.map(([from, to]) => (from + to) / 2), Number.POSITIVE_INFINITY]
    let from = Number.NEGATIVE_INFINITY
    for (const to of middles) {
      column++
      const within = rows.slice(index, band.end).map(row => row.filter(({ left }) => left >= from && left < to))
      // Each column is set in its own lines, which need not stand on those of its neighbour.
      for (const row of toRows(within.flat())) ordered.push({ pieces: row, column })
      from = to
    }
    column++
    index = band.end
  }
  return ordered
}
