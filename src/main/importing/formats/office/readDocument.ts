// Owns the way from an office document's markup to a draft: all of it is text, so nothing is extracted. Knows no format.
import { AppError } from '@shared/errors'
import type { ArticleFormat, ImportWarning, Inference } from '@shared/model/article'
import type { ArticleDraft } from '../../importer'
import { normaliseLanguageTag } from '../../language/detectLanguage'
import type { ImportLimits } from '../../limits'
import type { PageDocument, PageElement } from '../../markup/dom'
import { parseGuarded } from '../../markup/guardedPage'
import { createImageLoader, type ImageSource } from '../../markup/imageLoader'
import { markMentions, renderMentions } from '../../markup/markMentions'
import { rewriteImages } from '../../markup/rewriteImages'
import { rewriteLinks } from '../../markup/rewriteLinks'
import { takeHeading, takeHeadLines } from '../../markup/takeHead'
import { refuseLongText } from '../../text/endlessText'
import { guessFromProse } from '../../text/proseGuesses'
import { creationGuess, keywordTags, plausibleAuthor, plausibleTitle, type DocumentProperties } from './properties'

/** The classes of paragraphs that a document itself calls its title and its subtitle. */
export const titleClass = 'document-title'
/** See `titleClass`. */
export const subtitleClass = 'document-subtitle'

/** A document as its format's reader gives it. */
export interface DocumentSource {
  readonly format: ArticleFormat
  readonly markup: string
  readonly images: ImageSource
  readonly properties: DocumentProperties
  readonly warnings: readonly ImportWarning[]
  /** WHATWG label. */
  readonly encoding: string
  readonly direction: 'ltr' | 'rtl' | null
  /** The title where the reader has found it already and taken it out of the markup. */
  readonly title?: Inference | null
}

const textOf = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim()

/** The text of the first paragraph of a class, taken out; later ones stay as headings. */
function takeNamed(document: PageDocument, body: PageElement, name: string): string | null {
  const [first, ...others] = [...body.querySelectorAll(`.${name}`)].filter(element => textOf(element) !== '')
  for (const element of others) {
    const heading = document.createElement(name === titleClass ? 'h1' : 'h2')
    heading.append(...element.childNodes)
    element.replaceWith(heading)
  }
  if (!first) return null
  const text = textOf(first)
  first.remove()
  return text
}

function removeEmptyBlocks(body: PageElement): void {
  for (const block of body.querySelectorAll('p,h1,h2,h3,h4,h5,h6')) {
    if (textOf(block) === '' && block.querySelector('img,a[id],[id]') === null) block.remove()
  }
}

/** Makes a draft of a document. Throws AppError `html_too_complex`, and `no_article_found` where it holds nothing. */
export async function readDocument(source: DocumentSource, limits: ImportLimits): Promise<ArticleDraft> {
  const { document, removed } = parseGuarded(source.markup, limits)
  const { body } = document
  removeEmptyBlocks(body)
  refuseLongText(body.textContent, limits)
  if (!/\S/.test(body.textContent) && body.querySelector('img') === null) {
    throw new AppError('no_article_found', 'The document holds no text')
  }
  const { properties } = source
  const title = takeNamed(document, body, titleClass) ?? plausibleTitle(properties.title)
  const subtitle = takeNamed(document, body, subtitleClass)
  const loader = createImageLoader(null, limits, source.images)
  const remoteImages = await rewriteImages(document, body, loader, null)
  rewriteLinks(body, null)
  markMentions(document, body)
  renderMentions(document, body)
  const heading = source.title ?? takeHeading(body, title)
  const head = takeHeadLines(body, null)
  const paragraphs = [...body.querySelectorAll('p')].map(textOf)
  const language = normaliseLanguageTag(properties.language)
  const author = plausibleAuthor(properties.author)
  const prose = guessFromProse(paragraphs, { siteName: null, language: null }, head.dates)
  return {
    format: source.format,
    stated: { title, deck: subtitle ?? properties.description, byline: head.byline ? null : author, language },
    guessed: {
      ...prose,
      publishedAt: prose.publishedAt ?? creationGuess(properties.created),
      ...(head.byline && { byline: head.byline }),
      ...(head.siteName && { siteName: head.siteName }),
      ...(heading && { title: heading })
    },
    html: body.innerHTML,
    resources: loader.resources(),
    tags: keywordTags(properties.keywords),
    warnings: source.warnings,
    removed: { ...removed, remoteImages },
    encoding: source.encoding,
    direction: source.direction
  }
}
