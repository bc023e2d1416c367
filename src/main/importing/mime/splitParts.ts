// Owns the division of a multipart body at its boundary. Source: RFC 2046, section 5.1.1. Reads no header.

const lineFeed = 0x0a
const carriageReturn = 0x0d
const guessedWithin = 64 * 1024

interface Delimiter {
  readonly start: number
  /** Offset of the line behind it. */
  readonly end: number
  readonly isLast: boolean
}

/** The delimiter at `start`, or null where the line goes on: another boundary may begin with the same characters. */
function readDelimiter(body: Buffer, start: number, length: number): Delimiter | null {
  let at = start + length
  const isLast = body[at] === 0x2d && body[at + 1] === 0x2d
  if (isLast) at += 2
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === carriageReturn) at++
  if (at < body.length && body[at] !== lineFeed) return null
  return { start, end: Math.min(at + 1, body.length), isLast }
}

/** The boundary that a body shows, where its header has lost it: its first line that begins with two hyphens. */
function guessBoundary(body: Buffer): string | null {
  const beginning = body.subarray(0, guessedWithin).toString('latin1')
  return /^--(\S{1,200})[ \t]*\r?$/m.exec(beginning)?.[1] ?? null
}

/**
 * The parts of a multipart body, in order, without the line ends that belong to the boundary; at most `limit` + 1. A last
 * part without an end reaches to the end of the body. Empty where no boundary is found.
 */
export function splitParts(body: Buffer, boundary: string | null | undefined, limit: number): Buffer[] {
  const known = boundary?.trimEnd() || guessBoundary(body)
  if (!known) return []
  const needle = Buffer.from(`--${known}`, 'latin1')
  const parts: Buffer[] = []
  let open: number | null = null
  for (let at = body.indexOf(needle); at >= 0; at = body.indexOf(needle, at + 1)) {
    const isAtLineStart = at === 0 || body[at - 1] === lineFeed
    const delimiter = isAtLineStart ? readDelimiter(body, at, needle.length) : null
    if (!delimiter) continue
    if (open !== null) {
      const lineEnd = body[at - 2] === carriageReturn ? 2 : 1
      parts.push(body.subarray(open, Math.max(open, at - lineEnd)))
    }
    open = delimiter.isLast ? null : delimiter.end
    if (delimiter.isLast || parts.length > limit) break
  }
  if (open !== null && open < body.length) parts.push(body.subarray(open))
  return parts
}
