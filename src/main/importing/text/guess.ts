// Owns the making of guesses and of patterns out of word lists. Holds no rule.
import type { Inference } from '@shared/model/article'

/** Makes a guess; `confidence` is 0 to 1. */
export function guessOf(value: string, confidence: number, why: string): Inference {
  return { value, confidence, why }
}

/** Words of a text in quotation marks, cut to a length that a person still reads, for a rule's reason. */
export function quote(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim()
  return `“${folded.length > 80 ? `${folded.slice(0, 79)}…` : folded}”`
}

/** Words as one group of a pattern, longest first, with their special characters escaped. */
export function alternatives(words: readonly string[]): string {
  const byLength = words.toSorted((one, other) => other.length - one.length)
  return byLength.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|')
}
