// Owns what an entry of another service's export means for an article: its fields over the parsed ones, or a stub. Pure.
import { editableFields, type EditableField, type Inferred } from '@shared/model/article'
import { publicationDateSchema, tagNameSchema } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { safeParse } from 'valibot'
import type { ExportRecord } from '../../importing/importing'
import type { ArticleRecord, StoredFile } from '../../library/insertArticle'

const longestField = 2_000
const excerptLength = 200

/** A text as one line of at most so many characters; what no text can hold (zeros, half characters) is gone. */
export function lineOf(value: string | null, longest: number): string {
  return (value ?? '')
    .slice(0, longest * 2)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .replace(/\p{Cs}/gu, '')
}

type Stated = Readonly<Partial<Record<EditableField, string>>>

/** What the entry says, in the form in which the library keeps it. */
function statedBy(record: ExportRecord): Stated {
  const line = (value: string | null): string => lineOf(value, longestField)
  const url = record.url !== null && /^https?:\/\//i.test(record.url) && record.url.length <= 4_000 ? record.url : ''
  const title = line(record.title)
  const stated = {
    // Services put the address where they know no title.
    title: title === record.url || /^https?:\/\/\S+$/i.test(title) ? '' : title,
    deck: line(record.deck),
    byline: line(record.byline),
    siteName: line(record.siteName),
    publishedAt: safeParse(publicationDateSchema, record.publishedAt).success ? (record.publishedAt ?? '') : '',
    language: /^[a-z]{2,3}$/i.test(record.language ?? '') ? (record.language ?? '').toLowerCase() : '',
    url
  }
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== ''))
}

/** A title from an address, for an entry that has none: its last words, or its host. */
export function titleOfAddress(url: string | null): string {
  if (url === null || !URL.canParse(url)) return ''
  const { host, pathname } = new URL(url)
  const last = pathname.split('/').findLast(part => /\p{L}{3}/u.test(part)) ?? ''
  let decoded = last
  try {
    decoded = decodeURIComponent(last)
  } catch {
    // A broken escape is shown as it stands.
  }
  const words = decoded
    .replace(/\.\w{1,5}$/, '')
    .replace(/[-_+]+/g, ' ')
    .trim()
  return words === '' ? host.replace(/^www\./, '') : words.charAt(0).toUpperCase() + words.slice(1)
}

/** A parsed article with what the entry says of it, which counts for more than what was guessed. */
export function withRecord(article: ImportedArticle, record: ExportRecord): ImportedArticle {
  const stated = statedBy(record)
  const inferred: Inferred = Object.fromEntries(
    Object.entries(article.inferred).filter(([field]) => !(field in stated))
  )
  return { ...article, ...stated, inferred }
}

/** The stub of an entry whose text is not there: what the export says of it, waiting for its file. */
export function stubOf(record: ExportRecord): ImportedArticle {
  const stated = statedBy(record)
  const fields = Object.fromEntries(editableFields.map(field => [field, stated[field] ?? null])) as Record<
    EditableField,
    string | null
  >
  const title = fields.title ?? (lineOf(titleOfAddress(record.url), longestField) || lineOf(record.key, longestField))
  return {
    ...fields,
    title,
    siteName: fields.siteName ?? hostOf(fields.url),
    format: 'stub',
    direction: 'ltr',
    excerpt: (fields.deck ?? '').slice(0, excerptLength),
    html: '',
    text: '',
    wordCount: 0,
    readingMinutes: 0,
    outline: [],
    relatedMentions: [],
    resources: [],
    tags: [],
    inferred: fields.title === null ? { title: { value: title, confidence: 0.3, why: 'From the address' } } : {},
    warnings: [],
    removed: { scripts: 0, frames: 0, forms: 0, remoteImages: 0, eventHandlers: 0, trackers: 0 },
    encoding: 'utf-8'
  }
}

/** Nobody saved anything before there was a web: services write the year 1 where they know no date. */
function savedAtOf(time: number | null): number | null {
  return time !== null && time > 0 && time <= Date.UTC(2100, 0) ? time : null
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null
}

/** What the library keeps of the entry beside the article's own fields. */
export function toArticleRecord(record: ExportRecord, service: string, file: StoredFile): ArticleRecord {
  const tags = record.tags.flatMap(tag => {
    const parsed = safeParse(tagNameSchema, tag)
    return parsed.success ? [parsed.output] : []
  })
  const note = record.note?.trim() ? [{ quote: '', note: record.note, color: null, tags: [], createdAt: null }] : []
  return {
    service,
    key: record.key,
    export: file,
    fields: record.fields,
    tags: [...new Set(tags)],
    isRead: record.isRead || record.progress === 1,
    isStarred: record.isStarred,
    isArchived: record.isArchived,
    progress: Math.min(1, Math.max(0, record.progress ?? 0)),
    annotations: [...record.highlights, ...note],
    savedAt: savedAtOf(record.savedAt)
  }
}
