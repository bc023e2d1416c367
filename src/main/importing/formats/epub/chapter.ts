// Owns the reading of one file of a book: its markup with images, ids and links as places in the book. Joins nothing.
import type { Removed } from '@shared/model/article'
import { nothingRemoved } from '../../importer'
import type { ImportLimits } from '../../limits'
import type { PageDocument, PageElement } from '../../markup/dom'
import { escapeMarkup } from '../../markup/escape'
import { parseGuarded } from '../../markup/guardedPage'
import { descendantsNamed, parseXml, textBelow } from '../../xml/xmlTree'
import { decodeHtml } from '../html/decodeHtml'
import type { BookFile } from './bookFile'
import { isPage, type ManifestItem } from './packageDocument'
import { placeOf, type BookPlace } from './paths'
import { toHtml } from './wellFormed'

/** A file of the spine. */
export interface Chapter {
  readonly path: string
  readonly document: PageDocument
  readonly body: PageElement
  readonly removed: Removed
  /** The `title` of the page's head. */
  readonly title: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
}

/** Where a chapter's links and ids lead in the document that the book becomes. */
export type AnchorOf = (place: BookPlace) => string | null

const hasScheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** The text of a drawing, since drawings themselves reach no article. */
function drawingMarkup(bytes: Uint8Array, limits: ImportLimits): string {
  const lines = descendantsNamed(parseXml(bytes, limits), 'text').map(textBelow)
  return lines.map(line => `<p>${escapeMarkup(line)}</p>`).join('')
}

function markupOf(bytes: Uint8Array, item: ManifestItem, limits: ImportLimits): string {
  if (isPage(item)) return toHtml(decodeHtml(bytes).text)
  if (item.mediaType === 'image/svg+xml') return drawingMarkup(bytes, limits)
  return `<p><img src="${escapeMarkup(encodeURI(item.path.split('/').at(-1) ?? ''))}" alt=""></p>`
}

/** Covers are images within drawings. */
function unwrapDrawnImages(document: PageDocument, body: PageElement): void {
  for (const drawing of body.querySelectorAll('svg')) {
    const images = [...drawing.querySelectorAll('image')].flatMap(image => {
      const address = image.getAttribute('xlink:href') ?? image.getAttribute('href')
      if (address === null) return []
      const shown = document.createElement('img')
      shown.setAttribute('src', address)
      shown.setAttribute('alt', drawing.querySelector('title')?.textContent.trim() ?? '')
      return [shown]
    })
    if (images.length > 0) drawing.replaceWith(...images)
  }
}

function removeUnseen(body: PageElement): void {
  for (const element of body.querySelectorAll('script,style,template,noscript,[hidden]')) element.remove()
  for (const choice of body.querySelectorAll('epub\\:switch')) {
    const [shown] = [...choice.querySelectorAll('epub\\:default')]
    choice.replaceWith(...(shown?.childNodes ?? []))
  }
}

/** Addresses of images become paths in the book, so that one loader finds those of every chapter. */
function placeImages(body: PageElement, path: string): void {
  for (const image of body.querySelectorAll('img')) {
    image.removeAttribute('srcset')
    const address = image.getAttribute('src')?.trim() ?? ''
    const place = hasScheme.test(address) ? null : placeOf(address, path)
    if (place) image.setAttribute('src', encodeURI(place.path))
  }
}

function markFootnotes(body: PageElement): void {
  for (const element of body.querySelectorAll('section,aside,div')) {
    const types = element.getAttribute('epub:type')?.split(/\s+/) ?? []
    if (types.some(type => /^(?:footnotes|endnotes|rearnotes)$/.test(type)) && element.localName === 'section') {
      element.setAttribute('class', 'footnotes')
    }
  }
}

/** Reads a chapter; null where its file is missing. Throws AppError `html_too_complex`, `file_damaged`, `file_too_complex`. */
export function readChapter(book: BookFile, item: ManifestItem, limits: ImportLimits): Chapter | null {
  const bytes = book.read(item.path)
  if (!bytes) return null
  const { document, removed } =
    bytes.length === 0
      ? { ...parseGuarded('', limits), removed: nothingRemoved }
      : parseGuarded(markupOf(bytes, item, limits), limits)
  const { body, documentElement } = document
  const title = document.querySelector('head title')?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  removeUnseen(body)
  unwrapDrawnImages(document, body)
  placeImages(body, item.path)
  markFootnotes(body)
  const direction = (documentElement.getAttribute('dir') ?? body.getAttribute('dir'))?.toLowerCase()
  return {
    path: item.path,
    document,
    body,
    removed,
    title: title === '' ? null : title,
    language: documentElement.getAttribute('xml:lang') ?? documentElement.getAttribute('lang'),
    direction: direction === 'rtl' || direction === 'ltr' ? direction : null
  }
}

/** Gives a chapter's ids and its links into the book the names that `anchorOf` has for them; it names what is known alone. */
export function anchorChapter(chapter: Chapter, anchorOf: AnchorOf): void {
  for (const element of chapter.body.querySelectorAll('[id], a[name]')) {
    const fragment = element.getAttribute('id') ?? element.getAttribute('name')
    const anchor = fragment === null ? null : anchorOf({ path: chapter.path, fragment })
    if (anchor !== null) element.setAttribute('id', anchor)
  }
  for (const link of chapter.body.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? link.getAttribute('xlink:href')
    if (address === null || hasScheme.test(address.trim())) continue
    const place = placeOf(address, chapter.path)
    const anchor = place && anchorOf(place)
    if (anchor === null) link.removeAttribute('href')
    else link.setAttribute('href', `#${anchor}`)
  }
}

/** True for a chapter that shows something. */
export function hasContent({ body }: Chapter): boolean {
  return /\S/.test(body.textContent) || body.querySelector('img') !== null
}
