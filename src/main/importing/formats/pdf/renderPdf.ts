// Owns the markup of a PDF's paragraphs: headings by their size, lists, links. Decides no paragraph.
import { escapeMarkup } from '../../markup/escape'
import { isContentsLine, isListItem, withoutLeaders, type Paragraph } from './paragraphs'

const headingRatio = 1.12
const longestHeading = 200
const deepestHeading = 4

/** The size of most of the text. */
export function bodySizeOf(paragraphs: readonly Paragraph[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of paragraphs) counts.set(size, (counts.get(size) ?? 0) + text.length)
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0]
}

const isLarge = (paragraph: Paragraph, bodySize: number): boolean =>
  paragraph.size >= bodySize * headingRatio &&
  paragraph.text.length <= longestHeading &&
  /\p{L}/u.test(paragraph.text) &&
  !isContentsLine(paragraph.text)

/** The levels of headings by their sizes, the largest first. */
function levelsBySize(paragraphs: readonly Paragraph[], bodySize: number): ReadonlyMap<number, number> {
  const sizes = new Set(paragraphs.filter(paragraph => isLarge(paragraph, bodySize)).map(({ size }) => size))
  const ordered = [...sizes].toSorted((one, other) => other - one)
  return new Map(ordered.map((size, index) => [size, Math.min(index + 1, deepestHeading)]))
}

function renderRuns({ runs, text: whole }: Paragraph): string {
  const isContents = isContentsLine(whole)
  return runs
    .map(run => (isContents ? { ...run, text: withoutLeaders(run.text) } : run))
    .map(({ text, href }) =>
      href === null ? escapeMarkup(text) : `<a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a>`
    )
    .join('')
    .trim()
}

/** The markup of a document. Where it has a table of contents of its own, that decides what is a heading. */
export function renderParagraphs(paragraphs: readonly Paragraph[]): string {
  const bodySize = bodySizeOf(paragraphs)
  const bySize = levelsBySize(paragraphs, bodySize)
  const hasContents = paragraphs.some(({ level }) => level > 0)
  let isInList = false
  const parts = paragraphs.map(paragraph => {
    const level = paragraph.level || (isLarge(paragraph, bodySize) ? (bySize.get(paragraph.size) ?? 0) : 0)
    const shown = hasContents && paragraph.level === 0 && level > 0 ? Math.min(level + 1, deepestHeading) : level
    const content = renderRuns(paragraph)
    const isItem = shown === 0 && isListItem(paragraph.text)
    const edge = isItem === isInList ? '' : isItem ? '<ul>' : '</ul>'
    isInList = isItem
    if (isItem) return `${edge}<li>${content.replace(/^\S+\s+/, '')}</li>`
    return `${edge}${shown > 0 ? `<h${shown}>${content}</h${shown}>` : `<p>${content}</p>`}`
  })
  return parts.join('\n') + (isInList ? '</ul>' : '')
}
