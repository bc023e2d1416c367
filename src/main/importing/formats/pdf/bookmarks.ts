// Owns the table of contents that a PDF brings along, and the lines that its entries name.
import type { PdfDocument } from './openPdf'
import type { Line } from './pageLines'

interface Bookmark {
  readonly title: string
  readonly items?: readonly Bookmark[]
}

const mostBookmarks = 2_000
const deepest = 4

/** The lines' words without anything that may differ. */
const comparable = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The entries in order with their level, from 1. A loop is cut by the number of entries. */
async function readBookmarks(document: PdfDocument): Promise<{ title: string; level: number }[]> {
  const outline = ((await document.getOutline()) as readonly Bookmark[] | null) ?? []
  const found: { title: string; level: number }[] = []
  const pending = outline.toReversed().map(item => ({ item, level: 1 }))
  for (let next = pending.pop(); next && found.length < mostBookmarks; next = pending.pop()) {
    const { item, level } = next
    found.push({ title: comparable(item.title), level })
    if (level >= deepest) continue
    for (const inner of (item.items ?? []).toReversed()) pending.push({ item: inner, level: level + 1 })
  }
  return found.filter(({ title }) => title !== '')
}

/** The levels of the lines that the table of contents names, one after the other; a title may take up to three lines. */
export async function findBookmarkedLines(
  document: PdfDocument,
  lines: readonly Line[]
): Promise<ReadonlyMap<Line, number>> {
  const bookmarks = await readBookmarks(document).catch(() => [])
  const words = lines.map(line => comparable(line.text))
  const levels = new Map<Line, number>()
  let from = 0
  for (const { title, level } of bookmarks) {
    for (let at = from; at < lines.length; at++) {
      const first = words[at] ?? ''
      if (first === '' || !title.startsWith(first)) continue
      const length = [1, 2, 3].find(count => words.slice(at, at + count).join('') === title)
      if (length === undefined) continue
      for (const line of lines.slice(at, at + length)) levels.set(line, level)
      from = at + length
      break
    }
  }
  return levels
}
