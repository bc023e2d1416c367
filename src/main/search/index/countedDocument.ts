// Owns what the index needs to know of an article: how often each exact form is in each field. Keeps no text.
import type { ArticleId } from '@shared/model/common'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import { findStemLanguage, type StemLanguage } from '../analysis/stemmers'
import { fieldText } from './fieldText'
import type { Codebook } from './pairs/codebook'
import { codesOf, PairCollector } from './pairs/pairCollector'
import { toSignature, type Signature } from './pairs/signatureTable'

/** An article without its text. */
export interface CountedDocument {
  readonly articleId: ArticleId
  readonly revision: number
  readonly language: StemLanguage | null
  /** By field, in the order of `searchFields`: how often each exact form occurs. */
  readonly fields: ReadonlyArray<ReadonlyMap<string, number>>
  /** Its neighbouring common words, or null where there is no codebook yet. */
  readonly signature: Signature | null
}

/** Counts an article's words. */
export function countDocument(
  document: SearchDocument,
  analyzer: Analyzer,
  book: Codebook | null = null
): CountedDocument {
  const { articleId, revision } = document
  const collector = book && new PairCollector()
  const fields = searchFields.map(field => {
    const counts = new Map<string, number>()
    const tokens = analyzer.split(fieldText(document, field))
    for (const { exact } of tokens) counts.set(exact, (counts.get(exact) ?? 0) + 1)
    collector?.beginField()
    if (book) for (const codes of codesOf(tokens, book)) collector?.addPosition(codes)
    return counts
  })
  const signature = book && collector && toSignature(book, collector.finish())
  return { articleId, revision, language: findStemLanguage(document.language), fields, signature }
}
