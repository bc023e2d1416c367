// Owns bookmark files of browsers and of the many services that write the same format.
import { makeRecords } from '../makeRecord'
import { isTrue, splitList, timeOf } from '../values'
import type { BookmarkService } from './service'

/** Folders that every browser has. */
const noFolder =
  /^(?:bookmarks?(?: (?:bar|menu|toolbar))?|other bookmarks|mobile bookmarks|favorites(?: bar)?|personal toolbar|unsorted|unlabeled|signets|menu signets|favoris)$/i

/** Entries with `HREF`, `ADD_DATE` (in seconds, milliseconds or microseconds), `TAGS` (by commas), in folders. */
export const bookmarkFile: BookmarkService = {
  kind: 'bookmarks',
  service: 'bookmarks',
  isKnownBy: beginning =>
    /<!doctype\s+netscape-bookmark-file-1\s*>/i.test(beginning) ||
    /<title>\s*bookmarks\s*<\/title>\s*<h1[^>]*>\s*bookmarks\s*<\/h1>\s*<dl>/i.test(beginning),
  read: bookmarks =>
    makeRecords(
      bookmarks.map(({ href, title, attributes, folders, description }) => {
        const folder = folders.at(-1)
        return {
          url: href,
          title: title || null,
          note: description || null,
          savedAt: timeOf(attributes['add_date'] ?? attributes['time_added']),
          tags: [
            ...splitList(attributes['tags'], /,/),
            ...(folder === undefined || noFolder.test(folder) ? [] : [folder])
          ],
          isRead: attributes['toread'] !== undefined && !isTrue(attributes['toread']),
          isStarred: isTrue(attributes['favorite'] ?? attributes['important']),
          fields: { href, ...attributes, folder: folders.join(' / '), description }
        }
      })
    )
}
