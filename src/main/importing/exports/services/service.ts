// Owns the interface behind which every service's export stands. Holds no code.
import type { ImportLimits } from '../../limits'
import type { ExportRecord, ExportService } from '../exportRecord'
import type { Bookmark } from '../bookmarkFile'
import type { CsvTable } from '../csvTable'
import type { Fields } from '../values'

/** Reads a file of the export's own folder; null where it is not there. */
export type ReadBeside = (relativePath: string) => Promise<string | null>

/** A service whose export is a table. */
export interface CsvService {
  readonly kind: 'csv'
  readonly service: ExportService
  /** Whether these columns, in lower case, are this service's. */
  readonly isKnownBy: (columns: readonly string[]) => boolean
  readonly read: (table: CsvTable) => readonly ExportRecord[]
}

/** A service whose export is JSON. */
export interface JsonService {
  readonly kind: 'json'
  readonly service: ExportService
  /** The entries, or null where the value is not this service's. */
  readonly find: (value: unknown) => readonly Fields[] | null
  readonly read: (
    entries: readonly Fields[],
    surroundings: { readonly value: unknown; readonly readBeside: ReadBeside; readonly limits: ImportLimits }
  ) => readonly ExportRecord[] | Promise<readonly ExportRecord[]>
}

/** A service whose export is a page of links. */
export interface BookmarkService {
  readonly kind: 'bookmarks'
  readonly service: ExportService
  /** Whether the beginning of a page is this service's. */
  readonly isKnownBy: (beginning: string) => boolean
  readonly read: (bookmarks: readonly Bookmark[]) => readonly ExportRecord[]
}
