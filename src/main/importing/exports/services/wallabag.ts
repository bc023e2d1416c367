// Owns wallabag's JSON export, version 2: entries with their whole text. Source: wallabag's Entry entity, group export_all.
import type { ExportHighlight } from '../exportRecord'
import { makeRecords } from '../makeRecord'
import { isTrue, namesOf, objectsOf, publicationDateOf, textOf, timeOf, without, type Fields } from '../values'
import type { JsonService } from './service'

/** What wallabag writes in the place of a text that it could not fetch. */
const noContent = /wallabag can't retrieve contents for this article/i

function toHighlight(annotation: Fields): ExportHighlight[] {
  const quote = textOf(annotation['quote'])
  const note = textOf(annotation['text'])
  if (quote === null && note === null) return []
  return [{ quote: quote ?? '', note, tags: [], color: null, createdAt: timeOf(annotation['created_at']) }]
}

/** An array of entries. */
export const wallabagEntries: JsonService = {
  kind: 'json',
  service: 'wallabag',
  find: value => {
    const entries = objectsOf(value)
    const isKnown = entries.some(entry => 'is_archived' in entry && 'url' in entry && 'content' in entry)
    return isKnown ? entries : null
  },
  read: entries =>
    makeRecords(
      entries.map(entry => {
        const content = textOf(entry['content'])
        const id = textOf(entry['id'])
        const isText = /^text\/plain\b/i.test(textOf(entry['mimetype']) ?? '')
        return {
          ...(id !== null && { key: id }),
          url: textOf(entry['url']) ?? textOf(entry['given_url']),
          title: textOf(entry['title']),
          byline: namesOf(entry['published_by']).join(', ') || null,
          siteName: textOf(entry['domain_name'])?.replace(/^www\./, '') ?? null,
          language: textOf(entry['language'])?.slice(0, 2) ?? null,
          publishedAt: publicationDateOf(entry['published_at']),
          savedAt: timeOf(entry['created_at']),
          tags: namesOf(entry['tags']),
          isArchived: isTrue(entry['is_archived']),
          isRead: isTrue(entry['is_archived']),
          isStarred: isTrue(entry['is_starred']),
          highlights: objectsOf(entry['annotations']).flatMap(toHighlight),
          content:
            content === null || noContent.test(content)
              ? null
              : { kind: 'inline', format: isText ? 'text' : 'html', content },
          fields: without(entry, ['content'])
        }
      })
    )
}
