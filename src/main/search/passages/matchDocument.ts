// Owns what of an article's text a plan matches. The same terms as in the index decide, so the two cannot disagree.
import type { TextRange } from '@shared/model/common'
import { searchFields, type SearchField } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { ArticleFacts } from '@shared/model/searchFacts'
import type { Analyzer } from '../analysis/analyzer'
import { findStemLanguage } from '../analysis/stemmers'
import type { Token } from '../analysis/words'
import { fieldText } from '../index/fieldText'
import { matchesFilter } from '../query/factFilter'
import { holds, type PhrasePlanNode, type QueryPlan } from '../query/plan'
import { findNear } from './nears'
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
  /** True where the plan's condition holds. Without facts, filters count as holding. */
  readonly isFound: boolean
  readonly fields: readonly FieldMatch[]
  /** Number of hits in the fields that a reader sees. */
  readonly matchCount: number
}

/** What matching an article may use beside its text. */
export interface MatchOptions {
  /** The forms that the index has, of which the article is one: with them it takes a third of the time. */
  readonly forms?: WordForms | null
  readonly facts?: ArticleFacts | null
}

/** Matches an article. */
export function matchDocument(
  document: SearchDocument,
  plan: QueryPlan,
  analyzer: Analyzer,
  { forms = null, facts = null }: MatchOptions = {}
): DocumentMatch {
  const language = findStemLanguage(document.language)
  const texts = searchFields.map(field => {
    const text = fieldText(document, field)
    return { field, text, tokens: analyzer.split(text) }
  })
  const matchWord = createWordMatcher(plan.words, language, analyzer, forms?.words ?? null)
  const found = { words: new Set<number>(), phrases: new Set<number>(), nears: new Set<number>() }
  const fields = texts.map(({ field, text, tokens }, fieldNumber): FieldMatch => {
    const hits: TextRange[] = []
    for (const token of tokens) {
      let isHit = false
      for (const word of matchWord(token, field)) {
        found.words.add(word)
        // Words of a phrase are marked where the phrase stands, not wherever they occur.
        if (word < plan.looseWords) isHit = true
      }
      if (isHit) hits.push([token.start, token.end])
    }
    for (const [number, phrase] of plan.phrases.entries()) {
      const places = (phrase.fieldMask & (1 << fieldNumber)) === 0 ? [] : findPhrase(phrase, tokens)
      if (places.length > 0) found.phrases.add(number)
      hits.push(...places)
    }
    for (const [number, near] of plan.nears.entries()) {
      const places = findNear(near, field, tokens, matchWord)
      if (places.length > 0) found.nears.add(number)
      hits.push(...places)
    }
    return { field, text, tokens, hits: mergeRanges(hits) }
  })
  const excluded = findExcluded()
  return {
    isFound:
      plan.root !== null &&
      holds(plan.root, {
        hasWord: (word, isExcluded) => (isExcluded ? excluded : found).words.has(word),
        hasPassage: ({ kind, number, isExcluded }: PhrasePlanNode) =>
          (isExcluded ? excluded : found)[kind === 'phrase' ? 'phrases' : 'nears'].has(number),
        isFact: filter => facts === null || matchesFilter(filter, facts)
      }),
    fields,
    matchCount: fields.reduce((count, { field, hits }) => (shownFields.has(field) ? count + hits.length : count), 0)
  }

  function findExcluded(): typeof found {
    const there: typeof found = { words: new Set(), phrases: new Set(), nears: new Set() }
    const { excludedWords, excludedPhrases, excludedNears } = plan
    if (excludedWords.length + excludedPhrases.length === 0) return there
    const matchExcluded = createWordMatcher(excludedWords, language, analyzer, forms?.excludedWords ?? null)
    for (const [fieldNumber, { field, tokens }] of texts.entries()) {
      if (excludedWords.length > 0) {
        for (const token of tokens) for (const word of matchExcluded(token, field)) there.words.add(word)
      }
      for (const [number, phrase] of excludedPhrases.entries()) {
        if ((phrase.fieldMask & (1 << fieldNumber)) !== 0 && findPhrase(phrase, tokens).length > 0)
          there.phrases.add(number)
      }
      for (const [number, near] of excludedNears.entries()) {
        if (findNear(near, field, tokens, matchExcluded).length > 0) there.nears.add(number)
      }
    }
    return there
  }
}
