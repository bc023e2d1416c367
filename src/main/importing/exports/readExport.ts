// Owns the way from an export's bytes to its entries: which service's it is, and its reading. Parses no article.
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { AppError } from '@shared/errors'
import type { ParseRequest } from '../importer'
import type { ImportLimits } from '../limits'
import { decodeText } from '../text/decodeText'
import { readBookmarks } from './bookmarkFile'
import { readCsv } from './csvTable'
import type { ExportRecord, ParsedExport } from './exportRecord'
import { bookmarkServices, csvServices, jsonServices } from './services'
import type { ReadBeside } from './services/service'

/** A file beside an export that holds a person's highlights is small. */
const mostBesideBytes = 5 * 1024 * 1024

function createReadBeside(path: string | null): ReadBeside {
  if (path === null) return () => Promise.resolve(null)
  const folder = dirname(path)
  return async relativePath => {
    const file = join(folder, relativePath)
    if (relative(folder, file).startsWith('..')) return null
    try {
      if ((await stat(file)).size > mostBesideBytes) return null
      return decodeText(await readFile(file)).text
    } catch {
      return null
    }
  }
}

/** Whether the brackets of a JSON text lie deeper in each other than this. Texts in it may be of many megabytes. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0
  let isText = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '"') isText = !isText
    else if (isText) index += character === '\\' ? 1 : 0
    else if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    if (depth > most) return true
  }
  return false
}

function parseJson(text: string, limits: ImportLimits): unknown {
  if (isDeeper(text, limits.exportDepth)) {
    throw new AppError(
      'file_too_complex',
      `The values of the export lie in each other more than ${limits.exportDepth} deep`
    )
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new AppError('file_damaged', 'The export is damaged or was cut off', { cause: error })
  }
}

function limitEntries(records: readonly ExportRecord[], limits: ImportLimits): readonly ExportRecord[] {
  if (records.length <= limits.exportEntries) return records
  throw new AppError('file_too_complex', `The export has more than ${limits.exportEntries} entries; divide it`)
}

/**
 * Reads another service's export. Throws AppError `file_damaged` where it cannot be read, `file_unsupported` where it is
 * none that is known, `file_too_complex` where it has too many entries.
 */
export async function readExport(request: ParseRequest, limits: ImportLimits): Promise<ParsedExport> {
  const { text } = decodeText(request.bytes)
  const trimmed = text.trimStart()
  if (trimmed.startsWith('<')) {
    const service = bookmarkServices.find(known => known.isKnownBy(trimmed.slice(0, 4_096)))
    if (service) {
      return {
        service: service.service,
        records: limitEntries(service.read(readBookmarks(text)), limits),
        warnings: []
      }
    }
  } else if (trimmed.startsWith('[') || trimmed.startsWith('{')) {
    const value = parseJson(text, limits)
    const readBeside = createReadBeside(request.path)
    for (const { find, read, service } of jsonServices) {
      const entries = find(value)
      if (!entries) continue
      const records = limitEntries(await read(entries, { value, readBeside, limits }), limits)
      return { service, records, warnings: [] }
    }
  } else {
    const table = readCsv(text, limits)
    const columns = table.columns.map(column => column.trim().toLowerCase())
    const service = csvServices.find(known => known.isKnownBy(columns))
    if (service) return { service: service.service, records: service.read(table), warnings: [] }
  }
  throw new AppError('file_unsupported', 'This is an export of no service that Lontar knows')
}
