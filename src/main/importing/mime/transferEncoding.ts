// Owns the encodings in which bodies travel: quoted-printable, base64, or as they are. Source: RFC 2045, section 6.

const equals = 0x3d
const lineFeed = 0x0a
const carriageReturn = 0x0d

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** Offset behind the white space and the line end at `at`, or -1 where something else stands there. */
function skipLineEnd(bytes: Uint8Array, at: number): number {
  let next = at
  while (isBlank(bytes[next])) next++
  if (next >= bytes.length) return next
  if (bytes[next] === carriageReturn && bytes[next + 1] === lineFeed) return next + 2
  return bytes[next] === lineFeed ? next + 1 : -1
}

/** What is no escape stays as it is. White space at a line's end was added on the way, and goes. */
function decodeQuotedPrintable(bytes: Uint8Array): Buffer {
  const decoded = Buffer.alloc(bytes.length)
  let length = 0
  let kept = 0
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    const high = byte === equals ? hexDigit(bytes[at + 1]) : -1
    const low = high < 0 ? -1 : hexDigit(bytes[at + 2])
    if (low >= 0) {
      decoded[length++] = high * 16 + low
      kept = length
      at += 3
      continue
    }
    const afterBreak = byte === equals ? skipLineEnd(bytes, at + 1) : -1
    if (afterBreak >= 0) {
      kept = length
      at = afterBreak
      continue
    }
    if (byte === lineFeed) {
      const hasReturn = bytes[at - 1] === carriageReturn && length > kept
      length = hasReturn ? length - 1 : length
      while (length > kept && isBlank(decoded[length - 1])) length--
      if (hasReturn) decoded[length++] = carriageReturn
    }
    decoded[length++] = byte
    if (byte === lineFeed) kept = length
    at++
  }
  return decoded.subarray(0, length)
}

/**
 * A body's bytes, or null where they are more than `limitBytes`, which for base64 is known before anything is allocated.
 * `encoding` is the value of Content-Transfer-Encoding; an unknown one leaves the bytes as they are.
 */
export function decodeTransfer(bytes: Buffer, encoding: string | null, limitBytes: number): Buffer | null {
  const name = encoding?.trim().toLowerCase() ?? ''
  // Line ends make at most a tenth of what base64 lines are long.
  if (name === 'base64' && bytes.length * 0.67 > limitBytes) return null
  if (name !== 'base64' && name !== 'quoted-printable') return bytes.length > limitBytes ? null : bytes
  const decoded = name === 'base64' ? Buffer.from(bytes.toString('latin1'), 'base64') : decodeQuotedPrintable(bytes)
  return decoded.length > limitBytes ? null : decoded
}
