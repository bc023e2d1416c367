// Owns the reading of CSV exports: the header, and each row by its column's name. The only importer of csv-parse.
import { parse } from 'csv-parse/sync'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../limits'
import type { Fields } from './values'

/** A CSV export. */
export interface CsvTable {
  /** The columns' names as they are written. */
  readonly columns: readonly string[]
  /** By the columns' names; a cell too many stands under `column N`. */
  readonly rows: readonly Fields[]
}

const separators = [',', ';', '\t'] as const

/** The names in a first line, in lower case, for knowing a service by them. Null where the line is no header. */
export function headerOf(text: string): readonly string[] | null {
  const line = /^\uFEFF?([^\r\n]{3,2000})(?:\r?\n|$)/.exec(text)?.[1]
  if (line === undefined) return null
  const names = line.split(separatorOf(line)).map(name => name.trim().replace(/^"|"$/g, '').toLowerCase())
  return names.length > 1 || names[0] === 'url' ? names : null
}

/** What separates the columns: what the header has most of. */
function separatorOf(line: string): (typeof separators)[number] {
  const counts = separators.map(separator => line.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/**
 * Reads a table. Rows may be short or long, quotes may stand where they should not; a row of nothing is none.
 * @throws AppError `file_damaged` | `file_too_complex`
 */
export function readCsv(text: string, limits: ImportLimits): CsvTable {
  const header = /^\uFEFF?([^\r\n]*)/.exec(text)?.[1] ?? ''
  let lines: string[][]
  try {
    lines = parse(text, {
      bom: true,
      delimiter: separatorOf(header),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: limits.exportEntries + 2
    })
  } catch (error) {
    throw new AppError('file_damaged', 'The table in this file is damaged; a quotation mark is probably not closed', {
      cause: error
    })
  }
  const [columns = [], ...rows] = lines
  if (rows.length > limits.exportEntries) {
    throw new AppError('file_too_complex', `The export has more than ${limits.exportEntries} entries; divide it`)
  }
  const filled = rows.filter(row => row.some(cell => cell.trim() !== ''))
  return {
    columns,
    rows: filled.map(row =>
      Object.fromEntries(row.map((cell, index) => [columns[index]?.trim() || `column ${index + 1}`, cell]))
    )
  }
}

/** A row's cells by their columns' names in lower case, so that a service may change how it spells them. */
export function byColumn(row: Fields): Fields {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]))
}
