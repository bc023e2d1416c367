// Owns which characters make up words. Knows nothing of what the words are.

// What a character is to a word.
const characterKinds = { other: 0, letter: 1, number: 2, continuing: 3, joiner: 4, numberJoiner: 5 } as const

const letter = /[\p{L}\u2e80-\u2fdf]/u
const number = /\p{N}/u
/** Marks stand on letters; soft hyphens, word joiners and the two zero-width joiners may stand inside a word. */
const continuing = /[\p{M}\u00ad\u200c\u2060]|\u200d/u
const joiner = /['\u2018\u2019\u02bc\uff07\u2010\u2011-]/u
const numberJoiner = /[.,]/u

// A table for the basic plane: a regular expression for each character of a text is ten times as slow. It is filled as
// characters are met: most of the plane never is, and filling it all would delay every start.
const unknownKind = 255
const basicPlane = new Uint8Array(0x1_0000).fill(unknownKind)

/**
 * The bounds of a run; `isPlain` where it is nothing but the letters A to Z and a to z, which need no normalising.
 * `units` are the text's UTF-16 code units (valid during the call only): reading them is faster than reading the text.
 */
export type OnRun = (start: number, end: number, isPlain: boolean, units: Uint16Array) => void

/** Texts are read through this one; a run of a text may be scanned while its text is. */
let spareUnits: Uint16Array<ArrayBuffer> | null = new Uint16Array(1 << 14)
/** A longer buffer than this (128 kB) is not kept. */
const longestKept = 1 << 16

/** Calls `onRun` for every run of letters, numbers and the joiners between them, in order. */
export function scanRuns(text: string, onRun: OnRun): void {
  const { length } = text
  const units = spareUnits && spareUnits.length >= length ? spareUnits : new Uint16Array(length * 2)
  spareUnits = null
  Buffer.from(units.buffer).write(text, 'utf16le')
  try {
    scanUnits(units, length, onRun)
  } finally {
    if (units.length <= longestKept) spareUnits = units
  }
}

function scanUnits(units: Uint16Array, length: number, onRun: OnRun): void {
  let at = 0
  while (at < length) {
    const start = at
    while (at < length && isPlainLetter(units[at] ?? 0)) at++
    if (at > start) {
      const plainEnd = at
      at = findRunEnd(units, length, at, characterKinds.letter)
      onRun(start, at, at === plainEnd, units)
      continue
    }
    const kind = kindAt(units, length, at)
    if (kind !== characterKinds.letter && kind !== characterKinds.number) {
      at += widthAt(units, length, at)
      continue
    }
    at = findRunEnd(units, length, at, characterKinds.other)
    onRun(start, at, false, units)
  }
}

function isPlainLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function findRunEnd(units: Uint16Array, length: number, from: number, kindBefore: number): number {
  let at = from
  let before = kindBefore
  while (at < length) {
    const kind = kindAt(units, length, at)
    if (kind === characterKinds.other) return at
    const after = at + widthAt(units, length, at)
    if (kind === characterKinds.joiner || kind === characterKinds.numberJoiner) {
      const next = after < length ? kindAt(units, length, after) : characterKinds.other
      const joinsNumbers = before === characterKinds.number && next === characterKinds.number
      const joinsWords = next === characterKinds.letter || next === characterKinds.number
      if (kind === characterKinds.numberJoiner ? !joinsNumbers : !joinsWords) return at
    }
    before = kind
    at = after
  }
  return at
}

function kindAt(units: Uint16Array, length: number, at: number): number {
  const code = units[at] ?? 0
  if (widthAt(units, length, at) === 2) return classify(String.fromCharCode(code, units[at + 1] ?? 0))
  const known = basicPlane[code] ?? characterKinds.other
  return known === unknownKind ? (basicPlane[code] = classify(String.fromCharCode(code))) : known
}

/** Two code units for a whole surrogate pair, else one. */
function widthAt(units: Uint16Array, length: number, at: number): number {
  const code = units[at] ?? 0
  if (code < 0xd800 || code > 0xdbff || at + 1 >= length) return 1
  const next = units[at + 1] ?? 0
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}

function classify(character: string): number {
  // Before letters: the modifier apostrophe U+02BC is a letter to Unicode.
  if (joiner.test(character)) return characterKinds.joiner
  if (letter.test(character)) return characterKinds.letter
  if (number.test(character)) return characterKinds.number
  if (continuing.test(character)) return characterKinds.continuing
  return numberJoiner.test(character) ? characterKinds.numberJoiner : characterKinds.other
}
