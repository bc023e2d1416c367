// Owns what stands above a page's text and says again what its fields say: the title, the author, the date. Guesses no deck.
import type { Inference } from '@shared/model/article'
import { guessOf } from '../text/guess'
import { siteOf } from '../text/factLines'
import { bylineOf, hasUnnamedEditor, type FoundPerson } from '../text/rules/byline'
import { readHeadLine, type HeadFacts } from '../text/rules/headLine'
import type { PageElement } from './dom'

const textOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()
const comparable = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '')

/** Lines of author and date stand among so many blocks at the beginning. */
const headBlocks = 5
/** A longer block is text. */
const longestLine = 160

/**
 * The title in the text: a first heading with only images above it. It leaves `root`, also where it repeats the `stated`
 * title, in which case null is given.
 */
export function takeHeading(root: PageElement, stated: string | null | undefined): Inference | null {
  const [heading] = root.querySelectorAll('h1,h2')
  if (!heading || textOf(heading) === '') return null
  if (stated) {
    if (comparable(textOf(heading)) === comparable(stated)) heading.remove()
    return null
  }
  const above = root.textContent.slice(0, root.textContent.indexOf(heading.textContent))
  const isRival = heading.localName === 'h2' && root.querySelector('h1') !== null
  if (above.trim() !== '' || isRival) return null
  heading.remove()
  return guessOf(textOf(heading), 0.95, 'The first heading')
}

/** What the lines of author and date above the text say. */
export interface HeadLines {
  readonly byline: Inference | undefined
  readonly siteName: Inference | undefined
  readonly dates: readonly string[]
}

/** Takes the lines of author and date off the beginning of `root`; `byline` is the author that the page states. */
export function takeHeadLines(root: PageElement, byline: string | null): HeadLines {
  const found: Array<{ readonly block: PageElement; readonly facts: HeadFacts | null }> = []
  const blocks = [...root.querySelectorAll('p,div,time,address')].filter(
    block => block.querySelector('p,div,img') === null
  )
  for (const block of blocks.slice(0, headBlocks)) {
    const text = textOf(block)
    if (text.length > longestLine) break
    const facts = readHeadLine(text)
    const isByline = byline !== null && comparable(text) === comparable(byline)
    if (facts || isByline) found.push({ block, facts })
  }
  const facts = found.flatMap(line => line.facts ?? [])
  const people = facts.flatMap(fact => fact.people)
  const author: FoundPerson[] = byline === null ? [] : [{ role: 'author', name: byline, written: byline }]
  for (const line of found) {
    if (!hasUnnamedEditor(line.facts?.people ?? [], [...people, ...author])) line.block.remove()
  }
  return { byline: bylineOf(people), siteName: siteOf(facts), dates: facts.flatMap(fact => fact.dates) }
}
