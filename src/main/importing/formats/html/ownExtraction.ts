// Owns the extraction that trusts the page's own elements: its article, its main part, its body. Knows no Readability.
import type { PageDocument, PageElement } from '../../markup/dom'

/** Where an article stands by the page's own word, best first. */
const roots = [
  '[itemprop~="articleBody"]',
  'article',
  'main,[role="main"]',
  '.markdown-body,.mw-parser-output,#content'
] as const

/** Classes that themes give to nothing but the text of an article. */
const bodyNames = /(?:^|[\s_-])(?:article|entry|post|story)[_-]?(?:content|body|text)(?:$|\s)/i
const leastOfPage = 0.4

/** What is never text of an article, whatever holds it. */
const noText =
  'nav,footer,script,style,noscript,template,form,button,input,select,textarea,iframe,object,embed,dialog,audio,video,' +
  'canvas,[hidden],.sr-only:not(h1,h2,h3,h4,h5,h6),.visually-hidden,.screen-reader-text'
const headerText = 120

/** The length of an element's text in UTF-16 code units, white space folded. */
export const lengthOf = (element: PageElement): number => element.textContent.replace(/\s+/g, ' ').trim().length

/** The share of an element's text that is links, 0 to 1. */
export function linkDensity(element: PageElement): number {
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + lengthOf(link), 0)
  return linked / Math.max(1, lengthOf(element))
}

const isHidden = (element: PageElement): boolean =>
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')

/** Where an article's parts are elements of the same name, such as posts of a discussion, their parent is the article. */
function commonParent(elements: readonly PageElement[]): PageElement | null {
  const [first] = elements
  for (let parent = first?.parentElement ?? null; parent; parent = parent.parentElement) {
    if (elements.every(element => parent.contains(element))) return parent
  }
  return null
}

/** The element that the page says is its article and that holds a good part of its text, or null. */
export function findStated(document: PageDocument): PageElement | null {
  const whole = lengthOf(document.body)
  for (const selector of roots) {
    const found = [...document.querySelectorAll(selector)].filter(element => !element.parentElement?.closest(selector))
    const [only] = found
    const chosen = found.length > 1 ? commonParent(found) : only
    if (chosen && chosen.localName !== 'body' && lengthOf(chosen) > whole * leastOfPage) return chosen
  }
  return null
}

/** The one element that is named as an article's text, however short, or null where there is none or more than one. */
export function findNamedBody(document: PageDocument): PageElement | null {
  const found = [...document.querySelectorAll('div[class],section[class]')].filter(element =>
    bodyNames.test(element.getAttribute('class') ?? '')
  )
  const outermost = found.filter(element => !found.some(other => other !== element && other.contains(element)))
  const [only] = outermost
  return only && outermost.length === 1 && [...only.querySelectorAll('p')].length > 1 ? only : null
}

/** Takes off `content` what is no text of an article. */
export function cleanOwn(content: PageElement): void {
  for (const element of content.querySelectorAll(noText)) element.remove()
  for (const element of content.querySelectorAll('[style]')) if (isHidden(element)) element.remove()
  for (const header of content.querySelectorAll('header')) {
    if (!header.querySelector('h1,h2') && lengthOf(header) < headerText) header.remove()
  }
}
