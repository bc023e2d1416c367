// Owns Omnivore's export: metadata in JSON, twenty entries a file, with texts and highlights in folders beside it.
import type { ExportHighlight } from '../exportRecord'
import { makeRecords, type ToldRecord } from '../makeRecord'
import { namesOf, publicationDateOf, textOf, timeOf, type Fields } from '../values'
import type { JsonService, ReadBeside } from './service'

/** What an Omnivore file of metadata is called; its texts lie in `content`, its highlights in `highlights` beside it. */
export const omnivoreMetadataName = /^metadata_\d+_to_\d+\.json$/i

/** Slugs become paths: anything but one plain name is no slug. */
function plainSlug(value: unknown): string | null {
  const slug = textOf(value)
  return slug !== null && slug.length <= 200 && !/[/\\\0]|^\.+$/.test(slug) ? slug : null
}

/** A highlight's marks of Markdown gone, which the page that it was made on does not have. */
function plainQuote(lines: readonly string[]): string {
  return lines
    .map(line => line.replace(/^>\s?/, ''))
    .join('\n')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|\*|`)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .trim()
}

const isTagLine = (block: string): boolean => /^#\S+(?:\s+#\S+)*$/.test(block)

/**
 * The highlights of an article: blocks with a blank line between them, a quotation, then its labels, then its note, each
 * but the quotation left out where there is none. What comes before the first quotation is a note on the article.
 */
export function parseHighlights(markdown: string): {
  readonly note: string | null
  readonly highlights: ExportHighlight[]
} {
  const highlights: Array<{ quote: string; note: string | null; tags: string[] }> = []
  const pageNotes: string[] = []
  for (const block of markdown.replace(/\r\n?/g, '\n').split(/\n\s*\n/)) {
    const lines = block.split('\n').filter(line => line.trim() !== '')
    const last = highlights.at(-1)
    if (lines.length === 0) continue
    if (lines.every(line => line.startsWith('>'))) highlights.push({ quote: plainQuote(lines), note: null, tags: [] })
    else if (!last) pageNotes.push(block.trim())
    else if (isTagLine(block.trim()))
      last.tags.push(
        ...block
          .trim()
          .split(/\s+/)
          .map(tag => tag.slice(1))
      )
    else last.note = last.note === null ? block.trim() : `${last.note}\n\n${block.trim()}`
  }
  return {
    note: pageNotes.join('\n\n') || null,
    highlights: highlights
      .filter(({ quote }) => quote !== '')
      .map(highlight => ({ ...highlight, color: null, createdAt: null }))
  }
}

async function toRecord(entry: Fields, readBeside: ReadBeside): Promise<ToldRecord> {
  const slug = plainSlug(entry['slug'])
  const marked = slug === null ? null : await readBeside(`highlights/${slug}.md`)
  const percent = Number(textOf(entry['readingProgress']) ?? 0)
  const id = textOf(entry['id'])
  return {
    ...(id !== null && { key: id }),
    url: textOf(entry['url']),
    title: textOf(entry['title']),
    deck: textOf(entry['description']),
    byline: textOf(entry['author']),
    publishedAt: publicationDateOf(entry['publishedAt']),
    savedAt: timeOf(entry['savedAt']),
    tags: namesOf(entry['labels']),
    isArchived: textOf(entry['state'])?.toLowerCase() === 'archived',
    isRead: percent >= 98,
    progress: Number.isFinite(percent) ? Math.min(1, Math.max(0, percent / 100)) : null,
    ...(marked !== null && parseHighlights(marked)),
    content: slug === null ? null : { kind: 'files', paths: [`content/${slug}.html`, `content/${slug}.pdf`] },
    fields: entry
  }
}

/** An array of entries. */
export const omnivoreMetadata: JsonService = {
  kind: 'json',
  service: 'omnivore',
  find: value => {
    const entries = Array.isArray(value) ? value.filter(entry => typeof entry === 'object' && entry !== null) : []
    const isKnown = entries.some(entry => 'slug' in entry && 'savedAt' in entry && 'readingProgress' in entry)
    return isKnown ? (entries as Fields[]) : null
  },
  read: async (entries, { readBeside }) =>
    makeRecords(await Promise.all(entries.map(entry => toRecord(entry, readBeside))))
}
