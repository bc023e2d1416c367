// Owns a book's table of contents, whether of EPUB 3 (nav) or of EPUB 2 (ncx). Reads no chapter.
// Source: EPUB 3.3, section 7; Open Packaging Format 2.0.1, section 2.4.1.
import { childrenNamed, descendantsNamed, isXmlElement, textBelow, type XmlElement } from '../../xml/xmlTree'
import type { BookFile } from './bookFile'
import type { PackageDocument } from './packageDocument'
import { placeOf, type BookPlace } from './paths'

/** A line of the table of contents. */
export interface NavigationEntry {
  readonly title: string
  /** 1 for the outermost. */
  readonly level: number
  readonly place: BookPlace
}

const mostEntries = 20_000

const titleOf = (element: XmlElement | undefined): string =>
  element ? textBelow(element).replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ').trim() : ''

interface Found {
  readonly entries: NavigationEntry[]
  readonly path: string
}

function add(found: Found, title: string, address: string | undefined, level: number): void {
  const place = address === undefined ? null : placeOf(address, found.path)
  if (title !== '' && place && found.entries.length < mostEntries) found.entries.push({ title, level, place })
}

/** The depth is that of the parsed tree, which is bounded. */
function readList(found: Found, list: XmlElement, level: number): void {
  for (const item of childrenNamed(list, 'li')) {
    const [label] = item.children.filter(node => isXmlElement(node, 'a') || isXmlElement(node, 'span'))
    add(found, titleOf(label), label?.attributes.get('href'), level)
    for (const inner of childrenNamed(item, 'ol')) readList(found, inner, level + 1)
  }
}

function readPoints(found: Found, parent: XmlElement, level: number): void {
  for (const point of childrenNamed(parent, 'navPoint')) {
    const [label] = childrenNamed(point, 'navLabel')
    add(found, titleOf(label), childrenNamed(point, 'content')[0]?.attributes.get('src'), level)
    readPoints(found, point, level + 1)
  }
}

function readNav(book: BookFile, path: string): NavigationEntry[] {
  const document = book.readXml(path)
  const navs = document ? descendantsNamed(document, 'nav') : []
  const contents = navs.find(nav => nav.attributes.get('type')?.split(/\s+/).includes('toc')) ?? navs[0]
  const found: Found = { entries: [], path }
  for (const list of contents ? childrenNamed(contents, 'ol') : []) readList(found, list, 1)
  return found.entries
}

function readNcx(book: BookFile, path: string): NavigationEntry[] {
  const document = book.readXml(path)
  const [map] = document ? descendantsNamed(document, 'navMap') : []
  const found: Found = { entries: [], path }
  if (map) readPoints(found, map, 1)
  return found.entries
}

/** The table of contents, in its order; empty where the book has none. */
export function readNavigation(book: BookFile, document: PackageDocument): readonly NavigationEntry[] {
  const items = [...document.items.values()]
  const nav = items.find(item => item.properties.includes('nav'))
  const entries = nav ? readNav(book, nav.path) : []
  if (entries.length > 0) return entries
  const ncx =
    document.items.get(document.ncx ?? '') ?? items.find(item => item.mediaType === 'application/x-dtbncx+xml')
  return ncx ? readNcx(book, ncx.path) : []
}
