// Owns how the text of a table's cells is aligned: its reading, and its way through extraction. Sanitises nothing.
import type { PageElement } from './dom'

/** Holds a cell's alignment while extraction takes `align` and `style` off every element. */
export const alignmentAttribute = 'data-lontar-align'

/** `left`, `center` or `right` as an attribute or a style says it, or undefined where neither does. */
export function readAlignment(align: string | null | undefined, style: string | null | undefined): string | undefined {
  const stated = align ?? /(?:^|;)\s*text-align\s*:\s*([a-z]+)/i.exec(style ?? '')?.[1]
  const lower = stated?.trim().toLowerCase()
  return lower === 'left' || lower === 'center' || lower === 'right' ? lower : undefined
}

/**
 * Notes on each cell below `root` how it is aligned, which its row or section may say in its place. Source: HTML
 * standard, section 15.3.8.
 */
export function keepAlignment(root: PageElement): void {
  for (const cell of root.querySelectorAll('td,th')) {
    const said = [cell, cell.closest('tr'), cell.closest('thead,tbody,tfoot')].map(element =>
      readAlignment(element?.getAttribute('align'), element?.getAttribute('style'))
    )
    const alignment = said.find(found => found !== undefined)
    cell.removeAttribute(alignmentAttribute)
    if (alignment !== undefined) cell.setAttribute(alignmentAttribute, alignment)
  }
}
