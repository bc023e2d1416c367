// Owns the recognition of UTF-16, with and without a byte order mark. Decodes nothing.

/** The WHATWG labels of the two byte orders. */
export type Utf16Label = 'utf-16le' | 'utf-16be'

/**
 * The byte order of UTF-16 text, or null where the bytes are something else. Without a mark it goes by the zero bytes:
 * ASCII characters, spaces and line ends put theirs all on one side, and binary data on both.
 */
export function looksLikeUtf16(bytes: Uint8Array): Utf16Label | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? null : 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(bytes.length, 64 * 1024) >> 1
  let evenZeros = 0
  let oddZeros = 0
  let doubleZeros = 0
  for (let index = 0; index < pairs * 2; index += 2) {
    const isEvenZero = bytes[index] === 0
    const isOddZero = bytes[index + 1] === 0
    if (isEvenZero && isOddZero) doubleZeros++
    else if (isEvenZero) evenZeros++
    else if (isOddZero) oddZeros++
  }
  const zeros = evenZeros + oddZeros
  if (doubleZeros > 0 || zeros < Math.max(2, pairs * 0.03)) return null
  if (oddZeros >= zeros * 0.98) return 'utf-16le'
  return evenZeros >= zeros * 0.98 ? 'utf-16be' : null
}
