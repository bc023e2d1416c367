// Owns the reading of a book's package document: which files it has and in what order they are read. Knows no markup.
// Source: EPUB 3.3, section 5; Open Packaging Format 2.0.1.
import type { ImportLimits } from '../../limits'
import { damagedFile } from '../../xml/packageFile'
import { childrenNamed, descendantsNamed, type XmlElement } from '../../xml/xmlTree'
import type { BookFile } from './bookFile'
import { placeOf } from './paths'

/** A file of the book. */
export interface ManifestItem {
  readonly id: string
  readonly path: string
  readonly mediaType: string
  readonly properties: readonly string[]
  readonly fallback: string | null
}

/** What a book's package document says. */
export interface PackageDocument {
  readonly path: string
  readonly root: XmlElement
  readonly metadata: XmlElement | null
  readonly items: ReadonlyMap<string, ManifestItem>
  /** What is read, in order; each file once. What the book calls auxiliary (`linear="no"`) comes last. */
  readonly spine: readonly ManifestItem[]
  /** Entries of the spine that lead to nothing readable. */
  readonly unreadable: readonly string[]
  /** The id of the table of contents of EPUB 2. */
  readonly ncx: string | null
  readonly progression: string | null
}

function findPath(book: BookFile): string {
  const container = book.readXml('META-INF/container.xml')
  const stated = container ? descendantsNamed(container, 'rootfile') : []
  const paths = stated.flatMap(file => file.attributes.get('full-path') ?? [])
  const found = [...paths, ...book.names.filter(name => /\.opf$/i.test(name))].find(path => book.read(path) !== null)
  if (found === undefined) throw damagedFile()
  return found
}

function readItems(manifest: readonly XmlElement[], path: string): Map<string, ManifestItem> {
  const items = new Map<string, ManifestItem>()
  for (const { attributes } of manifest) {
    const id = attributes.get('id')
    const place = placeOf(attributes.get('href') ?? '', path)
    if (id === undefined || !place || items.has(id)) continue
    items.set(id, {
      id,
      path: place.path,
      mediaType: attributes.get('media-type')?.trim().toLowerCase() ?? '',
      properties: attributes.get('properties')?.split(/\s+/) ?? [],
      fallback: attributes.get('fallback') ?? null
    })
  }
  return items
}

const readableType =
  /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml|image\/(?:svg\+xml|png|jpeg|gif|webp))$/

/** True for a page of markup; the other readable files are images. */
export function isPage(item: ManifestItem): boolean {
  return !item.mediaType.startsWith('image/')
}

/** The first of an item and its fallbacks that can be read: pages, and images where no page stands in for them. */
function readable(item: ManifestItem | undefined, items: ReadonlyMap<string, ManifestItem>): ManifestItem | null {
  const chain = new Set<ManifestItem>()
  for (let next = item; next && !chain.has(next); next = items.get(next.fallback ?? '')) chain.add(next)
  const found = [...chain].filter(({ mediaType, path }) =>
    readableType.test(mediaType === '' && /\.x?html?$/i.test(path) ? 'text/html' : mediaType)
  )
  return found.find(isPage) ?? found[0] ?? null
}

/** Reads the first package document that a book names. Throws AppError `file_damaged`, `file_too_complex`. */
export function readPackage(book: BookFile, limits: ImportLimits): PackageDocument {
  const path = findPath(book)
  const [root] = childrenNamed(book.readXml(path) ?? { name: '', attributes: new Map(), children: [] }, 'package')
  if (!root) throw damagedFile()
  const items = readItems(descendantsNamed(root, 'item'), path)
  const [spine] = childrenNamed(root, 'spine')
  const references = spine ? childrenNamed(spine, 'itemref').slice(0, limits.archiveEntries) : []
  const isAuxiliary = ({ attributes }: XmlElement): boolean => attributes.get('linear') === 'no'
  const ordered = [...references.filter(entry => !isAuxiliary(entry)), ...references.filter(isAuxiliary)]
  const found = ordered.map(({ attributes }) => {
    const id = attributes.get('idref') ?? ''
    return { id, item: readable(items.get(id), items) }
  })
  const read = new Map(found.flatMap(({ item }) => (item ? [[item.path, item] as const] : [])))
  // A book without a usable spine is read in the order of its list of files.
  const listed = [...items.values()].filter(item => readable(item, new Map()) === item && isPage(item))
  return {
    path,
    root,
    metadata: descendantsNamed(root, 'metadata')[0] ?? null,
    items,
    spine: read.size > 0 ? [...read.values()] : listed,
    unreadable: found.filter(({ item }) => item === null).map(({ id }) => items.get(id)?.path ?? id),
    ncx: spine?.attributes.get('toc') ?? null,
    progression: spine?.attributes.get('page-progression-direction') ?? null
  }
}
