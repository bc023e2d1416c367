// Owns which words of a text are hits of a plan's words. Knows nothing of places or phrases.
import { searchFields, type SearchField } from '@shared/model/search'
import type { Analyzer } from '../analysis/analyzer'
import type { StemLanguage } from '../analysis/stemmers'
import type { Token } from '../analysis/words'
import { everyField } from '../query/fields'
import type { PlannedWord } from '../query/plan'

/** An exact form of a planned word. */
export interface WordForm {
  /** The word's place in the plan. */
  readonly number: number
  /** The language of the articles in which the form counts; null where it counts in all. */
  readonly language: StemLanguage | null
}

/** By exact form: the planned words that it is a form of. */
export interface WordForms {
  readonly words: ReadonlyMap<string, readonly WordForm[]>
  readonly excludedWords: ReadonlyMap<string, readonly WordForm[]>
}

/**
 * Gives the function that says of which planned words, by their numbers, a token is a hit. `forms` are those of the
 * words, where they are known; otherwise the Analyzer is asked for every word of the text.
 */
export function createWordMatcher(
  words: readonly PlannedWord[],
  language: StemLanguage | null,
  analyzer: Analyzer,
  forms: ReadonlyMap<string, readonly WordForm[]> | null
): (token: Token, field: SearchField) => readonly number[] {
  const byTerm = new Map<string, number[]>()
  for (const [number, word] of forms ? [] : words.entries()) {
    for (const { term, language: only } of word.terms) {
      if (only === null || only === language) byTerm.set(term, [...(byTerm.get(term) ?? []), number])
    }
  }
  const prefixes = [...words.entries()].flatMap(([number, { prefix }]) => (prefix === null ? [] : [{ number, prefix }]))

  const nothing: readonly number[] = []
  const findForms = (exact: string): number[] =>
    forms
      ? (forms.get(exact) ?? [])
          .filter(form => form.language === null || form.language === language)
          .map(form => form.number)
      : analyzer.indexTerms(exact, language).flatMap(term => byTerm.get(term) ?? [])
  const find = (token: Token): readonly number[] => {
    const found = findForms(token.exact)
    for (const { number, prefix } of prefixes) {
      if (token.folded.startsWith(prefix) || token.exact.startsWith(prefix)) found.push(number)
    }
    return found.length > 0 ? found : nothing
  }
  const isEverywhere = words.every(({ fieldMask }) => fieldMask === everyField)
  // Most words of a text come again, and most are no hit.
  const known = new Map<string, readonly number[]>()
  return (token, field) => {
    let found = known.get(token.exact)
    if (!found) known.set(token.exact, (found = find(token)))
    if (found.length === 0 || isEverywhere) return found
    const bit = 1 << searchFields.indexOf(field)
    return found.filter(number => ((words[number]?.fieldMask ?? 0) & bit) !== 0)
  }
}
