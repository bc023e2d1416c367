// Owns what a page states about itself: JSON-LD, Open Graph, Dublin Core, microdata, `time`, `link`. Guesses nothing.
import type { PageDocument, PageElement } from '../../markup/dom'
import { readStatedDate } from '../../text/statedDate'
import { readLinkedData } from './linkedData'

/** A page's statements; null where it makes none. */
export interface PageMetadata {
  readonly title: string | null
  readonly description: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly publishedAt: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
  /** The page's own address, absolute. */
  readonly url: string | null
  /** The address against which relative ones are resolved. */
  readonly base: string | null
}

/** Names of `meta` elements in lower case, best first. */
const metaNames = {
  title: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title'],
  description: ['og:description', 'description', 'twitter:description', 'dc.description', 'dcterms.description'],
  byline: [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
    'citation_author'
  ],
  siteName: ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'citation_journal_title'],
  publishedAt: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'dc.date',
    'dc.date.issued',
    'dcterms.date',
    'dcterms.created',
    'dcterms.issued',
    'parsely-pub-date',
    'publishdate',
    'publish-date',
    'pubdate',
    'publication_date',
    'sailthru.date',
    'citation_publication_date',
    'citation_date',
    'date'
  ],
  language: ['og:locale', 'dc.language', 'dcterms.language', 'content-language', 'language'],
  url: ['og:url', 'twitter:url', 'al:web:url']
} as const

function readMetas(document: PageDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const names = ['property', 'name', 'itemprop', 'http-equiv'].flatMap(
      attribute => meta.getAttribute(attribute) ?? []
    )
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim() ?? ''
    for (const name of names
      .join(' ')
      .toLowerCase()
      .replace(/\b(dc|dcterms?):/g, '$1.')
      .split(/\s+/)) {
      if (content !== '' && !metas.has(name)) metas.set(name, content)
    }
  }
  return metas
}

function absolute(address: string | null | undefined, base: string | null): string | null {
  if (!address) return null
  try {
    const url = new URL(address, base ?? undefined)
    return /^https?:$/.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

/** Browsers write the address that a page was saved from into a comment: `saved from url=(0025)https://…`. */
function findSavedFrom(html: string): string | null {
  return (
    /<!-{2}\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/\S+)/i.exec(
      html.slice(0, 4_096)
    )?.[1] ?? null
  )
}

function findTime(document: PageDocument): string | null {
  const selectors = ['[itemprop~="datePublished"]', 'time[pubdate]', 'article time[datetime]', 'header time[datetime]']
  for (const selector of selectors) {
    const element = document.querySelector(selector)
    const value = element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent
    const date = readStatedDate(value)
    if (date) return date
  }
  // Elsewhere a time is as likely a comment's; a page with one time only has none.
  const times = new Set([...document.querySelectorAll('time[datetime]')].map(time => time.getAttribute('datetime')))
  const [only] = times
  return times.size === 1 ? readStatedDate(only) : null
}

function directionOf(element: PageElement): 'ltr' | 'rtl' | null {
  const direction = element.getAttribute('dir')?.toLowerCase()
  return direction === 'rtl' || direction === 'ltr' ? direction : null
}

/**
 * Reads a page's statements about itself. `html` is its markup as it came; `address` is where it was saved from, as far
 * as what holds the page says so.
 */
export function readMetadata(document: PageDocument, html: string, address: string | null = null): PageMetadata {
  const metas = readMetas(document)
  const linked = readLinkedData(document)
  const first = (field: keyof typeof metaNames): string | null =>
    metaNames[field].map(name => metas.get(name)).find(value => value !== undefined) ?? null
  const savedFrom = absolute(address, null) ?? findSavedFrom(html)
  const baseElement = document.querySelector('base[href]')
  const canonical = document.querySelector('link[rel~="canonical"][href]')?.getAttribute('href')
  const url =
    absolute(canonical, savedFrom) ?? absolute(first('url'), savedFrom) ?? absolute(linked.url, savedFrom) ?? savedFrom
  const author = first('byline')
  const dates = [linked.publishedAt, ...metaNames.publishedAt.map(name => metas.get(name))]
  const root = document.documentElement
  return {
    title: linked.title ?? first('title'),
    description: first('description') ?? linked.deck ?? null,
    byline: linked.byline ?? (author !== null && /^https?:/i.test(author) ? null : author),
    siteName: linked.siteName ?? first('siteName'),
    publishedAt: dates.map(readStatedDate).find(date => date !== null) ?? findTime(document),
    language: root.getAttribute('lang') ?? root.getAttribute('xml:lang') ?? linked.language ?? first('language'),
    direction: directionOf(root) ?? directionOf(document.body),
    url,
    base: absolute(baseElement?.getAttribute('href'), url) ?? savedFrom ?? url
  }
}
