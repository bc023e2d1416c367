// Owns the way from a page's pieces of text to its lines, in the order in which columns are read. Knows no paragraph.
import { orderRows } from './columns'
import type { PdfPage } from './openPdf'
import { plainCharacters } from './plainCharacters'

/** Text in one line with one target. */
export interface Run {
  readonly text: string
  /** The address that it links to. */
  readonly href: string | null
}

/** A piece of text at its place, in points from the page's upper left corner. */
export interface Piece extends Run {
  readonly left: number
  readonly right: number
  /** The height of the base line. */
  readonly base: number
  readonly size: number
  readonly isRightToLeft: boolean
}

/** A line of a column. */
export interface Line {
  readonly runs: readonly Run[]
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  readonly page: number
  /** The number of the column on its page; lines of two columns are no neighbours. */
  readonly column: number
  /** The base line as a share of the page's height. */
  readonly height: number
  readonly isRightToLeft: boolean
}

interface Link {
  readonly url: string
  readonly rect: readonly number[]
}

function multiply(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** A piece cut where a link within it begins or ends. */
function cutAtLinks(piece: Piece, links: readonly Link[]): Piece[] {
  const middle = piece.base - piece.size * 0.3
  const link = links.find(({ rect: [left = 0, top = 0, right = 0, bottom = 0] }) => {
    const overlap = Math.min(right, piece.right) - Math.max(left, piece.left)
    return middle >= top && middle <= bottom && overlap > piece.size * 0.4
  })
  if (!link) return [piece]
  const width = Math.max(piece.right - piece.left, 0.01)
  const indexAt = (x: number): number => {
    const share = Math.min(1, Math.max(0, (x - piece.left) / width))
    return Math.round(share * piece.text.length)
  }
  const [left = 0, , right = 0] = link.rect
  const cuts = [0, indexAt(left), indexAt(right), piece.text.length]
  return [null, link.url, null].flatMap((href, index) => {
    const [from = 0, to = 0] = cuts.slice(index, index + 2)
    if (from >= to) return []
    const place = (at: number): number => piece.left + (at / piece.text.length) * width
    return [{ ...piece, text: piece.text.slice(from, to), href, left: place(from), right: place(to) }]
  })
}

async function readLinks(page: PdfPage, transform: readonly number[]): Promise<Link[]> {
  const annotations = (await page.getAnnotations()) as { subtype?: string; url?: string; rect?: number[] }[]
  return annotations.flatMap(({ subtype, url, rect }) => {
    if (subtype !== 'Link' || !url || !/^(?:https?|mailto):/i.test(url) || rect?.length !== 4) return []
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect
    const [, , , , left = 0, top = 0] = multiply(transform, [1, 0, 0, 1, x1, y1])
    const [, , , , right = 0, bottom = 0] = multiply(transform, [1, 0, 0, 1, x2, y2])
    return [{ url, rect: [Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom)] }]
  })
}

async function readPieces(page: PdfPage, mostPieces: number): Promise<Piece[]> {
  const viewport = page.getViewport({ scale: 1 })
  const links = await readLinks(page, viewport.transform)
  const pieces: Piece[] = []
  const { items } = await page.getTextContent()
  for (const item of items.slice(0, mostPieces)) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [across = 1, slope = 0, c = 0, d = 1, left = 0, base = 0] = multiply(
      viewport.transform,
      item.transform as number[]
    )
    // Text that stands upright or upside down is a stamp at the margin, not part of any line.
    if (Math.abs(slope) > Math.abs(across) || across < 0) continue
    const size = Math.hypot(c, d) || item.height
    const text = plainCharacters(item.str)
    const piece = { text, href: null, left, right: left + item.width, base, size, isRightToLeft: item.dir === 'rtl' }
    pieces.push(...cutAtLinks(piece, links))
  }
  return pieces
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/** True where text runs on without a space, as Chinese and Japanese do. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return cjk.test(before.at(-1) ?? '') && cjk.test(after.at(0) ?? '')
}

const readsRightToLeft = (pieces: readonly Piece[]): boolean =>
  pieces.filter(piece => piece.isRightToLeft).length * 2 > pieces.length

function joinPieces(pieces: readonly Piece[]): Run[] {
  const isRightToLeft = readsRightToLeft(pieces)
  const inOrder = pieces.toSorted((one, other) => (isRightToLeft ? other.right - one.right : one.left - other.left))
  const runs: Run[] = []
  let previous: Piece | undefined
  for (const piece of inOrder) {
    const gap = previous ? (isRightToLeft ? previous.left - piece.right : piece.left - previous.right) : 0
    const isApart = gap > Math.max(piece.size, previous?.size ?? 0) * 0.15
    const last = runs.at(-1)
    const space = last && isApart && !/\s$/.test(last.text) && !/^\s/.test(piece.text) ? ' ' : ''
    if (last && last.href === piece.href) runs[runs.length - 1] = { ...last, text: last.text + space + piece.text }
    else {
      if (last && space) runs[runs.length - 1] = { ...last, text: last.text + space }
      runs.push({ text: piece.text, href: piece.href })
    }
    previous = piece
  }
  return runs
}

/** The size that most of the characters have. */
function sizeOf(pieces: readonly Piece[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of pieces) counts.set(size, (counts.get(size) ?? 0) + text.length)
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0]
}

/** The lines of a page in reading order; `number` counts from 0. */
export async function readPageLines(page: PdfPage, number: number, mostPieces: number): Promise<Line[]> {
  const { height } = page.getViewport({ scale: 1 })
  return orderRows(await readPieces(page, mostPieces)).map(({ pieces, column }) => {
    const runs = joinPieces(pieces)
    const base = Math.max(...pieces.map(piece => piece.base))
    return {
      runs,
      text: runs.map(run => run.text).join(''),
      left: Math.min(...pieces.map(piece => piece.left)),
      right: Math.max(...pieces.map(piece => piece.right)),
      base,
      size: Math.round(sizeOf(pieces) * 10) / 10,
      page: number,
      column,
      height: base / Math.max(height, 1),
      isRightToLeft: readsRightToLeft(pieces)
    }
  })
}
