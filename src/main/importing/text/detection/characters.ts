// Owns what kind of character each is where an encoding is guessed: letter, punctuation, or waste. Scores no text.

/** What a character is to the detection of encodings. */
export interface CharacterKind {
  /** The letter in lower case (marks count as letters); empty for everything else. */
  readonly letter: string
  readonly isUpper: boolean
  readonly isLower: boolean
  readonly isApostrophe: boolean
  /** For letters the script's first letter (`L`, `C`, `G` …); marks have none, since they go with any. */
  readonly script: string
  /** -ln of how seldom a character that is no letter stands in running text; 0 for letters and for ASCII. */
  readonly cost: number
}

/** Quotation marks, dashes and the like, which news is full of. */
const usual = new Set('“”‘’„‚–—…«»\u00A0')
const known = new Set('‹›•°€£§©®¿¡·™№½²³―′″')
const odd = new Set('ªº¹¼¾±µ×÷¶†‡¬¦¥¢‰\u00AD')
const usualCost = 5
const knownCost = 7.5
const oddCost = 9.5
const strangeCost = 12
const wasteCost = 16

const scripts: readonly (readonly [string, RegExp])[] = [
  ['L', /\p{Script=Latin}/u],
  ['C', /\p{Script=Cyrillic}/u],
  ['G', /\p{Script=Greek}/u],
  ['H', /\p{Script=Hebrew}/u],
  ['A', /\p{Script=Arabic}/u],
  ['T', /\p{Script=Thai}/u]
]

function costOf(character: string): number {
  if (character < '\u0080') return 0
  if (usual.has(character)) return usualCost
  if (known.has(character)) return knownCost
  if (odd.has(character)) return oddCost
  return /[\u0080-\u009F\uFFFD\uE000-\uF8FF]|\p{Unassigned}/u.test(character) ? wasteCost : strangeCost
}

/** The kind of one character. */
export function kindOf(character: string): CharacterKind {
  if (odd.has(character) || known.has(character) || !/[\p{Letter}\p{Mark}]/u.test(character)) {
    return {
      letter: '',
      isUpper: false,
      isLower: false,
      isApostrophe: character === '’',
      script: '',
      cost: costOf(character)
    }
  }
  const lower = character.toLowerCase()
  const letter = lower.length === 1 ? lower : character
  const script = scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? ''
  return {
    letter,
    isUpper: /\p{Uppercase}/u.test(character),
    isLower: /\p{Lowercase}/u.test(character),
    isApostrophe: false,
    script,
    cost: 0
  }
}
