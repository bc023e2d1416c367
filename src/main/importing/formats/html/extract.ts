// Owns the choice of a page's article among everything around it: the only importer of Readability. Sanitises nothing.
import { Readability } from '@mozilla/readability'
import { AppError } from '@shared/errors'
import { keepAlignment } from '../../markup/alignment'
import type { PageDocument, PageElement } from '../../markup/dom'
import { cleanOwn, findNamedBody, findStated, lengthOf, linkDensity } from './ownExtraction'
import { keptClasses } from './structures/structures'

/** The article's element and what extraction learned beside it. */
export interface ExtractedArticle {
  readonly content: PageElement
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly publishedAt: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
}

interface Parsed {
  readonly content: PageElement | null | undefined
  readonly title: string | null | undefined
  readonly byline: string | null | undefined
  readonly siteName: string | null | undefined
  readonly publishedTime: string | null | undefined
  readonly lang: string | null | undefined
  readonly dir: string | null | undefined
}

/** Readability itself doubts a result below this length. */
const doubtfulLength = 500
/** Of a short article no more may be missing than this leaves; of a long one much is: comments, teasers, adverts. */
const leastOfShort = 0.9
const leastOfLong = 0.4
/** Above these shares of links the page's own element holds lists of links, which Readability did well to leave out. */
const mostLinksOfShort = 0.35
const mostLinksOfLong = 0.1
/** Cleaning takes menus and footers off, so before it a little more is allowed. */
const mostLinksBeforeCleaning = 0.2
const comparedLength = 100
/** Text of so many times the length of what is named as the article's text is more than that article. */
const mostOfNamed = 2

const comparable = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '')

/** What the element that is named as the article's text holds. */
interface NamedBody {
  readonly length: number
  readonly beginning: string
}

/** What stands in the page's own element before anything is taken off it. */
interface WholeText {
  readonly length: number
  readonly linkDensity: number
}

function describeNamed(document: PageDocument): NamedBody | null {
  const body = findNamedBody(document)
  const paragraph = body?.querySelector('p')
  return body && paragraph
    ? { length: lengthOf(body), beginning: comparable(paragraph.textContent).slice(0, comparedLength) }
    : null
}

function runReadability(document: PageDocument): Parsed | null {
  const readability = new Readability<PageElement>(document as never, {
    serializer: (element: unknown) => element as PageElement,
    keepClasses: false,
    classesToPreserve: [...keptClasses]
  })
  return readability.parse()
}

/** Everything of the page's own element, or of the page, but what surely is no article. */
function takeOwn(document: PageDocument): PageElement {
  keepAlignment(document.body)
  const own = findStated(document) ?? document.body
  cleanOwn(own)
  return own
}

/** Chooses between what Readability found and what the page's own elements say. */
function choose(
  extracted: PageElement | null,
  whole: WholeText,
  named: NamedBody | null,
  spare: () => PageDocument
): PageElement {
  const length = extracted ? lengthOf(extracted) : 0
  if (extracted && named) {
    const isMissed = !comparable(extracted.textContent).includes(named.beginning)
    if (isMissed || length > named.length * mostOfNamed) {
      const body = findNamedBody(spare())
      if (body) {
        keepAlignment(body)
        cleanOwn(body)
        return body
      }
    }
  }
  const isDoubtful =
    length < doubtfulLength
      ? length < whole.length * leastOfShort && whole.linkDensity < mostLinksOfShort
      : length < whole.length * leastOfLong && whole.linkDensity < mostLinksBeforeCleaning
  if (extracted && length > 0 && !isDoubtful) return extracted
  const own = takeOwn(spare())
  if (!extracted || length === 0) return own
  const isShort = length < doubtfulLength && length < lengthOf(own) * leastOfShort
  const isMuchLonger = length < lengthOf(own) * leastOfLong
  const density = linkDensity(own)
  const isBetter = (isShort && density < mostLinksOfShort) || (isMuchLonger && density < mostLinksOfLong)
  return isBetter ? own : extracted
}

/** Lists of notes stand behind an article, where extraction may leave them. */
function appendNotes(content: PageElement, notes: readonly PageElement[]): void {
  if (notes.length === 0) return
  const text = comparable(content.textContent)
  for (const section of notes) {
    const [first] = section.querySelectorAll('li')
    const isKnown = first && text.includes(comparable(first.textContent).slice(0, comparedLength))
    if (!isKnown) content.append(section)
  }
}

function refuseEmpty(content: PageElement): void {
  if (!/\S/.test(content.textContent) && content.querySelector('img') === null) {
    throw new AppError('no_article_found', 'The page holds no text that could be read as an article')
  }
}

/** The whole page as the article. Changes `document`. Throws AppError `no_article_found`. */
export function takePage(document: PageDocument): ExtractedArticle {
  keepAlignment(document.body)
  cleanOwn(document.body)
  refuseEmpty(document.body)
  const title = document.querySelector('title')?.textContent.trim() ?? null
  const unknown = { byline: null, siteName: null, publishedAt: null, language: null, direction: null }
  return { content: document.body, title, ...unknown }
}

/**
 * Finds the article of a page. Changes `document`; `spare` is the same page once more, for when Readability's word is
 * doubtful. Throws AppError `no_article_found` where the page has neither text nor image.
 */
export function extractArticle(document: PageDocument, spare: () => PageDocument): ExtractedArticle {
  keepAlignment(document.body)
  const own = findStated(document) ?? document.body
  const whole = { length: lengthOf(own), linkDensity: linkDensity(own) }
  const named = describeNamed(document)
  const notes = [...document.querySelectorAll('section.footnotes')].map(section => section.cloneNode(true))
  const parsed = runReadability(document)
  const content = choose(parsed?.content ?? null, whole, named, spare)
  appendNotes(content, notes)
  refuseEmpty(content)
  return {
    content,
    title: parsed?.title ?? null,
    byline: parsed?.byline ?? null,
    siteName: parsed?.siteName ?? null,
    publishedAt: parsed?.publishedTime ?? null,
    language: parsed?.lang ?? null,
    direction: parsed?.dir === 'rtl' || parsed?.dir === 'ltr' ? parsed.dir : null
  }
}
