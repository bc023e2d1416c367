// Owns the step from bytes to text for every format: which encoding, and what to do where it is unsure. Parses nothing.
import { AppError } from '@shared/errors'
import type { ImportWarning } from '@shared/model/article'
import { decodeByTable } from './detection/charsets'
import { detectEncodings, detectSevenBit } from './detection/detectEncoding'
import { decodeForced } from './forcedText'
import { findMojibake } from './mojibake'
import { looksLikeUtf16 } from './utf16'
import { decodeUtf32, looksLikeUtf32 } from './utf32'
import { decodeStrictUtf8, repairUtf8 } from './utf8'

/** Text and how it was decoded. */
export interface DecodedText {
  readonly text: string
  /**
   * WHATWG label of the encoding, or a label of `encodings.ts` where WHATWG has none.
   * Source: https://encoding.spec.whatwg.org/#names-and-labels
   */
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

/** Decodes by a detected label; null where a part of the bytes that was not looked at cannot be read so. */
function decodeDetected(bytes: Uint8Array, label: string): { readonly text: string; readonly encoding: string } | null {
  const byTable = decodeByTable(bytes, label)
  if (byTable !== null) return byTable.includes('\uFFFD') ? null : { text: byTable, encoding: label }
  const text = decodeStrict(bytes, label)
  return text === null ? null : { text, encoding: new TextDecoder(label).encoding }
}

function decodeLegacy(bytes: Uint8Array): DecodedText | null {
  for (const label of detectEncodings(bytes)) {
    const decoded = decodeDetected(bytes, label)
    if (decoded === null) continue
    const message = `The encoding of the text is not stated; ${decoded.encoding} was guessed, so single letters may be wrong`
    return { ...decoded, warnings: [{ code: 'encoding_guessed', message }] }
  }
  return null
}

function decodeDeclared(bytes: Uint8Array, declared: string | null): DecodedText | null {
  // UTF-16 would have shown itself by its zero bytes before.
  if (declared === null || /^utf-?(?:8|16)/i.test(declared)) return null
  const text = decodeStrict(bytes, declared)
  return text === null ? null : { text, encoding: new TextDecoder(declared).encoding, warnings: [] }
}

function warnOfReplaced(replaced: number): ImportWarning[] {
  if (replaced === 0) return []
  const places = replaced === 1 ? 'One place' : `${replaced} places`
  const message = `${places} of the text could not be read and ${replaced === 1 ? 'is' : 'are'} shown as \uFFFD`
  return [{ code: 'text_bytes_replaced', message }]
}

function decodeRepaired(bytes: Uint8Array): DecodedText | null {
  const repaired = repairUtf8(bytes)
  return repaired && { text: repaired.text, encoding: 'utf-8', warnings: warnOfReplaced(repaired.replaced) }
}

function warnOfMojibake(text: string): ImportWarning[] {
  const found = findMojibake(text)
  if (!found) return []
  const places = found.evidence === 1 ? 'One place' : `${found.evidence} places`
  const message = `${places} of the text ${found.evidence === 1 ? 'was' : 'were'} encoded twice (UTF-8 read as ${found.via}); read the file as “UTF-8, encoded twice” to mend this`
  return [{ code: 'mojibake_found', message }]
}

function decodeUnchecked(bytes: Uint8Array, declared: string | null): DecodedText {
  const utf32 = looksLikeUtf32(bytes)
  if (utf32) return { text: decodeUtf32(bytes, utf32), encoding: utf32, warnings: [] }
  const utf16 = looksLikeUtf16(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, warnings: [] }
  const isMarkedUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const byDeclaration = isMarkedUtf8 ? null : decodeDeclared(bytes, declared)
  if (byDeclaration) return byDeclaration
  const sevenBit = detectSevenBit(bytes)
  const byEscapes = sevenBit && decodeStrict(bytes, sevenBit)
  if (sevenBit && byEscapes !== null) return { text: byEscapes, encoding: sevenBit, warnings: [] }
  const strict = decodeStrictUtf8(bytes)
  if (strict !== null) return { text: strict, encoding: 'utf-8', warnings: [] }
  const decoded = decodeRepaired(bytes) ?? decodeLegacy(bytes)
  if (decoded) return decoded
  throw new AppError('text_undecodable', 'The text is in no known encoding; save it as UTF-8 and import it again')
}

/** How bytes are to be decoded where a person has chosen. */
export interface DecodeOptions {
  /** A label of `encodings.ts` or WHATWG; neither marks nor declarations nor detection count then. */
  readonly encoding?: string
}

/**
 * Decodes bytes by the encoding that a person chose, else by byte order mark, UTF-32 and UTF-16 without one, `declared` (a
 * label that the file gives), ISO-2022-JP's escapes, strict UTF-8, damaged UTF-8, then by what is detected. Throws AppError
 * `file_binary` or `text_undecodable`; with a chosen encoding only the latter, where there is none of that name.
 */
export function decodeText(
  bytes: Uint8Array,
  declared: string | null = null,
  options: DecodeOptions = {}
): DecodedText {
  if (options.encoding !== undefined) {
    const { replaced, ...forced } = decodeForced(bytes, options.encoding)
    return { ...forced, warnings: warnOfReplaced(replaced) }
  }
  const hasZero = bytes.subarray(0, sampleBytes).includes(0)
  if (hasZero && looksLikeUtf32(bytes) === null && looksLikeUtf16(bytes) === null) throw binary()
  const decoded = decodeUnchecked(bytes, declared)
  if (countBinaryControls(decoded.text) > decoded.text.length * mostControls) throw binary()
  return { ...decoded, warnings: [...decoded.warnings, ...warnOfMojibake(decoded.text)] }
}

function binary(): AppError {
  return new AppError('file_binary', 'The file holds binary data, not text')
}
