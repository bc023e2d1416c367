// Owns the division of an RTF file into tokens. Knows the meaning of none but `\bin`, whose bytes are no tokens.
// Source: Rich Text Format (RTF) Specification 1.9.1, "RTF syntax".

/** A token. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word with its number, or a control symbol, which has none. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** Characters in the encoding of their font. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }

const [backslash, brace, endBrace, quote, minus, space] = [0x5c, 0x7b, 0x7d, 0x27, 0x2d, 0x20]
const longestWord = 32

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const isLineBreak = (byte: number): boolean => byte === 0x0a || byte === 0x0d || byte === 0

/** The tokens of a file, one after the other. Damaged ones are passed over; the end of the file ends them. */
export function* readTokens(file: Buffer): Generator<Token> {
  let at = 0
  const byteAt = (index: number): number => file[index] ?? 0
  while (at < file.length) {
    const byte = byteAt(at)
    if (byte === brace || byte === endBrace) {
      yield { kind: byte === brace ? 'open' : 'close' }
      at++
    } else if (isLineBreak(byte)) at++
    else if (byte !== backslash) {
      let end = at
      while (end < file.length && ![backslash, brace, endBrace].includes(byteAt(end)) && !isLineBreak(byteAt(end)))
        end++
      yield { kind: 'bytes', bytes: file.subarray(at, end) }
      at = end
    } else if (byteAt(at + 1) === quote) {
      const code = Number.parseInt(file.toString('latin1', at + 2, at + 4), 16)
      if (!Number.isNaN(code)) yield { kind: 'bytes', bytes: Uint8Array.of(code) }
      at += 4
    } else if (!isLetter(byteAt(at + 1))) {
      const name = file.toString('latin1', at + 1, at + 2)
      // A line break with a backslash in front is a paragraph's end.
      yield { kind: 'word', name: /[\r\n]/.test(name) ? 'par' : name, value: null }
      at += 2
    } else {
      let end = at + 1
      while (isLetter(byteAt(end)) && end - at <= longestWord) end++
      const name = file.toString('latin1', at + 1, end)
      const start = end
      if (byteAt(end) === minus) end++
      while (isDigit(byteAt(end)) && end - start < 12) end++
      const value = end > start ? Number(file.toString('latin1', start, end)) : null
      at = byteAt(end) === space ? end + 1 : end
      if (name === 'bin') {
        const length = Math.min(Math.max(0, value ?? 0), file.length - at)
        yield { kind: 'binary', bytes: file.subarray(at, at + length) }
        at += length
      } else yield { kind: 'word', name, value: Number.isNaN(value) ? null : value }
    }
  }
}
