// Owns the tables that mails are laid out with: they become paragraphs, and tables of data stay tables. Sanitises nothing.
import type { PageDocument, PageElement, PageNode } from '../../markup/dom'

const blocks = 'p,div,ul,ol,dl,h1,h2,h3,h4,h5,h6,table,blockquote,pre,figure,hr,section,article,center'
const longestDatum = 160
/** Marks what was a cell, as long as the tables around it are looked at. */
const cellClass = 'lontar-cell'

/** White space, and what mails fill their hidden first line with. */
const blank = /(?:[\s\u200B-\u200F\uFEFF]|\u034F)+/g
const textOf = (element: PageElement): string => element.textContent.replace(blank, ' ').trim()
const isEmpty = (element: PageElement): boolean => textOf(element) === '' && element.querySelector('img,hr') === null

function ownRows(table: PageElement): PageElement[][] {
  return [...table.querySelectorAll('tr')]
    .filter(row => row.closest('table') === table)
    .map(row => [...row.children].filter(cell => cell.matches('td,th')))
}

/** Data: headed columns, or a grid of short words. Mailers also say it of what is none. */
function holdsData(table: PageElement, rows: readonly (readonly PageElement[])[]): boolean {
  if (/^(?:presentation|none)$/i.test(table.getAttribute('role')?.trim() ?? '')) return false
  const cells = rows.flat()
  if (cells.some(cell => cell.querySelector(`table,div.${cellClass},h1,h2,h3,ul,ol,img,blockquote`) !== null))
    return false
  if (cells.some(cell => cell.localName === 'th' && !isEmpty(cell)) && rows.length > 1) return true
  const filled = rows.map(row => row.filter(cell => !isEmpty(cell)).length).filter(count => count > 0)
  const isGrid = filled.length > 1 && filled.every(count => count > 1 && count === filled[0])
  return isGrid && cells.every(cell => textOf(cell).length <= longestDatum)
}

/** What text keeps when the element around it goes. */
const kept = ['dir', 'lang', 'id']

/** Makes an element with what `source` says of its text. */
function makeLike(document: PageDocument, name: string, source: PageElement): PageElement {
  const element = document.createElement(name)
  for (const attribute of kept) {
    const value = source.getAttribute(attribute)
    if (value !== null) element.setAttribute(attribute, value)
  }
  return element
}

// Nodes go one by one: as arguments of one call, those of a long mail would fill the stack.
function moveInto(target: PageElement, nodes: Iterable<PageNode>): void {
  const moved = [...nodes]
  for (const node of moved) target.append(node)
}

function replaceWithAll(element: PageElement, nodes: Iterable<PageNode>): void {
  const placed = [...nodes]
  for (const node of placed) element.before(node)
  element.remove()
}

function replaceTable(document: PageDocument, table: PageElement, rows: readonly (readonly PageElement[])[]): void {
  const caption = [...table.children].filter(child => child.localName === 'caption')
  const cells = [...caption, ...rows.flat()].filter(cell => !isEmpty(cell))
  const divisions = cells.map(cell => {
    const division = makeLike(document, 'div', cell)
    division.setAttribute('class', cellClass)
    moveInto(division, cell.childNodes)
    return division
  })
  replaceWithAll(table, divisions)
}

/** Text between line breaks in pairs becomes paragraphs, and so does a division that holds nothing but text. */
function makeParagraphs(document: PageDocument, division: PageElement): void {
  const groups: PageElement[] = [makeLike(document, 'p', division)]
  let breaks: PageElement[] = []
  const nodes = [...division.childNodes]
  for (const node of nodes) {
    const element = node.nodeType === 1 ? (node as PageElement) : null
    if (element?.localName === 'br') breaks.push(element)
    else if (node.textContent.trim() !== '' || element) {
      if (breaks.length > 1) {
        const next = makeLike(document, 'p', division)
        next.removeAttribute('id')
        groups.push(next)
      } else for (const lineBreak of breaks) groups.at(-1)?.append(lineBreak)
      breaks = []
      groups.at(-1)?.append(node)
    } else if (breaks.length === 0) groups.at(-1)?.append(node)
  }
  const filled = groups.filter(group => !isEmpty(group))
  replaceWithAll(division, filled)
}

/** Takes the layout out of a mail's page, from the inside out, and leaves its text in paragraphs. */
export function flattenLayout(document: PageDocument, root: PageElement): void {
  for (const table of [...root.querySelectorAll('table')].toReversed()) {
    const rows = ownRows(table)
    if (!holdsData(table, rows)) replaceTable(document, table, rows)
  }
  if (root.querySelector(blocks) === null) {
    const division = document.createElement('div')
    moveInto(division, root.childNodes)
    root.append(division)
  }
  for (const division of [...root.querySelectorAll('div,p,center')].toReversed()) {
    if (division.querySelector(blocks) === null) makeParagraphs(document, division)
  }
  for (const cell of [...root.querySelectorAll(`div.${cellClass}`)].toReversed()) replaceWithAll(cell, cell.childNodes)
}
