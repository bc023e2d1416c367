// Owns a phrase of plain words as a regular expression, for texts in which no other letters are. Cuts nothing into words.
import { maxFormLength } from '../analysis/normalise'
import type { PlannedPhrase } from '../query/plan'

const plainWord = /^[a-z]+$/
/** Anything that may be part of a word and is no plain letter, digit, apostrophe or hyphen; signs and spaces are not. */
const otherLetter =
  /[^\0-\x7f\u00a0-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]/
const apostrophe = "['\u2018\u2019]"
/** A word's letters may have apostrophes between them (Jum'at), which its folded form has not. */
const toPattern = (word: string): string => Array.from(word).join(`${apostrophe}?`)
/** What may be joined to a word by an apostrophe: the end of a possessive (Putin's), what is elided (l'homme), a number. */
const joined = '[a-z0-9.,]+'
/** Between two words: the rest of the first one's run, signs, and the beginning of the next one's. */
const between = `(?:${apostrophe}${joined})*[^a-z0-9]+(?:${joined}${apostrophe})*`

/**
 * A pattern that every text has that has the phrase and no other letters than A to Z. It may match a text that lacks the
 * phrase. Null where the phrase is no row of plain words.
 */
export function createPhrasePattern({ words, isLastPrefix }: PlannedPhrase): RegExp | null {
  if (!words.every(word => plainWord.test(word) && word.length < maxFormLength)) return null
  return new RegExp(words.map(toPattern).join(between) + (isLastPrefix ? '' : '(?![a-z])'), 'i')
}

/** True where a text may have letters that a pattern of plain letters does not know. */
export function hasOtherLetters(text: string): boolean {
  return otherLetter.test(text)
}
