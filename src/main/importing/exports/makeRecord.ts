// Owns the making of records: what a service does not say is filled in, and every entry of an export gets a key of its own.
import type { ExportRecord } from './exportRecord'

/** What a service says of an entry; `key` is its own name for it, where it has one. */
export type ToldRecord = Pick<ExportRecord, 'fields'> & Partial<ExportRecord>

/** A longer name is cut; what would then be the same name gets a number. */
const longestKey = 500

/** Completes entries. Without a name of the service's own an entry is known by its address, else by its title. */
export function makeRecords(told: readonly ToldRecord[]): ExportRecord[] {
  const uses = new Map<string, number>()
  return told.map(({ fields, ...given }, index) => {
    const name = (given.key || given.url || given.title || `entry ${index + 1}`).slice(0, longestKey)
    const count = (uses.get(name) ?? 0) + 1
    uses.set(name, count)
    return {
      url: null,
      title: null,
      deck: null,
      byline: null,
      siteName: null,
      language: null,
      publishedAt: null,
      savedAt: null,
      tags: [],
      isRead: false,
      isStarred: false,
      isArchived: false,
      progress: null,
      note: null,
      highlights: [],
      content: null,
      ...given,
      fields,
      key: count === 1 ? name : `${name} #${count}`
    }
  })
}
