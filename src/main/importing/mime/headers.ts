// Owns the header block of a message or of one of its parts: its end, its fields, their folding. Knows no field's meaning.
// Source: RFC 5322, section 2.2.
import { AppError } from '@shared/errors'
import { decodeHeaderBytes } from './charset'

/** The fields of one header block. Names in any case. */
export interface MimeHeaders {
  /** The unfolded value of the first field of a name, encoded words as they came; null where there is none. */
  readonly get: (name: string) => string | null
  /** The names in lower case, each once. */
  readonly names: ReadonlySet<string>
}

/** A header block and where what follows it begins. */
export interface HeaderBlock {
  readonly headers: MimeHeaders
  /** Offset of the body in the bytes. */
  readonly bodyStart: number
}

const lineFeed = 0x0a
const fieldStart = /^([!-9;-~]+)[ \t]*:[ \t]*/
const longestLine = 64 * 1024

function collectFields(lines: readonly string[]): MimeHeaders {
  const fields = new Map<string, string>()
  let name: string | null = null
  for (const line of lines) {
    const [start, found] = fieldStart.exec(line) ?? []
    if (start !== undefined && found !== undefined) {
      // The first field of a name counts; later ones of `Received` and the like say nothing that is asked for.
      name = fields.has(found.toLowerCase()) ? null : found.toLowerCase()
      if (name !== null) fields.set(name, line.slice(start.length).trimEnd())
    } else if (name !== null) fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`.trim())
  }
  return { get: wanted => fields.get(wanted.toLowerCase()) ?? null, names: new Set(fields.keys()) }
}

/**
 * Reads the header block that begins at `start`. It ends at an empty line, or at a line that is no field. Throws AppError
 * `file_too_complex` where it is longer than `limitBytes`.
 */
export function readHeaders(bytes: Buffer, start: number, limitBytes: number): HeaderBlock {
  const lines: string[] = []
  let at = start
  while (at < bytes.length) {
    const feed = bytes.indexOf(lineFeed, at)
    const next = feed < 0 ? bytes.length : feed + 1
    if (next - start > limitBytes) {
      // A body without any header may begin with a long line; only fields can make a header too long.
      if (lines.length === 0 && next - at > longestLine) break
      throw new AppError('file_too_complex', 'The header is too long for a mail or a saved page')
    }
    const line = decodeHeaderBytes(bytes.subarray(at, next)).replace(/\r?\n$/, '')
    const isFolded = lines.length > 0 && /^[ \t]+\S/.test(line)
    // Mailboxes put a line `From sender date` in front of each message.
    const isEnvelope = lines.length === 0 && line.startsWith('From ')
    if (line.trim() === '') return { headers: collectFields(lines), bodyStart: next }
    if (!isFolded && !isEnvelope && !fieldStart.test(line)) break
    if (!isEnvelope) lines.push(line)
    at = next
  }
  return { headers: collectFields(lines), bodyStart: at }
}
