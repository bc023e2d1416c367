// Owns UTF-32, which TextDecoder lacks: its recognition, with and without a byte order mark, and its decoding.

/** The two byte orders; no WHATWG labels, since browsers read neither. */
export type Utf32Label = 'utf-32le' | 'utf-32be'

/** Enough units to be sure of the byte order. */
const lookedAt = 4_096

/** The code points of a text, read in either byte order. */
function readUnits(bytes: Uint8Array, label: Utf32Label, most: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const count = Math.min(Math.floor(bytes.length / 4), most)
  return Array.from({ length: count }, (_, index) => view.getUint32(index * 4, label === 'utf-32le'))
}

const isCharacter = (unit: number): boolean => unit > 0 && unit <= 0x10ffff && (unit < 0xd800 || unit > 0xdfff)

/** The byte order of UTF-32 text, or null: in nothing else do groups of four bytes all make characters. */
export function looksLikeUtf32(bytes: Uint8Array): Utf32Label | null {
  // A character's highest byte is zero in either order.
  if (bytes.length < 8 || bytes.length % 4 !== 0 || (bytes[0] !== 0 && bytes[3] !== 0)) return null
  const labels: readonly Utf32Label[] = ['utf-32le', 'utf-32be']
  return labels.find(label => readUnits(bytes, label, lookedAt).every(isCharacter)) ?? null
}

/** The text of UTF-32 without its byte order mark; U+FFFD for what is no character. */
export function decodeUtf32(bytes: Uint8Array, label: Utf32Label): string {
  const characters = readUnits(bytes, label, Infinity).map(unit =>
    isCharacter(unit) || unit === 0 ? String.fromCodePoint(unit) : '\uFFFD'
  )
  const rest = bytes.length % 4 === 0 ? '' : '\uFFFD'
  return characters.join('').replace(/^\uFEFF/, '') + rest
}
