// Owns what stands on every page and is no part of the text: running heads, page numbers, what a browser prints around a page.
import type { Line } from './pageLines'

const margin = 0.11
const atEdge = 3
/** A line that comes again on so many pages, or on half of fewer, is a running head. */
const fewestPages = 3

const pageNumber =
  /^(?:[-–—|•\s]*(?:page|halaman|hal\.?|p\.?|seite|página)?\s*(?:\d{1,4}|[ivxlcdm]{1,6})\s*(?:(?:\/|of|dari|von|de)\s*\d{1,4})?[-–—|•\s]*)$/i

const isInMargin = (line: Line): boolean => line.height < margin || line.height > 1 - margin

/** The words of a line with every number alike. */
const patternOf = (line: Line): string => line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()

/** The lines near a page's edges. */
function edgeLines(lines: readonly Line[]): Line[] {
  const byHeight = lines.toSorted((one, other) => one.height - other.height)
  return [...new Set([...byHeight.slice(0, atEdge), ...byHeight.slice(-atEdge)])].filter(isInMargin)
}

/** The pages without their running heads and page numbers. */
export function dropRunningHeads(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const pagesOf = new Map<string, number>()
  const edges = pages.map(edgeLines)
  for (const lines of edges) {
    for (const pattern of new Set(lines.map(patternOf))) pagesOf.set(pattern, (pagesOf.get(pattern) ?? 0) + 1)
  }
  const needed = Math.max(2, Math.min(fewestPages, Math.ceil(pages.length / 2)))
  return pages.map((lines, index) => {
    const dropped = new Set(
      (edges[index] ?? []).filter(
        line => (pagesOf.get(patternOf(line)) ?? 0) >= needed || (pageNumber.test(line.text.trim()) && pages.length > 1)
      )
    )
    return lines.filter(line => !dropped.has(line))
  })
}
