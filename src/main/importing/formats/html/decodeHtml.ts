// Owns the encoding that a page declares. Decodes by `decodeText`.
import { decodeText, type DecodedText } from '../../text/decodeText'

/** How far a declaration is looked for. Source: HTML standard, "prescan a byte stream": at least 1 024 bytes. */
const prescanBytes = 4_096

function isEncodingLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

/** The label that the page's first `meta` or XML declaration gives, or null. */
export function findDeclaredEncoding(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, prescanBytes)).toString('latin1')
  const markup = beginning.replace(/<!-{2}[\s\S]*?(?:-->|$)/g, '')
  const declared =
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/i.exec(markup)?.[1] ??
    /<meta\s[^>]*?(?:\s|["'/])?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(markup)?.[1]
  if (!declared || !isEncodingLabel(declared)) return null
  // A page that could be read so far is not UTF-16. Source: HTML standard, 13.2.3.2, step on utf-16.
  return /^utf-?16/i.test(new TextDecoder(declared).encoding) ? 'utf-8' : declared
}

/** The page's characters. Throws what `decodeText` throws. */
export function decodeHtml(bytes: Uint8Array): DecodedText {
  return decodeText(bytes, findDeclaredEncoding(bytes))
}
