// Owns the decoding of bytes by an encoding that a person chose. Detects none.
import { AppError } from '@shared/errors'
import { charsetTables } from './detection/charsetTables'
import { decodeByTable } from './detection/charsets'
import { findMojibake } from './mojibake'
import { decodeUtf32 } from './utf32'

/** The pseudo-label of UTF-8 that was taken for another encoding and written as UTF-8 once more (or oftener). */
export const twiceEncodedLabel = 'utf-8-twice'

/** Text in a chosen encoding. */
export interface ForcedText {
  readonly text: string
  /** The encoding's label in its usual spelling. */
  readonly encoding: string
  /** Number of places that could not be read and are U+FFFD in the text. */
  readonly replaced: number
}

function createDecoder(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label)
  } catch (cause) {
    throw new AppError('text_undecodable', `There is no encoding named “${label}”`, { cause })
  }
}

function decodeNamed(bytes: Uint8Array, label: string): Omit<ForcedText, 'replaced'> {
  if (label === 'utf-32le' || label === 'utf-32be') return { text: decodeUtf32(bytes, label), encoding: label }
  if (label === twiceEncodedLabel) {
    const once = new TextDecoder('utf-8').decode(bytes)
    return { text: findMojibake(once)?.repaired ?? once, encoding: label }
  }
  if (charsetTables.has(label)) return { text: decodeByTable(bytes, label) ?? '', encoding: label }
  const decoder = createDecoder(label)
  return { text: decoder.decode(bytes), encoding: decoder.encoding }
}

/**
 * Decodes by a label that a person chose, and never gives up: what cannot be read, and controls that no text has, is
 * U+FFFD. Throws AppError `text_undecodable` only for a label that names no encoding.
 */
export function decodeForced(bytes: Uint8Array, label: string): ForcedText {
  const { text, encoding } = decodeNamed(bytes, label.trim().toLowerCase())
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  const readable = text.replace(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g, '\uFFFD')
  return { text: readable, encoding, replaced: readable.split('\uFFFD').length - 1 }
}
