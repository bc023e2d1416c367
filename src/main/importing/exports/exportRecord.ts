// Owns what one entry of another service's export says, whatever the service. Types only.
import type { ImportWarning } from '@shared/model/article'

/** The services whose exports can be read, and the formats that several of them share. */
export type ExportService =
  | 'omnivore'
  | 'wallabag'
  | 'pocket'
  | 'instapaper'
  | 'raindrop'
  | 'readwise'
  | 'matter'
  | 'pinboard'
  | 'karakeep'
  | 'linkwarden'
  | 'bookmarks'

/** A passage that a person marked elsewhere. No service gives offsets: the passage is found again by its words. */
export interface ExportHighlight {
  readonly quote: string
  /** The person's note on it; null where there is none. */
  readonly note: string | null
  readonly tags: readonly string[]
  /** The service's own word for the colour; null where it has none. */
  readonly color: string | null
  /** Milliseconds since 1970; null where the export does not say. */
  readonly createdAt: number | null
}

/** Where an entry's text is: in the export itself, or in a file beside it. */
export type ExportContent =
  | { readonly kind: 'inline'; readonly format: 'html' | 'markdown' | 'text'; readonly content: string }
  /** Relative paths from the export's file, the likeliest first; which of them is there is found out later. */
  | { readonly kind: 'files'; readonly paths: readonly string[] }

/** One entry of an export. Every field is what the export says; null where it says nothing. */
export interface ExportRecord {
  /** Names the entry within its export and stays the same when the export is read again: the service's id, or a row. */
  readonly key: string
  readonly url: string | null
  readonly title: string | null
  readonly deck: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly language: string | null
  /** `YYYY-MM-DD` or ISO 8601 with time and offset. */
  readonly publishedAt: string | null
  /** When the person saved it, in milliseconds since 1970. */
  readonly savedAt: number | null
  readonly tags: readonly string[]
  readonly isRead: boolean
  readonly isStarred: boolean
  readonly isArchived: boolean
  /** Share that has been read, 0 to 1. */
  readonly progress: number | null
  /** The person's note on the whole entry. */
  readonly note: string | null
  readonly highlights: readonly ExportHighlight[]
  /** Null where the export has no text: the entry becomes a stub. */
  readonly content: ExportContent | null
  /** Everything that the export says of the entry, by its own names, unknown columns too; the content left out. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** A whole export. */
export interface ParsedExport {
  readonly service: ExportService
  /** In the order of the export. */
  readonly records: readonly ExportRecord[]
  readonly warnings: readonly ImportWarning[]
}
