// Owns the JSON exports of services that keep bookmarks in collections: Pinboard's, Karakeep's and Linkwarden's.
import { makeRecords, type ToldRecord } from '../makeRecord'
import { asFields, isTrue, namesOf, objectsOf, splitList, textOf, timeOf, without, type Fields } from '../values'
import type { JsonService } from './service'

/** Pinboard's array of `href,description,extended,time,shared,toread,tags`; tags are separated by spaces. */
export const pinboardPosts: JsonService = {
  kind: 'json',
  service: 'pinboard',
  find: value => {
    const entries = objectsOf(value)
    return entries.some(entry => 'href' in entry && 'description' in entry && 'toread' in entry) ? entries : null
  },
  read: entries =>
    makeRecords(
      entries.map(entry => ({
        url: textOf(entry['href']),
        title: textOf(entry['description']),
        note: textOf(entry['extended']),
        savedAt: timeOf(entry['time']),
        tags: splitList(entry['tags'], /\s+/),
        isRead: !isTrue(entry['toread']),
        fields: entry
      }))
    )
}

function karakeepRecord(entry: Fields, listNames: ReadonlyMap<string, string>): ToldRecord {
  const content = asFields(entry['content'])
  const text = content?.['type'] === 'text' ? textOf(content['text']) : null
  const lists = namesOf(entry['lists']).map(id => listNames.get(id) ?? id)
  return {
    url: textOf(content?.['url']),
    title: textOf(entry['title']) ?? textOf(content?.['title']),
    savedAt: timeOf(entry['createdAt']),
    tags: [...namesOf(entry['tags']), ...lists],
    note: textOf(entry['note']),
    isArchived: isTrue(entry['archived']),
    isStarred: isTrue(entry['favourited']),
    content: text === null ? null : { kind: 'inline', format: 'markdown', content: text },
    fields: text === null ? entry : without(entry, ['content'])
  }
}

/** Karakeep's (before: Hoarder's) `{bookmarks,lists}`; a bookmark may be a note of a person's own. */
export const karakeepBookmarks: JsonService = {
  kind: 'json',
  service: 'karakeep',
  find: value => {
    const entries = objectsOf(asFields(value)?.['bookmarks'])
    return entries.some(entry => 'content' in entry && 'createdAt' in entry) ? entries : null
  },
  read: (entries, { value }) => {
    const lists = objectsOf(asFields(value)?.['lists'])
    const names = new Map(
      lists.flatMap(list => {
        const [id, name] = [textOf(list['id']), textOf(list['name'])]
        return id !== null && name !== null ? [[id, name] as const] : []
      })
    )
    return makeRecords(entries.map(entry => karakeepRecord(entry, names)))
  }
}

/** Linkwarden's `{collections:[{name,links:[{name,url,tags,createdAt}]}]}`. */
export const linkwardenCollections: JsonService = {
  kind: 'json',
  service: 'linkwarden',
  find: value => {
    const collections = objectsOf(asFields(value)?.['collections'])
    if (!collections.some(collection => Array.isArray(collection['links']))) return null
    return collections.flatMap(collection =>
      objectsOf(collection['links']).map(link => ({ ...link, collection: textOf(collection['name']) }))
    )
  },
  read: entries =>
    makeRecords(
      entries.map(entry => {
        const collection = textOf(entry['collection'])
        const id = textOf(entry['id'])
        return {
          ...(id !== null && { key: id }),
          url: textOf(entry['url']),
          title: textOf(entry['name']),
          deck: textOf(entry['description']),
          savedAt: timeOf(entry['createdAt']),
          tags: [
            ...namesOf(entry['tags']),
            ...(collection === null || /^unorganized$/i.test(collection) ? [] : [collection])
          ],
          fields: entry
        }
      })
    )
}
