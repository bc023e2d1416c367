// Owns the table of contents that a PDF brings along, and the lines that its entries name.
import type { PdfDocument } from './openPdf'
import type { Line } from './pageLines'

interface Bookmark {
  readonly title: string
  readonly items?: readonly Bookmark[]
}

const mostBookmarks = 2_000
const deepest = 4

const numbering = /^\s*(?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)+)\.?\s+/
/** The words without anything that may differ. */
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
  const bare = lines.map(line => comparable(line.text.replace(numbering, '')))
  const levels = new Map<Line, number>()
  let from = 0
  for (const { title, level } of bookmarks) {
    for (let at = from; at < lines.length; at++) {
      // Some programs leave the number of a section out of its entry.
      const first = [words[at], bare[at]].find(text => text !== undefined && text !== '' && title.startsWith(text))
      if (first === undefined) continue
      const length = [0, 1, 2].find(more => first + words.slice(at + 1, at + 1 + more).join('') === title)
      if (length === undefined) continue
      for (const line of lines.slice(at, at + 1 + length)) levels.set(line, level)
      from = at + 1 + length
      break
    }
  }
  return levels
}
