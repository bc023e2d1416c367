// Owns whether an article's text has a phrase or near of a plan: read only as far as the answer needs.
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import { findStemLanguage } from '../analysis/stemmers'
import { fieldText } from '../index/fieldText'
import type { PhrasePlanNode, PlannedNear, QueryPlan } from '../query/plan'
import { findNear } from './nears'
import { hasPhrase } from './phrases'
import { createWordMatcher, type WordForms } from './wordMatcher'

/** True where the article has the passage that a condition of the plan asks for. */
export function hasPassage(
  document: SearchDocument,
  { kind, number, isExcluded }: PhrasePlanNode,
  plan: QueryPlan,
  analyzer: Analyzer,
  forms: WordForms | null
): boolean {
  if (kind === 'phrase') {
    const phrase = (isExcluded ? plan.excludedPhrases : plan.phrases)[number]
    return phrase !== undefined && hasPhrase(document, phrase, analyzer)
  }
  const near: PlannedNear | undefined = (isExcluded ? plan.excludedNears : plan.nears)[number]
  if (!near) return false
  const words = isExcluded ? plan.excludedWords : plan.words
  const known = (isExcluded ? forms?.excludedWords : forms?.words) ?? null
  const matchWord = createWordMatcher(words, findStemLanguage(document.language), analyzer, known)
  return searchFields.some(field => {
    const text = fieldText(document, field)
    return text !== '' && findNear(near, field, analyzer.split(text), matchWord).length > 0
  })
}
