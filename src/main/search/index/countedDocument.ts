// Owns what the index needs to know of an article: how often each exact form is in each field. Keeps no text.
import type { ArticleId } from '@shared/model/common'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import { findStemLanguage, type StemLanguage } from '../analysis/stemmers'
import { fieldText } from './fieldText'

/** An article without its text. */
export interface CountedDocument {
  readonly articleId: ArticleId
  readonly revision: number
  readonly language: StemLanguage | null
  /** By field, in the order of `searchFields`: how often each exact form occurs. */
  readonly fields: ReadonlyArray<ReadonlyMap<string, number>>
}

/** Counts an article's words. */
export function countDocument(document: SearchDocument, analyzer: Analyzer): CountedDocument {
  const { articleId, revision } = document
  const fields = searchFields.map(field => {
    const counts = new Map<string, number>()
    for (const { exact } of analyzer.split(fieldText(document, field))) counts.set(exact, (counts.get(exact) ?? 0) + 1)
    return counts
  })
  return { articleId, revision, language: findStemLanguage(document.language), fields }
}
