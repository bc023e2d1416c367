// Owns the finding of read-also lines in pages, whose extraction would lose or keep them as paragraphs. Renders nothing.
import { findRelatedLine, isRelatedHeading } from '../text/rules/relatedMention'
import type { PageDocument, PageElement } from './dom'

/** Marks a paragraph that is a related mention until extraction is over. */
export const mentionMark = 'data-lontar-mention'

const blocks = new Set('p div li ul ol h1 h2 h3 h4 h5 h6 blockquote aside section table figure'.split(' '))
const longestMention = 300

function makeMention(document: PageDocument, title: string): PageElement {
  const paragraph = document.createElement('p')
  paragraph.setAttribute(mentionMark, '')
  paragraph.textContent = title
  return paragraph
}

const textOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()

/** Without a selector, which would be compiled again for every block of the page. */
function isInnermost(element: PageElement): boolean {
  return [...element.children].every(child => !blocks.has(child.localName) && isInnermost(child))
}

/** The titles below a heading such as `Baca juga:`: a list's items, or one block with a link. */
function titlesBelow(next: PageElement | null): string[] {
  if (!next) return []
  if (next.matches('ul,ol'))
    return [...next.children].map(textOf).filter(text => text.length > 0 && text.length <= longestMention)
  const text = textOf(next)
  return isInnermost(next) && next.querySelector('a') && text.length <= longestMention && !text.endsWith('.')
    ? [text]
    : []
}

function markBlock(document: PageDocument, block: PageElement): void {
  const text = textOf(block)
  if (text.length > longestMention) return
  if (isRelatedHeading(text)) {
    const next = block.nextElementSibling
    const titles = titlesBelow(next)
    if (titles.length === 0) return
    next?.replaceWith(...titles.map(title => makeMention(document, title)))
    block.remove()
    return
  }
  const title = findRelatedLine(text)
  if (title && block.localName !== 'li') block.replaceWith(makeMention(document, title))
}

/** A mention in bold or as a link at the end of a paragraph becomes a block behind it. */
function splitEnd(document: PageDocument, paragraph: PageElement): void {
  const last = paragraph.lastElementChild
  if (!last || last.nextSibling?.textContent.trim() || !last.matches('strong,b,em,i,a,span')) return
  const title = findRelatedLine(textOf(last))
  if (!title || textOf(paragraph) === textOf(last)) return
  last.remove()
  paragraph.after(makeMention(document, title))
}

/** Marks read-also lines below `root`, before extraction. */
export function markMentions(document: PageDocument, root: PageElement): void {
  for (const block of root.querySelectorAll('p,div,h2,h3,h4,h5,h6,blockquote,aside,li')) {
    if (!isInnermost(block)) continue
    if (block.localName === 'p') splitEnd(document, block)
    markBlock(document, block)
  }
}

/** Turns the marked paragraphs below `root` into what the library keeps. */
export function renderMentions(document: PageDocument, root: PageElement): void {
  for (const paragraph of root.querySelectorAll(`[${mentionMark}]`)) {
    const aside = document.createElement('aside')
    aside.setAttribute('class', 'related-mention')
    aside.textContent = textOf(paragraph)
    paragraph.replaceWith(aside)
  }
}
