// Owns the headings that a book's table of contents names and its chapters lack, so that the outline is the book's own.
import type { PageDocument, PageElement } from '../../markup/dom'
import type { Chapter } from './chapter'
import type { NavigationEntry } from './navigation'

/** A chapter's heading stands among so many blocks at its beginning. */
const firstBlocks = 6
const headings = 'h1,h2,h3,h4,h5,h6'

const textOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()
const comparable = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '')

function makeHeading(document: PageDocument, level: number, title: string): PageElement {
  const heading = document.createElement(`h${Math.min(level, 6)}`)
  heading.textContent = title
  return heading
}

/** Turns a paragraph that says the title into a heading, with whatever lies in it. */
function promote(document: PageDocument, block: PageElement, level: number): void {
  const heading = makeHeading(document, level, '')
  const id = block.getAttribute('id')
  if (id !== null) heading.setAttribute('id', id)
  heading.append(...block.childNodes)
  block.replaceWith(heading)
}

function findTitleBlock(chapter: Chapter, entry: NavigationEntry): PageElement | undefined {
  const { body } = chapter
  const wanted = comparable(entry.title)
  const says = (element: PageElement): boolean => comparable(textOf(element)) === wanted
  const { fragment } = entry.place
  const named = fragment === null ? [] : [...body.querySelectorAll('[id]')].filter(({ id }) => id === fragment)
  const around = named.flatMap(element => [element, element.parentElement ?? element])
  const blocks = [...body.querySelectorAll('p,div')].filter(block => block.querySelector('p,div,img') === null)
  return [...around, ...blocks.slice(0, firstBlocks)].find(element => element.matches('p,div') && says(element))
}

/**
 * Sees to it that each line of the table of contents that leads into this chapter has a heading: one that is there, the
 * paragraph that says its words, or, for the chapter's first line, a new one above the text. Before ids are renamed.
 */
export function addHeadings(chapter: Chapter, entries: readonly NavigationEntry[]): void {
  const { body, document } = chapter
  const known = new Set([...body.querySelectorAll(headings)].map(heading => comparable(textOf(heading))))
  const startsWithHeading = [...body.querySelectorAll(`${headings},p`)]
    .slice(0, firstBlocks)
    .some(block => block.matches(headings))
  entries.forEach((entry, index) => {
    if (known.has(comparable(entry.title))) return
    const block = findTitleBlock(chapter, entry)
    if (block) promote(document, block, entry.level)
    else if (index === 0 && !startsWithHeading && /\S/.test(body.textContent)) {
      const [first] = body.childNodes
      const heading = makeHeading(document, entry.level, entry.title)
      if (first && 'before' in first) (first as PageElement).before(heading)
      else if (first) first.replaceWith(heading, first)
      else body.append(heading)
    }
  })
}
