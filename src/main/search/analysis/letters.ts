// Owns which characters make up words. Knows nothing of what the words are.

// What a character is to a word.
const characterKinds = { other: 0, letter: 1, number: 2, continuing: 3, joiner: 4, numberJoiner: 5 } as const

const letter = /[\p{L}\u2e80-\u2fdf]/u
const number = /\p{N}/u
/** Marks stand on letters; soft hyphens, word joiners and the two zero-width joiners may stand inside a word. */
const continuing = /[\p{M}\u00ad\u200c\u2060]|\u200d/u
const joiner = /['\u2018\u2019\u02bc\uff07\u2010\u2011-]/u
const numberJoiner = /[.,]/u

// A table for the basic plane: a regular expression for each character of a text is ten times as slow.
const basicPlane = Uint8Array.from({ length: 0x1_0000 }, (_, code) => classify(String.fromCharCode(code)))

/** The bounds of a run; `isPlain` where it is nothing but the letters A to Z and a to z, which need no normalising. */
export type OnRun = (start: number, end: number, isPlain: boolean) => void

/** Calls `onRun` for every run of letters, numbers and the joiners between them, in order. */
export function scanRuns(text: string, onRun: OnRun): void {
  const length = text.length
  let at = 0
  while (at < length) {
    const kind = kindAt(text, at)
    if (kind !== characterKinds.letter && kind !== characterKinds.number) {
      at += widthAt(text, at)
      continue
    }
    const start = at
    while (isPlainLetter(text.charCodeAt(at))) at++
    const plainEnd = at
    at = findRunEnd(text, plainEnd, plainEnd > start ? characterKinds.letter : characterKinds.other)
    onRun(start, at, at === plainEnd)
  }
}

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function findRunEnd(text: string, from: number, kindBefore: number): number {
  let at = from
  let before = kindBefore
  while (at < text.length) {
    const kind = kindAt(text, at)
    const after = at + widthAt(text, at)
    if (kind === characterKinds.other) return at
    if (kind === characterKinds.joiner || kind === characterKinds.numberJoiner) {
      const next = after < text.length ? kindAt(text, after) : characterKinds.other
      const joinsNumbers = before === characterKinds.number && next === characterKinds.number
      const joinsWords = next === characterKinds.letter || next === characterKinds.number
      if (kind === characterKinds.numberJoiner ? !joinsNumbers : !joinsWords) return at
    }
    before = kind
    at = after
  }
  return at
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (widthAt(text, at) === 1) return basicPlane[code] ?? characterKinds.other
  return classify(text.slice(at, at + 2))
}

/** Two code units for a whole surrogate pair, else one. */
function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0xd800 || code > 0xdbff) return 1
  const next = text.charCodeAt(at + 1)
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
