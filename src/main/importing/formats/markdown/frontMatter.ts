// Owns the YAML block at the beginning of a Markdown file. Renders nothing.
import { parseDocument } from 'yaml'
import type { ImportWarning } from '@shared/model/article'
import type { StatedFields } from '../../importer'
import type { ImportLimits } from '../../limits'
import { readStatedDate } from '../../text/statedDate'

/** What the front matter says and the text behind it. */
export interface FrontMatter {
  readonly stated: StatedFields
  readonly tags: readonly string[]
  readonly body: string
  readonly warnings: readonly ImportWarning[]
}

const block = /^---[ \t]*\r?\n(?<yaml>[\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const keyLine = /^[ \t]*["']?[\p{L}_][\p{L}\p{N} _.-]*["']?:(?:\s|$)/mu

/** Keys in lower case, best first. */
const keys = {
  title: ['title', 'judul', 'headline'],
  deck: ['subtitle', 'deck', 'description', 'summary', 'excerpt'],
  byline: ['author', 'authors', 'byline', 'penulis', 'creator'],
  publishedAt: ['date', 'published', 'publisheddate', 'published_at', 'publishdate', 'pubdate', 'tanggal', 'created'],
  siteName: ['site', 'publisher', 'sitename', 'site_name', 'publication', 'website'],
  url: ['url', 'source', 'link', 'canonical', 'canonical_url', 'source_url'],
  language: ['lang', 'language', 'locale'],
  tags: ['tags', 'keywords', 'tag', 'categories']
} as const

function textOf(value: unknown): string | null {
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  if (typeof value === 'number' || value instanceof Date)
    return value instanceof Date ? value.toISOString() : String(value)
  if (Array.isArray(value)) {
    const texts = value.map(textOf).filter(text => text !== null)
    return texts.length > 0 ? texts.join(', ') : null
  }
  return typeof value === 'object' && value !== null && 'name' in value ? textOf(value.name) : null
}

function tagsOf(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;]/) : []
  return values.flatMap(tag => textOf(tag)?.replace(/^#/, '').trim() || [])
}

function parseYaml(yaml: string, limits: ImportLimits): unknown {
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'silent' })
  if (document.errors[0]) throw document.errors[0]
  return document.toJS({ maxAliasCount: limits.yamlAliases }) as unknown
}

function readFields(values: Readonly<Record<string, unknown>>): Pick<FrontMatter, 'stated' | 'tags'> {
  const byKey = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]))
  const first = (field: keyof typeof keys): unknown =>
    keys[field].map(key => byKey.get(key)).find(value => value !== undefined && value !== null)
  // Notes often give the outlet's name as "source", and its address there too.
  const source = textOf(first('url'))
  const isAddress = source !== null && /^https?:\/\//i.test(source)
  return {
    stated: {
      title: textOf(first('title')),
      deck: textOf(first('deck')),
      byline: textOf(first('byline'))?.replace(/\[\[(.+?)\]\]/g, '$1'),
      publishedAt: readStatedDate(textOf(first('publishedAt'))),
      siteName: textOf(first('siteName')) ?? (isAddress ? null : source),
      url: isAddress ? source : null,
      language: textOf(first('language'))
    },
    tags: tagsOf(first('tags'))
  }
}

/** Takes the front matter off a Markdown text. A block that is no YAML is text, with a warning. */
export function readFrontMatter(text: string, limits: ImportLimits): FrontMatter {
  const match = block.exec(text)
  const yaml = match?.groups?.['yaml']
  const nothing: FrontMatter = { stated: {}, tags: [], body: text, warnings: [] }
  if (!match || yaml === undefined || !keyLine.test(yaml)) return nothing
  const broken = (why: string): FrontMatter => {
    const message = `The front matter could not be read (${why}), so it is shown as text`
    // As code, since Markdown would read the rule below the block as the mark of a heading.
    const shown = `~~~~~~~~\n${yaml}\n~~~~~~~~\n\n${text.slice(match.index + match[0].length)}`
    return { ...nothing, body: shown, warnings: [{ code: 'front_matter_unreadable', message }] }
  }
  if (yaml.length > limits.frontMatterLength) return broken('it is too long')
  try {
    const values = parseYaml(yaml, limits)
    if (typeof values !== 'object' || values === null || Array.isArray(values)) return nothing
    return {
      ...readFields(values as Readonly<Record<string, unknown>>),
      body: text.slice(match[0].length),
      warnings: []
    }
  } catch (error) {
    return broken(
      error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/:?\s*$/, '') : 'unknown reason'
    )
  }
}
