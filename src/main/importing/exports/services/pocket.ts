// Owns Pocket's exports: the table of 2024 and of 2025, the page before them, and what its interface for programs gave.
import { byColumn } from '../csvTable'
import { makeRecords } from '../makeRecord'
import { asFields, isTrue, objectsOf, splitList, textOf, timeOf, type Fields } from '../values'
import type { BookmarkService, CsvService, JsonService } from './service'

/** `title,url,time_added,tags,status`, in 2024 with `cursor`; tags are separated by `|`. */
export const pocketTable: CsvService = {
  kind: 'csv',
  service: 'pocket',
  isKnownBy: columns => ['url', 'time_added', 'status'].every(name => columns.includes(name)),
  read: ({ rows }) =>
    makeRecords(
      rows.map(row => {
        const cells = byColumn(row)
        return {
          url: textOf(cells['url']),
          title: textOf(cells['title']),
          savedAt: timeOf(cells['time_added']),
          tags: splitList(cells['tags'], /\|/),
          isArchived: textOf(cells['status'])?.toLowerCase() === 'archive',
          isRead: textOf(cells['status'])?.toLowerCase() === 'archive',
          fields: row
        }
      })
    )
}

/** `ril_export.html`: one list of unread, one of read links. */
export const pocketPage: BookmarkService = {
  kind: 'bookmarks',
  service: 'pocket',
  isKnownBy: beginning => /<title>\s*Pocket Export\s*<\/title>/i.test(beginning),
  read: bookmarks =>
    makeRecords(
      bookmarks.map(({ href, title, attributes, folders }) => {
        const isArchived = folders.some(folder => /archive/i.test(folder))
        return {
          url: href,
          title: title || null,
          savedAt: timeOf(attributes['time_added']),
          tags: splitList(attributes['tags'], /,/),
          isArchived,
          isRead: isArchived,
          fields: { href, ...attributes, folder: folders.join(' / ') }
        }
      })
    )
}

function highlightsOf(entry: Fields) {
  return objectsOf(entry['annotations']).flatMap(annotation => {
    const quote = textOf(annotation['quote'])
    if (quote === null) return []
    return [{ quote, note: null, tags: [], color: null, createdAt: timeOf(annotation['created_at']) }]
  })
}

/** The answer of Pocket's interface, as backup programs kept it: `list` by id, or an array of its entries. */
export const pocketAnswer: JsonService = {
  kind: 'json',
  service: 'pocket',
  find: value => {
    const list = asFields(value)?.['list'] ?? value
    const listed = asFields(list)
    const entries = objectsOf(Array.isArray(list) ? list : listed ? Object.values(listed) : [])
    const [first] = entries
    return first && 'item_id' in first && ('given_url' in first || 'resolved_url' in first) ? entries : null
  },
  read: entries =>
    makeRecords(
      entries
        // Status 2 is what was deleted and is only reported as such.
        .filter(entry => textOf(entry['status']) !== '2')
        .map(entry => ({
          key: textOf(entry['item_id']) ?? '',
          url: textOf(entry['resolved_url']) ?? textOf(entry['given_url']),
          title: textOf(entry['resolved_title']) ?? textOf(entry['given_title']),
          deck: textOf(entry['excerpt']),
          language: textOf(entry['lang']),
          savedAt: timeOf(entry['time_added']),
          tags: Object.keys(asFields(entry['tags']) ?? {}),
          isStarred: isTrue(entry['favorite']),
          isArchived: textOf(entry['status']) === '1',
          isRead: textOf(entry['status']) === '1',
          highlights: highlightsOf(entry),
          fields: entry
        }))
    )
}
