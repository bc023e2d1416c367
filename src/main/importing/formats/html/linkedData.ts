// Owns the reading of JSON-LD in a page. Source: https://schema.org/Article, https://www.w3.org/TR/json-ld11/
import type { PageDocument } from '../../markup/dom'

/** What JSON-LD says of an article; missing where it says nothing. */
export interface LinkedData {
  readonly title?: string | undefined
  readonly deck?: string | undefined
  readonly byline?: string | undefined
  readonly siteName?: string | undefined
  readonly publishedAt?: string | undefined
  readonly language?: string | undefined
  readonly url?: string | undefined
}

type Thing = Readonly<Record<string, unknown>>

const articleType = /(?:Article|BlogPosting|Report|Review|Posting)$/
const longestScript = 1_000_000

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  return isThing(value) ? (textOf(value['name']) ?? textOf(value['@value']) ?? textOf(value['@id'])) : undefined
}

function isArticle(thing: Thing): boolean {
  return asList(thing['@type']).some(type => typeof type === 'string' && articleType.test(type))
}

/** The first article in a value: itself, in a list, or in a `@graph`. */
function findArticle(value: unknown, depth = 0): Thing | null {
  if (depth > 4) return null
  for (const item of asList(value).slice(0, 200)) {
    if (!isThing(item)) continue
    if (isArticle(item)) return item
    const inner = findArticle(item['@graph'] ?? item['mainEntity'] ?? null, depth + 1)
    if (inner) return inner
  }
  return null
}

function parseScript(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')) as unknown
  } catch {
    // Many pages have broken JSON-LD; what it would have said is then looked for elsewhere.
    return null
  }
}

/** What the page's JSON-LD says of its article; empty where there is none. */
export function readLinkedData(document: PageDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent
    const article = text.length <= longestScript ? findArticle(parseScript(text)) : null
    if (!article) continue
    const authors = asList(article['author']).flatMap(author => textOf(author) ?? [])
    return {
      title: textOf(article['headline']) ?? textOf(article['name']),
      deck: textOf(article['description']),
      byline: authors.filter(author => !/^https?:/i.test(author)).join(', ') || undefined,
      siteName: textOf(article['publisher']),
      publishedAt: textOf(article['datePublished']) ?? textOf(article['dateCreated']),
      language: textOf(article['inLanguage']),
      url: textOf(article['url']) ?? textOf(article['mainEntityOfPage'])
    }
  }
  return {}
}
