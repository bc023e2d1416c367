// Owns how listings of pages are kept: their lines, without numbers, buttons and hover texts. Knows no programming language.
import type { PageDocument, PageElement, PageNode } from '../../../markup/dom'

const gutter =
  /(?:^|[\s_-])(?:lnt|ln|lnos?|line-?nos?|linenos?|line-?numbers?|gutter|hljs-ln-numbers|rouge-gutter)(?:$|[\s_-])/i
const helper = /(?:^|[\s_-])(?:copy|toolbar|tooltip|hover-info|hover|sr-only|visually-hidden|clipboard)(?:$|[\s_-])/i
const rowNames = new Set(['div', 'p', 'li', 'tr', 'pre', 'ol', 'ul', 'table', 'tbody'])
const numbers = /^[\s\d]+$/

const nameOf = (node: PageNode): string => ('localName' in node ? (node as PageElement).localName : '')
const isElement = (node: PageNode): node is PageElement => node.nodeType === 1

function isAside(element: PageElement): boolean {
  if (['button', 'svg', 'style', 'script', 'template'].includes(element.localName)) return true
  const names = element.getAttribute('class') ?? ''
  if (helper.test(names)) return true
  const isUnselectable = /user-select:\s*none/.test(element.getAttribute('style') ?? '') || /select-none/.test(names)
  return (gutter.test(names) || isUnselectable) && numbers.test(`${element.textContent}0`)
}

/** Rows that each begin with their own number, which no class gives away. */
function countedCells(root: PageElement): ReadonlySet<PageElement> {
  const byRow = new Map<PageElement, PageElement[]>()
  for (const element of root.querySelectorAll('span,td,div')) {
    const row = element.parentElement
    if (!row || element.children.length > 0 || !/^\s*\d+\s*$/.test(element.textContent)) continue
    const [first] = row.children
    if (first !== element || row.children.length < 2 || !row.parentElement) continue
    byRow.set(row.parentElement, [...(byRow.get(row.parentElement) ?? []), element])
  }
  const found = new Set<PageElement>()
  for (const cells of byRow.values()) {
    const isCounting = cells.length > 1 && cells.every((cell, index) => Number(cell.textContent) === index + 1)
    if (isCounting) for (const cell of cells) found.add(cell)
  }
  return found
}

/** The lines of a listing. */
function readLines(root: PageElement): string {
  const counted = countedCells(root)
  let text = ''
  const breakLine = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const walk = (node: PageNode): void => {
    if (node.nodeType === 3) text += node.textContent
    if (!isElement(node) || isAside(node) || counted.has(node)) return
    if (node.localName === 'br') text += '\n'
    const isRow =
      rowNames.has(node.localName) || /(?:^|;)\s*display:\s*(?:flex|block|grid)/.test(node.getAttribute('style') ?? '')
    if (isRow) breakLine()
    for (const child of node.childNodes) walk(child)
    if (isRow || (node.hasAttribute('data-line') && nameOf(node) === 'span')) breakLine()
  }
  for (const child of root.childNodes) walk(child)
  return text.replace(/^\s*\n|\s+$/g, '')
}

function write(document: PageDocument, place: PageElement, text: string): void {
  const block = document.createElement('pre')
  const code = document.createElement('code')
  code.textContent = text
  block.append(code)
  place.replaceWith(block)
}

/** The table that lays a listing out beside its line numbers, if `pre` stands in one. */
function listingTable(pre: PageElement): PageElement | null {
  const table = pre.closest('table')
  if (!table) return null
  const cells = [...table.querySelectorAll('td')]
  const others = cells.filter(cell => !cell.contains(pre))
  const isListing = others.length > 0 && cells.length <= 2 && others.every(cell => numbers.test(cell.textContent))
  if (!isListing) return null
  const figure = table.closest('figure')
  return figure && figure.querySelector('figcaption') === null ? figure : table
}

/** Writes every listing below `root` as `pre > code` with nothing but its lines. */
export function keepCodeBlocks(document: PageDocument, root: PageElement): void {
  for (const pre of root.querySelectorAll('pre')) {
    if (!root.contains(pre) || pre.parentElement?.closest('pre')) continue
    const isNumbersOnly = numbers.test(pre.textContent) && pre.closest('td') !== null
    if (isNumbersOnly) continue
    const outer =
      pre.parentElement?.localName === 'code' && pre.parentElement.children.length === 1 ? pre.parentElement : pre
    const lines = readLines(pre)
    if (/\S/.test(lines)) write(document, listingTable(pre) ?? outer, lines)
  }
  for (const block of root.querySelectorAll('div.code-block,div[data-lang]')) {
    const isListing = block.children.length === 0 && /\S/.test(block.textContent)
    if (isListing) write(document, block, readLines(block))
  }
}
