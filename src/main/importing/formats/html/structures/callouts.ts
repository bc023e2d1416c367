// Owns boxes beside the running text (notes, warnings) in pages: written so that extraction keeps them. Styles nothing.
import type { PageDocument, PageElement } from '../../../markup/dom'

/** Classes of the library's markup for a box, for its title, and for the two tones that stand out. */
export const calloutClass = 'callout'
/** The class of a box's first line. */
export const calloutTitleClass = 'callout-title'

/** What a box of this type means to the reader: a quiet note, something helpful, something to beware of. */
export function toneOf(type: string): 'note' | 'tip' | 'warning' {
  if (/^(?:warning|caution|attention|danger|error|bug|failure|fail|missing|important)$/i.test(type)) return 'warning'
  return /^(?:tip|hint|success|check|done|example|question|help|faq)$/i.test(type) ? 'tip' : 'note'
}

const types =
  /(?:^|[\s_-])(note|info|tip|hint|important|warning|caution|danger|error|attention|success|question|example|abstract|todo|bug|quote|failure)(?:$|[\s_-])/i
const boxes = '.callout,.admonition,.markdown-alert,[class*="admonition-block"],.notice,.alert,[role="note"]'
const titles =
  '.callout-title,.admonition-title,.markdown-alert-title,.admonition-heading,.alert-heading,.notice-title,[class*="admonitionHeading"]'
const ornaments = '.callout-icon,.callout-fold,svg,.icon,button'

const textOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()

/** The type that a box states, or null where it is a box by name only. */
function typeOf(box: PageElement): string | null {
  return box.getAttribute('data-callout') ?? types.exec(box.getAttribute('class') ?? '')?.[1]?.toLowerCase() ?? null
}

function makeTitle(document: PageDocument, text: string): PageElement {
  const title = document.createElement('p')
  title.setAttribute('class', calloutTitleClass)
  title.textContent = text
  return title
}

/** Puts every stated box below `root` down as `blockquote.callout` with its title in front. */
export function keepCallouts(document: PageDocument, root: PageElement): void {
  for (const box of [...root.querySelectorAll(boxes)].toReversed()) {
    const type = typeOf(box)
    if (type === null || box.localName === 'body' || box.querySelector('article,main,h1') || textOf(box) === '')
      continue
    for (const ornament of box.querySelectorAll(ornaments)) if (textOf(ornament) === '') ornament.remove()
    // What is folded away until a click is part of the text.
    for (const folded of box.querySelectorAll('[style]')) folded.removeAttribute('style')
    const heading = box.querySelector(titles)
    const stated = heading ? textOf(heading) : ''
    heading?.remove()
    const quote = document.createElement('blockquote')
    quote.setAttribute('class', `${calloutClass} callout-${toneOf(type)}`)
    if (stated !== '') quote.append(makeTitle(document, stated))
    quote.append(...box.childNodes)
    box.replaceWith(quote)
  }
}
