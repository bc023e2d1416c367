// Owns the decoding of UTF-8, whole or slightly damaged. Knows no other encoding.

const replacement = '\uFFFD'

/** The text of valid UTF-8, or null. A byte order mark is dropped. */
export function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Damaged UTF-8 with each unreadable place as U+FFFD. */
export interface RepairedText {
  readonly text: string
  /** Number of places that could not be read. */
  readonly replaced: number
}

function countCharacter(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++
  return found
}

/**
 * What the commonest sequences of UTF-8, accented Latin letters and quotation marks, look like in Latin-1. Hardly any text
 * in Latin-1 has one: `Ã` or `Â` before a sign, `â` before two controls.
 */
// oxlint-disable-next-line no-control-regex -- the controls are what gives the sequences away
const telltale = /[\u00C2\u00C3][\u0080-\u00BF]|\u00E2\u0080[\u0080-\u00BF]/g

/**
 * The text of bytes that are evidently UTF-8 with a little damage, or null. Evidently: at least four whole multi-byte
 * sequences for each unreadable place, which legacy encodings hardly ever have, and unreadable places are at most one a
 * thousand bytes (always allowing one, such as a character cut off at the end). Sequences that a legacy encoding would
 * make signs of (`Ã©`) are evidence enough where they are as many as the unreadable places.
 */
export function repairUtf8(bytes: Uint8Array): RepairedText | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const genuine = countCharacter(latin1, '\u00EF\u00BF\u00BD')
  const replaced = countCharacter(text, replacement) - genuine
  // oxlint-disable-next-line no-control-regex -- the range is that of ASCII
  const sequences = (text.match(/[^\u0000-\u007F\uFFFD\uDC00-\uDFFF]/g)?.length ?? 0) + genuine
  const isEvident = sequences >= replaced * 4 && replaced <= Math.max(1, bytes.length / 1_000)
  const isToldBySigns = (latin1.match(telltale)?.length ?? 0) >= replaced
  return isEvident || isToldBySigns ? { text, replaced } : null
}
