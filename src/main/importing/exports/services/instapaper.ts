// Owns Instapaper's exports: the table in its three generations, and the page before it.
import { byColumn } from '../csvTable'
import { makeRecords } from '../makeRecord'
import { parseList, splitList, textOf, timeOf } from '../values'
import type { BookmarkService, CsvService } from './service'

/** What a folder says: three of them are states, every other one is a person's own. */
function readFolder(folder: string | null) {
  const name = folder?.toLowerCase() ?? ''
  const isOwn = folder !== null && !['unread', 'archive', 'starred', 'liked', 'home'].includes(name)
  return {
    isArchived: name === 'archive',
    isRead: name === 'archive',
    isStarred: name === 'starred' || name === 'liked',
    tags: isOwn ? [folder] : []
  }
}

/** `URL,Title,Selection,Folder`, later with `Timestamp`, later with `Tags` (a JSON array in a cell). */
export const instapaperTable: CsvService = {
  kind: 'csv',
  service: 'instapaper',
  isKnownBy: columns => ['url', 'title', 'selection', 'folder'].every(name => columns.includes(name)),
  read: ({ rows }) =>
    makeRecords(
      rows.map(row => {
        const cells = byColumn(row)
        const folder = readFolder(textOf(cells['folder']))
        const selection = textOf(cells['selection'])
        return {
          ...folder,
          url: textOf(cells['url']),
          title: textOf(cells['title']),
          deck: selection,
          savedAt: timeOf(cells['timestamp']),
          tags: [...folder.tags, ...(parseList(cells['tags']) ?? splitList(cells['tags'], /,/))],
          fields: row
        }
      })
    )
}

/** The old page: a heading a folder, a list of links below each. */
export const instapaperPage: BookmarkService = {
  kind: 'bookmarks',
  service: 'instapaper',
  isKnownBy: beginning => /<title>\s*Instapaper[^<]*<\/title>/i.test(beginning),
  read: bookmarks =>
    makeRecords(
      bookmarks.map(({ href, title, attributes, folders }) => ({
        ...readFolder(folders[0] ?? null),
        url: href,
        title: title || null,
        savedAt: timeOf(attributes['time_added'] ?? attributes['add_date']),
        fields: { href, ...attributes, folder: folders.join(' / ') }
      }))
    )
}
