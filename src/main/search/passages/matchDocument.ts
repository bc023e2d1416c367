// Owns what of an article's text a plan matches. The same terms as in the index decide, so the two cannot disagree.
import type { TextRange } from '@shared/model/common'
import { searchFields, type SearchField } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import { findStemLanguage, type StemLanguage } from '../analysis/stemmers'
import type { Token } from '../analysis/words'
import { fieldText } from '../index/fieldText'
import type { QueryPlan } from '../query/plan'
import { findPhrase } from './phrases'
import { mergeRanges } from './ranges'
import { createWordMatcher, type WordForms } from './wordMatcher'

/** The fields whose hits a reader can be led to; a hit in a publisher or a tag finds the article but is no place in it. */
const shownFields: ReadonlySet<SearchField> = new Set(['title', 'deck', 'byline', 'body'])

/** A field's text, its words and its hits, ascending and not overlapping. */
export interface FieldMatch {
  readonly field: SearchField
  readonly text: string
  readonly tokens: readonly Token[]
  readonly hits: readonly TextRange[]
}

/** What of an article a plan matches. */
export interface DocumentMatch {
  /** True where all words and phrases are there, each where it is looked for, and no excluded one. */
  readonly isFound: boolean
  readonly fields: readonly FieldMatch[]
  /** Number of hits in the fields that a reader sees. */
  readonly matchCount: number
}

/** Matches an article. With the forms that the index has, of which the article is one, it takes a third of the time. */
export function matchDocument(
  document: SearchDocument,
  plan: QueryPlan,
  analyzer: Analyzer,
  forms: WordForms | null = null
): DocumentMatch {
  const language = findStemLanguage(document.language)
  const texts = searchFields.map(field => {
    const text = fieldText(document, field)
    return { field, text, tokens: analyzer.split(text) }
  })
  const words = createWordMatcher(plan.words, language, analyzer, forms?.words ?? null)
  const foundWords = new Set<number>()
  const foundPhrases = new Set<number>()
  const fields = texts.map(({ field, text, tokens }): FieldMatch => {
    const hits: TextRange[] = []
    for (const token of tokens) {
      let isHit = false
      for (const word of words(token, field)) {
        foundWords.add(word)
        // Words of a phrase are marked where the phrase stands, not wherever they occur.
        if (word < plan.looseWords) isHit = true
      }
      if (isHit) hits.push([token.start, token.end])
    }
    for (const [index, phrase] of plan.phrases.entries()) {
      const places = findPhrase(phrase, tokens)
      if (places.length > 0) foundPhrases.add(index)
      hits.push(...places)
    }
    return { field, text, tokens, hits: mergeRanges(hits) }
  })
  const hasExcluded = findsExcluded(plan, texts, language, analyzer, forms)
  const hasAll = foundWords.size === plan.words.length && foundPhrases.size === plan.phrases.length
  return {
    isFound: hasAll && !hasExcluded,
    fields,
    matchCount: fields.reduce((count, { field, hits }) => (shownFields.has(field) ? count + hits.length : count), 0)
  }
}

type FieldTokens = ReadonlyArray<{ readonly field: SearchField; readonly tokens: readonly Token[] }>

function findsExcluded(
  plan: QueryPlan,
  texts: FieldTokens,
  language: StemLanguage | null,
  analyzer: Analyzer,
  forms: WordForms | null
): boolean {
  const words = createWordMatcher(plan.excludedWords, language, analyzer, forms?.excludedWords ?? null)
  return texts.some(
    ({ field, tokens }) =>
      plan.excludedPhrases.some(phrase => findPhrase(phrase, tokens).length > 0) ||
      (plan.excludedWords.length > 0 && tokens.some(token => words(token, field).length > 0))
  )
}
