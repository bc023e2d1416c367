// Owns the exports that are plain tables: Raindrop's, Matter's and wallabag's.
import { byColumn } from '../csvTable'
import { makeRecords } from '../makeRecord'
import { isTrue, splitList, textOf, timeOf, without } from '../values'
import type { CsvService } from './service'

/** Raindrop's folders of its own, which say nothing. */
const noFolder = /^(?:unsorted|trash)$/i

/** `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`; before: `title,description,url,…`. */
export const raindropTable: CsvService = {
  kind: 'csv',
  service: 'raindrop',
  isKnownBy: columns => ['url', 'folder', 'created', 'cover'].every(name => columns.includes(name)),
  read: ({ rows }) =>
    makeRecords(
      rows.map(row => {
        const cells = byColumn(row)
        const folder = textOf(cells['folder'])
        const id = textOf(cells['id'])
        const highlights = (textOf(cells['highlights']) ?? '')
          .split(/\r?\n\s*\r?\n|\r?\n(?=Highlight:)/)
          .map(quote => quote.replace(/^Highlight:\s*/i, '').trim())
          .filter(quote => quote !== '')
        return {
          ...(id !== null && { key: id }),
          url: textOf(cells['url']),
          title: textOf(cells['title']),
          deck: textOf(cells['excerpt']) ?? textOf(cells['description']),
          note: textOf(cells['note']),
          savedAt: timeOf(cells['created']),
          tags: [
            ...splitList(cells['tags'], /,/),
            ...(folder === null || noFolder.test(folder) ? [] : [folder.split(' / ').at(-1) ?? folder])
          ],
          isStarred: isTrue(cells['favorite']),
          highlights: highlights.map(quote => ({ quote, note: null, tags: [], color: null, createdAt: null })),
          fields: row
        }
      })
    )
}

/** Matter's `_matter_history.csv`. */
export const matterTable: CsvService = {
  kind: 'csv',
  service: 'matter',
  isKnownBy: columns => ['url', 'in queue', 'favorited'].every(name => columns.includes(name)),
  read: ({ rows }) =>
    makeRecords(
      rows.map(row => {
        const cells = byColumn(row)
        const isInQueue = textOf(cells['in queue'])
        return {
          url: textOf(cells['url']),
          title: textOf(cells['title']),
          byline: textOf(cells['author']),
          siteName: textOf(cells['publisher']),
          savedAt: timeOf(cells['last interaction date']),
          tags: splitList(cells['tags'], /;/),
          isArchived: isInQueue !== null && !isTrue(isInQueue),
          isStarred: isTrue(cells['favorited']),
          isRead: isTrue(cells['read']),
          fields: row
        }
      })
    )
}

/** wallabag's `Title;URL;Content;Tags;"MIME Type";Language;"Creation date"`, with the whole text in a cell. */
export const wallabagTable: CsvService = {
  kind: 'csv',
  service: 'wallabag',
  isKnownBy: columns => ['url', 'content', 'mime type'].every(name => columns.includes(name)),
  read: ({ rows }) =>
    makeRecords(
      rows.map(row => {
        const cells = byColumn(row)
        const content = textOf(cells['content'])
        // The text is kept as an article; its column may be spelled in any way.
        const contentNames = Object.keys(row).filter(name => name.toLowerCase() === 'content')
        return {
          url: textOf(cells['url']),
          title: textOf(cells['title']),
          language: textOf(cells['language']),
          savedAt: timeOf(cells['creation date']),
          tags: splitList(cells['tags'], /,/),
          content: content === null ? null : { kind: 'inline', format: 'html', content },
          fields: without(row, contentNames)
        }
      })
    )
}
