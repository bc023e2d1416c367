// Owns how the paths of a receipt are read: what a file or entry is called, and which archive or export it came out of. Pure.
import type { ReceiptEntry } from '@shared/model/importing'

/** What an import writes between an archive or export and what it came out of it. */
const within = ' › '

/** A line of a receipt as it is shown. */
export interface ReceiptRow {
  readonly entry: ReceiptEntry
  readonly name: string
  /** The archive or export, on the first of the lines in a row that came out of it; else null. */
  readonly heading: string | null
  /** True where the line came out of an archive or export. */
  readonly isWithin: boolean
}

/** What an import is known again by: the name of the file, archive or export that its first line came from. */
export function sourceName(firstPath: string): string {
  const file = firstPath.split(within)[0] ?? firstPath
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
}

/** The lines, those of one archive or export under its name. */
export function receiptRows(entries: readonly ReceiptEntry[]): readonly ReceiptRow[] {
  let last: string | null = null
  return entries.map(entry => {
    const end = entry.path.indexOf(within)
    const container = end > 0 ? entry.path.slice(0, end) : null
    const heading = container === last ? null : container
    last = container
    const name = container === null ? entry.path : entry.path.slice(end + within.length)
    return { entry, name, heading, isWithin: container !== null }
  })
}
