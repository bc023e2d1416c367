// Owns what a book says of itself: title, authors, publisher, date. Reads no chapter.
// Source: EPUB 3.3, section 5.5; Open Packaging Format 2.0.1, section 2.2.
import type { StatedFields } from '../../importer'
import { readStatedDate } from '../../text/statedDate'
import { childrenNamed, descendantsNamed, textBelow, type XmlElement } from '../../xml/xmlTree'
import type { PackageDocument } from './packageDocument'

/** A book's own words about itself. */
export interface BookMetadata {
  readonly stated: StatedFields
  readonly tags: readonly string[]
  readonly direction: 'ltr' | 'rtl' | null
}

const mostAuthors = 10
const textOf = (element: XmlElement): string => textBelow(element).replace(/\s+/g, ' ').trim()

/** Markup in a description is written as text. */
function plain(text: string | undefined): string | null {
  const bare = text?.replace(/<[^<>]{0,2000}>/g, ' ').replace(/&(?:nbsp|#160);/g, ' ')
  return bare?.replace(/\s+/g, ' ').trim() || null
}

/** What an EPUB 3 says more about one of its statements, by property. */
function refinementsOf(metadata: XmlElement): (element: XmlElement, property: string) => string | undefined {
  const byKey = new Map<string, string>()
  for (const meta of childrenNamed(metadata, 'meta')) {
    const refined = meta.attributes.get('refines')?.replace(/^#/, '')
    if (refined !== undefined) byKey.set(`${refined}\n${meta.attributes.get('property') ?? ''}`, textOf(meta))
  }
  return (element, property) => byKey.get(`${element.attributes.get('id') ?? '\n'}\n${property}`)
}

function directionOf({ root, progression }: PackageDocument, language: string | undefined): 'ltr' | 'rtl' | null {
  const stated = root.attributes.get('dir')
  if (stated === 'ltr' || stated === 'rtl') return stated
  // Chinese and Japanese books turn their pages to the right since their lines stand upright, not since they run so.
  return progression === 'rtl' && !/^(?:ja|zh|ko)\b/i.test(language ?? '') ? 'rtl' : null
}

/** Reads a book's metadata; what it does not say is missing. */
export function readBookMetadata(document: PackageDocument): BookMetadata {
  const metadata = document.metadata ?? { name: '', attributes: new Map<string, string>(), children: [] }
  const refine = refinementsOf(metadata)
  const all = (name: string): XmlElement[] => descendantsNamed(metadata, name).filter(element => textOf(element) !== '')
  const titles = all('title')
  const ofType = (type: string): XmlElement | undefined => titles.find(title => refine(title, 'title-type') === type)
  const main = ofType('main') ?? titles[0]
  const creators = all('creator')
  const roleOf = (creator: XmlElement): string | undefined => creator.attributes.get('role') ?? refine(creator, 'role')
  const isAuthor = (creator: XmlElement): boolean => /^(?:aut)?$/.test(roleOf(creator) ?? '')
  const authors = creators.some(isAuthor) ? creators.filter(isAuthor) : creators
  const place = (creator: XmlElement): number => Number(refine(creator, 'display-seq') ?? Number.MAX_SAFE_INTEGER)
  const inOrder = authors.toSorted((one, other) => place(one) - place(other)).slice(0, mostAuthors)
  const dates = all('date')
  const date = dates.find(element => element.attributes.get('event') === 'publication') ?? dates[0]
  const language = all('language').map(textOf)[0]
  const source = all('source').map(textOf)[0]
  const description = plain(all('description').map(textOf)[0])
  const subtitle = ofType('subtitle')
  return {
    stated: {
      title: main && textOf(main),
      deck: description ?? (subtitle ? textOf(subtitle) : null),
      byline: inOrder.map(textOf).join(', '),
      siteName: all('publisher').map(textOf)[0],
      publishedAt: date ? readStatedDate(textOf(date)) : null,
      language,
      url: source && /^https?:\/\//i.test(source) ? source : null
    },
    tags: all('subject').map(textOf),
    direction: directionOf(document, language)
  }
}
