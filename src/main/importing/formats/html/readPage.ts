// Owns the way from a page's markup to a draft: guard, extract, rewrite. Knows no rule of its own, and no file.
import type { ArticleFormat } from '@shared/model/article'
import type { ArticleDraft, ParseOptions } from '../../importer'
import { normaliseLanguageTag } from '../../language/detectLanguage'
import type { PageDocument, PageElement } from '../../markup/dom'
import { parseGuarded } from '../../markup/guardedPage'
import type { ImageLoader } from '../../markup/imageLoader'
import type { ImportLimits } from '../../limits'
import { markMentions, renderMentions } from '../../markup/markMentions'
import { countOutside, listRemoteImages } from '../../markup/remoteImages'
import { rewriteImages } from '../../markup/rewriteImages'
import { rewriteLinks } from '../../markup/rewriteLinks'
import { isTrackingImage } from '../../markup/trackers'
import { takeHeading, takeHeadLines } from '../../markup/takeHead'
import type { DecodedText } from '../../text/decodeText'
import { guessFromProse } from '../../text/proseGuesses'
import { readStatedDate } from '../../text/statedDate'
import { extractArticle, takePage } from './extract'
import { readMetadata } from './metadata'
import { removeClutter } from './structures/clutter'
import { keepStructures } from './structures/structures'
import { resolveVariableImages } from './structures/variableImages'

const shortestDeck = 30
const comparedLength = 60

const textOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()
const comparable = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '')

/** A description is a deck unless it is the title or the beginning of the text, cut off or not. */
function deckOf(description: string | null, title: string | null, content: PageElement): string | null {
  if (description === null || description.length < shortestDeck) return null
  const compared = comparable(description).slice(0, comparedLength)
  const beginning = comparable(content.textContent.slice(0, 4_000))
  return compared === '' || comparable(title ?? '').startsWith(compared) || beginning.includes(compared)
    ? null
    : description
}

/** Where pages repeat their title. */
const headingPlaces = 'h1,[itemprop~="headline"],[class*="title"] > a,[class*="headline"]'
const mostHeadings = 30

const separator = /^\s*[-–—|•·:»]\s/
const separatorAtEnd = /\s*[-–—|•·:»]\s*$/

/**
 * A title without what pages append to it for the browser's tab: the outlet's name, or whatever follows one of the
 * page's own `headings`. What a page `stated` as its article's title, apart from the tab's, stays.
 */
function titleOf(
  title: string | null,
  stated: string | null,
  headings: readonly string[],
  siteName: string | null
): string | null {
  if (title === null || title === stated) return title
  const heading = headings.find(
    text =>
      text.length > 2 && title.toLowerCase().startsWith(text.toLowerCase()) && separator.test(title.slice(text.length))
  )
  if (heading) return title.slice(0, heading.length)
  if (siteName === null || !title.endsWith(siteName)) return title
  const bare = title.slice(0, -siteName.length)
  return separatorAtEnd.test(bare) ? bare.replace(separatorAtEnd, '') : title
}

function bylineOf(byline: string | null): string | null {
  return byline?.replace(/^\s*(?:by|written by|oleh|penulis|von|par|por|door)\s*:?\s+/i, '') ?? null
}

/** Divisions that hold nothing but another one say nothing. */
function unwrap(content: PageElement): PageElement {
  const [only, ...others] = [...content.childNodes].filter(
    node => node.nodeType === 1 || node.textContent.trim() !== ''
  )
  const [element] = content.children
  return only && others.length === 0 && element?.matches('div,article,section,main') ? unwrap(element) : content
}

/** Images that scripts would have put in place stand in `noscript`, which extraction takes out. */
function unwrapHiddenImages(root: PageElement): void {
  for (const element of root.querySelectorAll('noscript')) {
    const image = element.querySelector('img')
    const previous = element.parentElement?.querySelector('img')
    if (image && element.textContent.trim() === '' && (!previous || previous === image)) element.replaceWith(image)
  }
}

type Extraction = NonNullable<ParseOptions['extraction']>

/** Puts a page into the form in which extraction keeps the most of its article and the least of everything else. */
function preparePage(document: PageDocument, extraction: Extraction): void {
  for (const base of document.querySelectorAll('base')) base.remove()
  unwrapHiddenImages(document.body)
  resolveVariableImages(document)
  removeTrackingImages(document.body)
  markMentions(document, document.body)
  if (extraction === 'article') removeClutter(document.body)
  keepStructures(document)
}

/** Before extraction, which takes off the styles that tell them. */
function removeTrackingImages(root: PageElement): void {
  for (const image of root.querySelectorAll('img')) {
    if (isTrackingImage(name => image.getAttribute(name))) image.remove()
  }
}

/** A page and where it was found. */
export interface PageSource {
  readonly format: ArticleFormat
  readonly decoded: DecodedText
  /** The address that the page was saved from, where what holds the page gives it. */
  readonly address: string | null
  /** What the page is called, for where it does not say so itself. */
  readonly title: string | null
  /** What of the page is read; its article where nothing is said. */
  readonly extraction?: Extraction | undefined
  /** Makes what loads the page's images; `base` is the address that relative ones are resolved against, if known. */
  readonly createLoader: (base: string | null) => ImageLoader
}

/** Reads a page's article. Throws AppError `html_too_complex` and `no_article_found`. */
export async function readPage(source: PageSource, limits: ImportLimits): Promise<ArticleDraft> {
  const { text: markup, encoding, warnings } = source.decoded
  const { extraction = 'article' } = source
  const { document, removed } = parseGuarded(markup, limits)
  const metadata = readMetadata(document, markup, source.address)
  const headings = [...document.querySelectorAll(headingPlaces)].slice(0, mostHeadings).map(textOf)
  const tab = document.querySelector('title')
  const stated = tab && textOf(tab) === metadata.title ? null : metadata.title
  const remoteInPage = listRemoteImages(document.body)
  preparePage(document, extraction)
  const article =
    extraction === 'page'
      ? takePage(document)
      : extractArticle(document, () => {
          const spare = parseGuarded(markup, limits).document
          preparePage(spare, extraction)
          return spare
        })
  const { content } = article
  const loader = source.createLoader(metadata.base)
  const outside = countOutside(remoteInPage, listRemoteImages(content), loader)
  const inArticle = await rewriteImages(document, content, loader, metadata.base)
  rewriteLinks(content, metadata.base)
  renderMentions(document, content)

  const language = metadata.language ?? article.language
  const siteName = metadata.siteName ?? article.siteName
  const title = titleOf(article.title || metadata.title || source.title, stated, headings, siteName)
  const heading = takeHeading(content, title)
  const byline = bylineOf(metadata.byline ?? article.byline)
  const head = takeHeadLines(content, byline)
  const paragraphs = [...content.querySelectorAll('p')].map(textOf)
  return {
    format: source.format,
    stated: {
      title,
      deck: deckOf(metadata.description, title, content),
      byline,
      siteName,
      publishedAt: metadata.publishedAt ?? readStatedDate(article.publishedAt),
      language,
      url: metadata.url
    },
    guessed: {
      ...guessFromProse(paragraphs, { siteName, language: normaliseLanguageTag(language) }, head.dates),
      ...(head.byline && { byline: head.byline }),
      ...(head.siteName && { siteName: head.siteName }),
      ...(heading && { title: heading })
    },
    html: unwrap(content).innerHTML,
    resources: loader.resources(),
    tags: [],
    warnings,
    removed: { ...removed, remoteImages: inArticle + outside },
    encoding,
    direction: metadata.direction ?? article.direction
  }
}
