// Owns what an article's match looks like in an answer. Matches nothing itself.
import type { ArticleId, TextRange } from '@shared/model/common'
import type { ArticleHits, SearchField } from '@shared/model/search'
import type { EngineHit } from '../protocol'
import type { DocumentMatch } from './matchDocument'
import { makeSnippets } from './snippets'

/** The line of an answer for one article. */
export function toEngineHit(articleId: ArticleId, score: number, match: DocumentMatch): EngineHit {
  return { articleId, score, matchCount: match.matchCount, snippets: [...makeSnippets(match.fields)], similar: [] }
}

/** Every hit in the fields that the reader shows; none for an article that does not exist. */
export function toArticleHits(articleId: ArticleId, match: DocumentMatch | null): ArticleHits {
  const hitsOf = (field: SearchField): [number, number][] =>
    (match?.fields.find(found => found.field === field)?.hits ?? []).map(([start, end]: TextRange) => [start, end])
  return { articleId, title: hitsOf('title'), deck: hitsOf('deck'), byline: hitsOf('byline'), body: hitsOf('body') }
}
