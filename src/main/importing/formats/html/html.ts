// Owns the importing of pages: decode, guard, extract, rewrite. Knows no rule of its own.
import type { Importer } from '../../importer'
import type { PageElement } from '../../markup/dom'
import { parseGuarded } from '../../markup/guardedPage'
import { createImageLoader } from '../../markup/imageLoader'
import { markMentions, renderMentions } from '../../markup/markMentions'
import { rewriteImages } from '../../markup/rewriteImages'
import { rewriteLinks } from '../../markup/rewriteLinks'
import { guessFromProse } from '../../text/proseGuesses'
import { readStatedDate } from '../../text/statedDate'
import { decodeHtml } from './decodeHtml'
import { extractArticle } from './extract'
import { readMetadata } from './metadata'

const shortestDeck = 30
const comparedLength = 60

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

/** A title without the outlet's name that pages append to it for the browser's tab. */
function titleOf(title: string | null, headline: string | null, siteName: string | null): string | null {
  if (title === null || (headline !== null && title.startsWith(headline))) return headline ?? title
  if (siteName === null || !title.endsWith(siteName)) return title
  const bare = title.slice(0, -siteName.length).replace(/\s*[-–—|•·:»]\s*$/, '')
  return bare.length > 0 && bare.length < title.length - siteName.length ? bare : title
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

/** HTML and XHTML pages, whole or in part, in any encoding. Throws `html_too_complex` and `no_article_found` too. */
export const htmlImporter: Importer = {
  format: 'html',
  async parse(request, limits) {
    const { text: markup, encoding, warnings } = decodeHtml(request.bytes)
    const { document, removed } = parseGuarded(markup, limits)
    const metadata = readMetadata(document, markup)
    for (const base of document.querySelectorAll('base')) base.remove()
    unwrapHiddenImages(document.body)
    markMentions(document, document.body)
    const article = extractArticle(document, () => parseGuarded(markup, limits).document)
    const { content } = article
    const loader = createImageLoader(request.path, limits)
    const remoteImages = await rewriteImages(document, content, loader, metadata.base)
    rewriteLinks(content, metadata.base)
    renderMentions(document, content)

    const paragraphs = [...content.querySelectorAll('p')].map(paragraph =>
      paragraph.textContent.replace(/\s+/g, ' ').trim()
    )
    const siteName = metadata.siteName ?? article.siteName
    const title = titleOf(article.title ?? metadata.title, metadata.title, siteName)
    return {
      format: 'html',
      stated: {
        title,
        deck: deckOf(metadata.description, title, content),
        byline: bylineOf(metadata.byline ?? article.byline),
        siteName,
        publishedAt: metadata.publishedAt ?? readStatedDate(article.publishedAt),
        language: metadata.language ?? article.language,
        url: metadata.url
      },
      guessed: guessFromProse(paragraphs, siteName),
      html: unwrap(content).innerHTML,
      resources: loader.resources(),
      tags: [],
      warnings,
      removed: { ...removed, remoteImages },
      encoding,
      direction: metadata.direction ?? article.direction
    }
  }
}
