// Owns a quick look at a text that rules out most texts without a phrase. It never rules out one that has it.
import { scanRuns } from '../analysis/letters'
import { maxFormLength } from '../analysis/normalise'
import type { PlannedPhrase } from '../query/plan'
import { createPhrasePattern, hasOtherLetters } from './phrasePattern'

const plainWord = /^[a-z]+$/
/** The words matched so far are bits of a number. */
const longestPhrase = 30
/** Scripts without spaces come after it: a run of them may be any number of words. */
const firstSegmented = 0x0e00

/**
 * False where the text surely lacks the phrase: no run of plain words in it is the phrase's. Runs that are more than
 * plain letters (café, anak-anak) count as any words, as many as they may have. True where only cutting it up can tell.
 */
export function mayHavePhrase(text: string, phrase: PlannedPhrase): boolean {
  const pattern = patternOf(phrase)
  return pattern && !hasOtherLetters(text) ? pattern.test(text) : scanForPhrase(text, phrase)
}

/** Made once for all articles of a query. */
const patterns = new WeakMap<PlannedPhrase, RegExp | null>()

function patternOf(phrase: PlannedPhrase): RegExp | null {
  let pattern = patterns.get(phrase)
  if (pattern === undefined) patterns.set(phrase, (pattern = createPhrasePattern(phrase)))
  return pattern
}

function scanForPhrase(text: string, { words, isLastPrefix }: PlannedPhrase): boolean {
  const { length } = words
  if (length > longestPhrase || !words.every(word => plainWord.test(word))) return true
  let isPossible = false
  /** Bit i: what came last may have been the first i words. Bit 0 always holds. */
  let state = 1
  scanRuns(text, (start, end, isPlain, units) => {
    if (isPossible) return
    let next = 1
    if (isPlain && end - start <= maxFormLength) {
      for (let matched = 0; state >>> matched > 0; matched++) {
        if ((state & (1 << matched)) === 0) continue
        const mayGoOn = isLastPrefix && matched === length - 1
        if (isWordAt(units, start, end, words[matched] ?? '', mayGoOn)) next |= 1 << (matched + 1)
      }
    } else if (!isNumber(units, start, end)) {
      // A run may also be no word at all, so that what stands on both sides of it is neighbours.
      next = state
      const most = countWords(units, start, end, length)
      for (let more = 1; more <= most; more++) next |= state << more
    }
    isPossible = next >= 1 << length
    state = next
  })
  return isPossible
}

function isWordAt(units: Uint16Array, start: number, end: number, word: string, mayGoOn: boolean): boolean {
  const { length } = word
  if (mayGoOn ? end - start < length : end - start !== length) return false
  for (let at = 0; at < length; at++) if (((units[start + at] ?? 0) | 0x20) !== word.charCodeAt(at)) return false
  return true
}

function isNumber(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0
    if ((unit < 0x30 || unit > 0x39) && unit !== 0x2c && unit !== 0x2e) return false
  }
  return true
}

/** How many words a run has at most: one more than it has hyphens. */
function countWords(units: Uint16Array, start: number, end: number, most: number): number {
  let count = 1
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0
    if (unit === 0x2d || unit === 0x2010 || unit === 0x2011) count++
    // Apostrophes and invisible joiners lie among the punctuation, and divide no word.
    else if (unit >= firstSegmented && (unit < 0x2000 || unit > 0x206f)) return most
  }
  return Math.min(count, most)
}
