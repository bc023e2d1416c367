// Owns how terms are written as bytes and compared. Each UTF-16 code unit is coded as UTF-8 codes a character, so that
// bytes sort as strings do in JavaScript, every string can be written, and plain letters take a byte.

/** Bytes that any term of the Analyzer fits in. */
export const longestTermBytes = 1_024

/** Writes a term from the beginning of `into`; gives its length in bytes. What does not fit is cut off. */
export function encodeTerm(term: string, into: Uint8Array): number {
  let at = 0
  for (let index = 0; index < term.length && at + 3 <= into.length; index++) {
    const unit = term.charCodeAt(index)
    if (unit < 0x80) into[at++] = unit
    else if (unit < 0x800) {
      into[at++] = 0xc0 | (unit >> 6)
      into[at++] = 0x80 | (unit & 0x3f)
    } else {
      into[at++] = 0xe0 | (unit >> 12)
      into[at++] = 0x80 | ((unit >> 6) & 0x3f)
      into[at++] = 0x80 | (unit & 0x3f)
    }
  }
  return at
}

/** The term of the first `length` bytes. */
export function decodeTerm(bytes: Uint8Array, length: number): string {
  let term = ''
  for (let at = 0; at < length; at += unitSize(bytes[at] ?? 0)) term += String.fromCharCode(decodeUnit(bytes, at))
  return term
}

/** The code unit that begins at a byte. */
export function decodeUnit(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return first
  const second = (bytes[at + 1] ?? 0) & 0x3f
  if (first < 0xe0) return ((first & 0x1f) << 6) | second
  return ((first & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 0x3f)
}

/** How many bytes the code unit takes that begins with this byte. */
export function unitSize(firstByte: number): number {
  return firstByte < 0x80 ? 1 : firstByte < 0xe0 ? 2 : 3
}

/** How many whole code units at the beginning are the same, in bytes. */
export function commonBytes(first: Uint8Array, firstLength: number, second: Uint8Array, secondLength: number): number {
  const end = Math.min(firstLength, secondLength)
  let at = 0
  while (at < end && first[at] === second[at]) at++
  // Back to the beginning of a code unit that differs only in its later bytes.
  while (at > 0 && ((first[at] ?? 0) & 0xc0) === 0x80 && at < firstLength) at--
  return at
}

/** Below 0 where the first term sorts before the second, 0 where they are the same. */
export function compareTerms(first: Uint8Array, firstLength: number, second: Uint8Array, secondLength: number): number {
  const end = Math.min(firstLength, secondLength)
  for (let at = 0; at < end; at++) {
    const difference = (first[at] ?? 0) - (second[at] ?? 0)
    if (difference !== 0) return difference
  }
  return firstLength - secondLength
}

/** A number of 32 bits for a term; different terms may share one. Source: FNV-1a, with MurmurHash3's final mix. */
export function hashTerm(term: string): number {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < term.length; index++) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01_00_01_93)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}
