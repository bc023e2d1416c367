// Owns the step from bytes to text for every format: which encoding, and what to do where it is unsure. Parses nothing.
import { analyse } from 'chardet'
import { AppError } from '@shared/errors'
import type { ImportWarning } from '@shared/model/article'
import { looksLikeUtf16 } from './utf16'
import { decodeStrictUtf8, repairUtf8 } from './utf8'

/** Text and how it was decoded. */
export interface DecodedText {
  readonly text: string
  /** WHATWG label of the encoding. Source: https://encoding.spec.whatwg.org/#names-and-labels */
  readonly encoding: string
  readonly warnings: readonly ImportWarning[]
}

const sampleBytes = 256 * 1024
/** Share of control characters above which something is not text. */
const mostControls = 0.005

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** C0 controls that no text has: all but tab, line feed, vertical tab, form feed, carriage return and escape. */
function countBinaryControls(text: string): number {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return countMatches(text, /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)
}

function decodeStrict(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether characters stand where a wrong encoding would have put its waste: C1 controls, private use, unassigned. */
function isPlausible(text: string): boolean {
  const odd = countMatches(text, /[\u0080-\u009F\uE000-\uF8FF\uFFFD]|\p{Unassigned}/gu)
  return odd <= text.length * 0.001
}

/** windows-1252 is what the web means by Latin-1, and what TextDecoder decodes for it. */
function decodeLegacy(bytes: Uint8Array): DecodedText | null {
  for (const match of analyse(bytes.subarray(0, sampleBytes))) {
    if (match.confidence < 10) break
    if (/^utf/i.test(match.name)) continue
    const text = decodeStrict(bytes, match.name)
    if (text === null || !isPlausible(text)) continue
    return { text, encoding: new TextDecoder(match.name).encoding, warnings: [] }
  }
  return null
}

function decodeDeclared(bytes: Uint8Array, declared: string | null): DecodedText | null {
  if (declared === null || /^utf-?8$/i.test(declared)) return null
  const text = decodeStrict(bytes, declared)
  return text === null ? null : { text, encoding: new TextDecoder(declared).encoding, warnings: [] }
}

function decodeRepaired(bytes: Uint8Array): DecodedText | null {
  const repaired = repairUtf8(bytes)
  if (!repaired) return null
  const places = repaired.replaced === 1 ? 'One place' : `${repaired.replaced} places`
  const message = `${places} of the text could not be read and ${repaired.replaced === 1 ? 'is' : 'are'} shown as \uFFFD`
  return { text: repaired.text, encoding: 'utf-8', warnings: [{ code: 'text_bytes_replaced', message }] }
}

function decodeUnchecked(bytes: Uint8Array, declared: string | null): DecodedText {
  const utf16 = looksLikeUtf16(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, warnings: [] }
  const isMarkedUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const byDeclaration = isMarkedUtf8 ? null : decodeDeclared(bytes, declared)
  if (byDeclaration) return byDeclaration
  const strict = decodeStrictUtf8(bytes)
  if (strict !== null) return { text: strict, encoding: 'utf-8', warnings: [] }
  const decoded = decodeRepaired(bytes) ?? decodeLegacy(bytes)
  if (decoded) return decoded
  throw new AppError('text_undecodable', 'The text is in no known encoding; save it as UTF-8 and import it again')
}

/**
 * Decodes bytes: byte order mark, UTF-16 without one, `declared` (a label that the file gives), strict UTF-8, damaged
 * UTF-8, then what chardet finds. Throws AppError `file_binary` or `text_undecodable`.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  if (bytes.subarray(0, sampleBytes).includes(0) && looksLikeUtf16(bytes) === null) throw binary()
  const decoded = decodeUnchecked(bytes, declared)
  if (countBinaryControls(decoded.text) > decoded.text.length * mostControls) throw binary()
  return decoded
}

function binary(): AppError {
  return new AppError('file_binary', 'The file holds binary data, not text')
}
