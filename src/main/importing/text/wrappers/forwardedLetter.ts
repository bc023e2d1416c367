// Owns the wrapping of a text that was forwarded by mail: header block, quotation marks, signature. Reads no mail files.
import { findDates } from '../findDates'
import { alternatives } from '../guess'
import { letterLabels, subjectPrefixes } from '../words/letters'
import type { UnwrappedText } from './unwrap'

const marker = /^-{2,}[^-]{3,50}-{2,}$|^(?:begin forwarded message|anfang der weitergeleiteten nachricht)\s*:?$/i
const headerLine = /^(?<label>[\p{L}-]{1,12})\s*:\s*(?<value>\S.*)$/u
const prefix = new RegExp(`^(?:(?:${alternatives(subjectPrefixes)})\\s*:\\s*)+`, 'iu')
const quoted = /^(?:> ?)+/
/** A header's block is short, and a signature too. */
const longestBlock = 16
const longestSignature = 10
/** Share of quoted lines from which the whole letter is a quotation. */
const mostlyQuoted = 0.8

interface Header {
  readonly fields: ReadonlyMap<string, string>
  /** Index of the first line below the header. */
  readonly end: number
}

function readHeader(lines: readonly string[]): Header | null {
  const fields = new Map<string, string>()
  let index = lines.findIndex(line => line.trim() !== '')
  if (index < 0) return null
  if (marker.test((lines[index] ?? '').trim())) index++
  while (index < lines.length && (lines[index] ?? '').trim() === '') index++
  let count = 0
  for (; index < lines.length && count < longestBlock; index++, count++) {
    const line = (lines[index] ?? '').replace(quoted, '').replaceAll('*', '')
    if (line.trim() === '') break
    const { label, value } = headerLine.exec(line.trim())?.groups ?? {}
    const kind = letterLabels.get(label?.toLowerCase() ?? '')
    if (kind === undefined || value === undefined) return null
    fields.set(kind, value.trim())
  }
  return fields.has('from') && fields.has('subject') && count >= 3 ? { fields, end: index } : null
}

function withoutQuotation(lines: readonly string[]): readonly string[] {
  const written = lines.filter(line => line.trim() !== '')
  const isQuotation = written.filter(line => quoted.test(line)).length >= written.length * mostlyQuoted
  return isQuotation ? lines.map(line => line.replace(quoted, '')) : lines
}

/** Source of the mark: RFC 3676, section 4.3. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const mark = lines.findLastIndex(line => /^(?:> ?)*--\s*$/.test(line))
  const length = lines.slice(mark + 1).filter(line => line.trim() !== '').length
  return mark > 0 && length <= longestSignature ? lines.slice(0, mark) : lines
}

const nameOf = (sender: string): string =>
  sender
    .replace(/<[^>]*>|\([^)]*\)|\[mailto:[^\]]*\]/gi, '')
    .replace(/^["'\s]+|["'\s]+$/g, '')
    .trim()

/** The text inside a forwarded letter with what its header states, or null where the text begins with no such header. */
export function unwrapForwardedLetter(text: string): UnwrappedText | null {
  const lines = text.split(/\r\n?|\n/)
  const header = readHeader(lines)
  if (!header) return null
  const body = withoutQuotation(withoutSignature(lines.slice(header.end)))
  const title = header.fields.get('subject')?.replace(prefix, '').trim()
  const byline = nameOf(header.fields.get('from') ?? '')
  const [date] = findDates(header.fields.get('date') ?? '')
  if (body.every(line => line.trim() === '')) return null
  return {
    text: body.join('\n'),
    stated: {
      ...(title && { title }),
      ...(byline !== '' && { byline }),
      ...(date && date.weekday !== 'disagrees' && !date.isAmbiguous && { publishedAt: date.value })
    }
  }
}
