// Owns the finding and mending of UTF-8 that was read in another encoding once too often (`Ã©` for `é`). Decodes no file.
import { upperHalfOf } from './detection/charsets'
import { decodeStrictUtf8 } from './utf8'

/** Text with its twice-encoded places mended. */
export interface Mojibake {
  readonly repaired: string
  /** Number of places that were mended. */
  readonly evidence: number
  /** The encoding that the text was wrongly read in; with ` twice` or ` thrice` where that happened oftener. */
  readonly via: string
}

interface Detour {
  readonly label: string
  readonly byteOf: ReadonlyMap<string, number>
  /** Matches a sequence of UTF-8 as the detour shows it: a quick look whether a text has any. */
  readonly sequence: RegExp
}

const labels = [
  'windows-1252',
  'macintosh',
  'ibm437',
  'ibm850',
  'windows-1251',
  'windows-1250',
  'ibm866',
  'koi8-r',
  'windows-1254'
]
const mostRounds = 3
/** Evidence from which a text is surely twice encoded. */
const certain = 1
/** A sequence that could just be a capital letter and a punctuation mark. */
const weakEvidence = 0.3

function makeDetour(label: string): Detour | null {
  const upperHalf = upperHalfOf(label)
  if (upperHalf === null) return null
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const characters = (first: number, last: number): string =>
    Array.from(upperHalf.slice(first - 0x80, last - 0x7f), escape).join('')
  const bytes = Array.from(upperHalf, (character, index) => [character, 0x80 + index] as const)
  return {
    label,
    byteOf: new Map(bytes.filter(([character]) => character !== '\uFFFD')),
    sequence: new RegExp(`[${characters(0xc2, 0xf4)}][${characters(0x80, 0xbf)}]`)
  }
}

let detours: readonly Detour[] | undefined

function allDetours(): readonly Detour[] {
  detours ??= labels.map(makeDetour).filter(detour => detour !== null)
  return detours
}

/** A run of characters as the UTF-8 that it was, or null where it is anything else. */
function mendRun(run: string, { byteOf }: Detour): string | null {
  const bytes = new Uint8Array(run.length)
  for (let index = 0; index < run.length; index++) {
    const byte = byteOf.get(run.charAt(index))
    if (byte === undefined) return null
    bytes[index] = byte
  }
  return decodeStrictUtf8(bytes)
}

/** What may well stand right behind a letter: punctuation, and letters themselves. */
const mayFollowLetter = /[\p{Letter}\p{Mark}“”‘’‚„«»‹›…–—•°™®\u00A0]/u

/**
 * How surely a run is no text of its own. A sequence of three or four bytes, one that ends in a sign, and one inside a word of
 * ASCII letters of another script or case never are words.
 */
function weigh(run: string, before: string, after: string, mended: string): number {
  if (/[\u0080-\u009F]/.test(run)) return certain
  if (/[\u0800-\uFFFF]/.test(mended)) return certain
  if (!mayFollowLetter.test(run.charAt(1))) return certain
  const isInWord = /[a-z]/i.test(after) || /[a-z]/.test(before)
  if (isInWord)
    return /\p{Script=Latin}/u.test(run.charAt(0)) && /\p{Letter}/u.test(run.charAt(1)) ? weakEvidence : certain
  return weakEvidence * Math.min(mended.length, 3)
}

interface Mending {
  readonly repaired: string
  readonly places: number
  readonly weight: number
}

/** Mends every run that is UTF-8 through and through; what stays is what the text had of its own. */
function mend(text: string, detour: Detour): Mending {
  let places = 0
  let weight = 0
  let others = 0
  // oxlint-disable-next-line no-control-regex -- the range is that of ASCII
  const repaired = text.replace(/[^\u0000-\u007F]+/g, (run: string, index: number) => {
    const mended = mendRun(run, detour)
    if (mended === null) {
      if (/\p{Letter}/u.test(run)) others++
      return run
    }
    places++
    weight += weigh(run, text.charAt(index - 1), text.charAt(index + run.length), mended)
    return mended
  })
  return { repaired, places, weight: others > places ? weight / 4 : weight }
}

function mendOnce(text: string): (Mending & { readonly label: string }) | null {
  const mended = allDetours()
    .filter(detour => detour.sequence.test(text))
    .map(detour => ({ ...mend(text, detour), label: detour.label }))
    .filter(({ weight }) => weight >= certain)
  return mended.toSorted((one, other) => other.weight - one.weight || other.places - one.places)[0] ?? null
}

/**
 * The text with its twice-encoded places mended, or null where it has none that are certain. A place is a run of
 * characters beyond ASCII that as a whole, turned back into bytes, is valid UTF-8; everything else stays as it is.
 */
export function findMojibake(text: string): Mojibake | null {
  // oxlint-disable-next-line no-control-regex -- the range is that of ASCII
  if (!/[^\u0000-\u007F]{2}/.test(text)) return null
  const first = mendOnce(text)
  if (!first) return null
  let repaired = first.repaired
  let rounds = 1
  for (let next = mendOnce(repaired); next && rounds < mostRounds; next = mendOnce(repaired)) {
    repaired = next.repaired
    rounds++
  }
  const often = rounds === 1 ? '' : rounds === 2 ? ' twice' : ' thrice'
  return { repaired, evidence: first.places, via: first.label + often }
}
