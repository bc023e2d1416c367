// Owns the way from a letter's markup to an article's: all of it is text, so nothing is extracted. Knows no MIME.
import { AppError } from '@shared/errors'
import type { Removed } from '@shared/model/article'
import type { ImportLimits } from '../../limits'
import type { PageElement } from '../../markup/dom'
import { parseGuarded } from '../../markup/guardedPage'
import type { ImageLoader } from '../../markup/imageLoader'
import { markMentions, renderMentions } from '../../markup/markMentions'
import { rewriteImages } from '../../markup/rewriteImages'
import { rewriteLinks } from '../../markup/rewriteLinks'
import { takeHeading } from '../../markup/takeHead'
import { flattenLayout } from './layoutTables'

/** A letter's body. */
export interface Letter {
  /** Not yet sanitised. */
  readonly html: string
  readonly paragraphs: readonly string[]
  readonly removed: Removed
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
}

/** What newsletters hide: a second text for the list of mails, and the layout of another screen. */
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)/i

function removeHidden(root: PageElement): void {
  for (const element of root.querySelectorAll('[style],[hidden]')) {
    if (element.hasAttribute('hidden') || hiddenStyle.test(element.getAttribute('style') ?? '')) element.remove()
  }
}

/**
 * Reads a letter's markup. `title` is what the mail is called: a first heading that says it again goes. Throws AppError
 * `html_too_complex`, and `no_article_found` where there is neither text nor picture.
 */
export async function readLetter(
  markup: string,
  title: string | null,
  loader: ImageLoader,
  limits: ImportLimits
): Promise<Letter> {
  const { document, removed } = parseGuarded(markup, limits)
  const { body, documentElement } = document
  const direction = (documentElement.getAttribute('dir') ?? body.getAttribute('dir'))?.toLowerCase()
  for (const element of body.querySelectorAll('script,style,noscript,template,title,base')) element.remove()
  removeHidden(body)
  const remoteImages = await rewriteImages(document, body, loader, null)
  if (!/\S/.test(body.textContent) && body.querySelector('img,.missing-image') === null) {
    throw new AppError('no_article_found', 'The mail holds no text')
  }
  rewriteLinks(body, null)
  flattenLayout(document, body)
  markMentions(document, body)
  renderMentions(document, body)
  if (title !== null) takeHeading(body, title)
  return {
    html: body.innerHTML,
    paragraphs: [...body.querySelectorAll('p')].map(paragraph => paragraph.textContent.replace(/\s+/g, ' ').trim()),
    removed: { ...removed, remoteImages },
    language: documentElement.getAttribute('lang'),
    direction: direction === 'rtl' || direction === 'ltr' ? direction : null
  }
}
