// Owns how an article becomes the page in the reader's frame: head, body, read-also lines, placeholders. Adds no text node
// to the body, so that offsets in the stored text stay true. Knows no React and no request.
import { resourceAddressBase } from '@shared/model/importedArticle'
import type { ArticleDetail, Removed } from '@shared/model/article'

/** The words that the page needs, in the interface's language. */
export interface ArticlePageTexts {
  readonly untitled: string
  readonly readAlso: string
  readonly missingImage: string
  /** 'via VOA' for the source credit VOA. */
  readonly credit: (credit: string) => string
  /** A publication date as people write it. */
  readonly date: (publishedAt: string) => string
  /** What was left out of the page, in one line; null where nothing was. */
  readonly leftOut: (removed: Removed) => string | null
}

/** The parts of the page that hits and places are found in. */
export interface ArticlePage {
  readonly title: HTMLElement
  readonly deck: HTMLElement | null
  readonly byline: HTMLElement | null
  readonly body: HTMLElement
}

/** The name of the attribute that leads from a read-also link to its article. */
export const relatedArticleAttribute = 'data-article-id'
/** The name of the attribute of what opens the article's details. */
export const detailsAttribute = 'data-details'

/** Puts an article into the frame's page, in place of what was there. `body` holds the sanitised nodes, and is used up. */
export function renderArticle(
  page: Document,
  article: ArticleDetail,
  body: DocumentFragment,
  options: { readonly resourceBase: string; readonly texts: ArticlePageTexts }
): ArticlePage {
  const { texts } = options
  const make = (name: string, className: string, text = ''): HTMLElement => {
    const element = page.createElement(name)
    element.className = className
    element.textContent = text
    return element
  }

  const root = page.createElement('article')
  root.setAttribute('dir', article.direction)
  // `und` is BCP 47's word for a language that nobody knows; the page must not pass for the interface's own.
  page.documentElement.setAttribute('lang', article.language ?? 'und')

  const head = make('header', 'article-head')
  const origin = [article.siteName, article.publishedAt && texts.date(article.publishedAt), article.datelinePlace]
  const shown = origin.filter((part): part is string => Boolean(part))
  if (shown.length > 0) {
    const line = make('p', 'article-origin')
    for (const part of shown) line.append(make('span', '', part))
    head.append(line)
  }
  const title = make('h1', 'article-title', article.title || texts.untitled)
  head.append(title)
  const deck = article.deck ? make('p', 'article-deck', article.deck) : null
  if (deck) head.append(deck)
  const byline = article.byline ? make('span', 'article-author', article.byline) : null
  if (byline || article.sourceCredit) {
    const line = make('p', 'article-byline')
    if (byline) line.append(byline)
    if (byline && article.sourceCredit) line.append(' · ')
    if (article.sourceCredit) line.append(make('span', 'article-credit', texts.credit(article.sourceCredit)))
    head.append(line)
  }

  const content = make('div', 'article-body')
  // While the nodes are still in their inert document: an image loads as soon as its node belongs to the page.
  pointImages(body, options.resourceBase)
  content.append(page.importNode(body, true))
  markMissingImages(content, texts.missingImage)
  linkRelatedMentions(page, content, article, texts.readAlso)
  wrapTables(page, content)

  root.append(head, content)
  const leftOut = texts.leftOut(article.removed)
  if (leftOut !== null) {
    const foot = make('footer', 'article-foot')
    const link = make('button', '', leftOut)
    link.setAttribute('type', 'button')
    link.setAttribute(detailsAttribute, '')
    foot.append(link)
    root.append(foot)
  }
  page.querySelector('main')?.replaceChildren(root)
  page.title = article.title || texts.untitled
  return { title, deck, byline, body: content }
}

function pointImages(content: ParentNode, resourceBase: string): void {
  for (const image of content.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? ''
    // An address of any other kind would be refused by the page's policy; without it there is not even an attempt.
    if (address.startsWith(resourceAddressBase)) {
      image.setAttribute('src', resourceBase + address.slice(resourceAddressBase.length))
      image.setAttribute('loading', 'lazy')
      image.setAttribute('decoding', 'async')
      // Opens large, by key too; one within a link belongs to the link.
      if (!image.closest('a')) image.setAttribute('tabindex', '0')
    } else image.removeAttribute('src')
    if (!image.hasAttribute('alt')) image.setAttribute('alt', '')
  }
}

function markMissingImages(content: HTMLElement, label: string): void {
  for (const place of content.querySelectorAll('span.missing-image')) place.setAttribute('data-label', label)
}

/** Read-also lines come in the order of `relatedMentions`; one whose article is in the library becomes a link to it. */
function linkRelatedMentions(page: Document, content: HTMLElement, article: ArticleDetail, label: string): void {
  for (const aside of content.querySelectorAll('aside.related-mention')) {
    aside.setAttribute('data-label', label)
    const text = (aside.textContent ?? '').trim()
    const articleId = article.relatedMentions.find(mention => mention.text.trim() === text)?.articleId
    if (!articleId) continue
    const link = page.createElement('a')
    link.setAttribute('href', '#')
    link.setAttribute(relatedArticleAttribute, articleId)
    link.append(...aside.childNodes)
    aside.append(link)
  }
}

function wrapTables(page: Document, content: HTMLElement): void {
  for (const table of content.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue
    const scroller = page.createElement('div')
    scroller.className = 'table-scroll'
    table.replaceWith(scroller)
    scroller.append(table)
  }
}
