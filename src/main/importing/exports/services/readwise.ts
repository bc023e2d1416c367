// Owns Readwise's exports: the library of its Reader, and the table of highlights.
import type { ExportHighlight } from '../exportRecord'
import { byColumn } from '../csvTable'
import { makeRecords, type ToldRecord } from '../makeRecord'
import { isTrue, parseList, splitList, textOf, timeOf, type Fields } from '../values'
import type { CsvService } from './service'

const tagsOf = (value: unknown): string[] => parseList(value) ?? splitList(value, /,/)

/** `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`; tags are written as Python writes a list. */
export const readerLibrary: CsvService = {
  kind: 'csv',
  service: 'readwise',
  isKnownBy: columns => ['url', 'document tags', 'location'].every(name => columns.includes(name)),
  read: ({ rows }) =>
    makeRecords(
      rows.map(row => {
        const cells = byColumn(row)
        const location = textOf(cells['location'])?.toLowerCase() ?? ''
        const progress = Number(textOf(cells['reading progress']) ?? 0)
        const id = textOf(cells['id'])
        return {
          ...(id !== null && { key: id }),
          url: textOf(cells['url']),
          title: textOf(cells['title']),
          savedAt: timeOf(cells['saved date']),
          tags: tagsOf(cells['document tags']),
          isArchived: location === 'archive',
          isStarred: location === 'shortlist',
          isRead: isTrue(cells['seen']) && (location === 'archive' || progress >= 0.95),
          progress: Number.isFinite(progress) ? (progress > 1 ? progress / 100 : progress) : null,
          fields: row
        }
      })
    )
}

function toHighlight(cells: Fields): ExportHighlight[] {
  const quote = textOf(cells['highlight'])
  if (quote === null) return []
  const note = textOf(cells['note'])
  const createdAt = timeOf(cells['highlighted at'])
  return [{ quote, note, tags: tagsOf(cells['tags']), color: textOf(cells['color']), createdAt }]
}

/** `Highlight,Book Title,Book Author,…,Note,Color,Tags,…,Highlighted at,Document tags`: a row a highlight. */
export const readwiseHighlights: CsvService = {
  kind: 'csv',
  service: 'readwise',
  isKnownBy: columns => ['highlight', 'book title'].every(name => columns.includes(name)),
  read: ({ rows }) => {
    const byTitle = new Map<string, ToldRecord & { highlights: ExportHighlight[]; fields: { rows: Fields[] } }>()
    for (const row of rows) {
      const cells = byColumn(row)
      const title = textOf(cells['book title']) ?? ''
      const byline = textOf(cells['book author'])
      const key = `${title} ${byline ?? ''}`
      const known = byTitle.get(key)
      if (known) {
        known.highlights.push(...toHighlight(cells))
        known.fields.rows.push(row)
      } else {
        byTitle.set(key, {
          key,
          url: textOf(cells['url']) ?? textOf(cells['source url']),
          title: title || null,
          byline,
          tags: tagsOf(cells['document tags']),
          highlights: toHighlight(cells),
          fields: { rows: [row] }
        })
      }
    }
    return makeRecords([...byTitle.values()])
  }
}
