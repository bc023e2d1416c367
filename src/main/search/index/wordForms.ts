// Owns which written words the index has for a plan's words, so that a text can be marked without stemming all of it.
import type { StemLanguage } from '../analysis/stemmers'
import type { PlannedWord, QueryPlan } from '../query/plan'
import type { WordForm, WordForms } from '../passages/wordMatcher'
import type { IndexView } from './indexView'

/** The exact forms of the plan's words and excluded words. Forms that only a beginning finds are not listed. */
export function findWordForms(plan: QueryPlan, view: IndexView): WordForms {
  return { words: listForms(plan.words, view), excludedWords: listForms(plan.excludedWords, view) }
}

function listForms(words: readonly PlannedWord[], view: IndexView): ReadonlyMap<string, readonly WordForm[]> {
  const forms = new Map<string, WordForm[]>()
  const add = (exact: string, number: number, language: StemLanguage | null): void => {
    const known = forms.get(exact)
    if (known) known.push({ number, language })
    else forms.set(exact, [{ number, language }])
  }
  for (const [number, { terms }] of words.entries()) {
    for (const { term, language } of terms) for (const exact of view.wordsOf(term)) add(exact, number, language)
  }
  return forms
}
