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
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
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

/** Encodings of Windows that fill the gap in an ISO encoding's middle with quotation marks and dashes. */
const windowsSiblings: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-6': 'windows-1256',
  'iso-8859-13': 'windows-1257'
}

/** The label to decode by: Windows' own where the bytes use what only it has. */
function chooseSibling(bytes: Uint8Array, name: string): string {
  const sibling = windowsSiblings[name.toLowerCase()]
  return sibling !== undefined && bytes.some(byte => byte >= 0x80 && byte <= 0x9f) ? sibling : name
}

function decodeLegacy(bytes: Uint8Array): DecodedText | null {
  for (const match of analyse(bytes.subarray(0, sampleBytes))) {
    if (match.confidence < 10) break
    if (/^utf/i.test(match.name)) continue
    const label = chooseSibling(bytes, match.name)
    const text = decodeStrict(bytes, label)
    if (text === null || !isPlausible(text)) continue
    // Where both read the same, the text has nothing of the rarer encoding's own.
    const isWestern = decodeStrict(bytes, 'windows-1252') === text
    const encoding = isWestern ? 'windows-1252' : new TextDecoder(label).encoding
    const message = `The encoding of the text is not stated; ${encoding} was guessed, so single letters may be wrong`
    return { text, encoding, warnings: [{ code: 'encoding_guessed', message }] }
  }
  return null
}

function decodeDeclared(bytes: Uint8Array, declared: string | null): DecodedText | null {
  // UTF-16 would have shown itself by its zero bytes before.
  if (declared === null || /^utf-?(?:8|16)/i.test(declared)) return null
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
