// Owns the charset labels of mails: which of them say something, and how few bytes of a header are read. Decodes no text.
import { decodeStrictUtf8 } from '../text/utf8'

/**
 * The WHATWG label behind a charset that a header gives, or null where it says nothing: unknown, or ASCII, which mailers
 * write in front of any bytes. Source: https://encoding.spec.whatwg.org/#names-and-labels
 */
export function charsetOf(label: string | null | undefined): string | null {
  const trimmed = label?.trim() ?? ''
  if (trimmed === '' || /^(?:us-)?ascii$|^ansi_x3/i.test(trimmed)) return null
  try {
    return new TextDecoder(trimmed).encoding
  } catch {
    return null
  }
}

/** The characters of a header's bytes: in `charset` where it is known, else UTF-8, else windows-1252. Never throws. */
export function decodeHeaderBytes(bytes: Uint8Array, charset: string | null = null): string {
  const encoding = charsetOf(charset)
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes)
  return decodeStrictUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
}
