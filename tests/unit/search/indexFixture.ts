// Owns the indexes that the tests of search look into, without a worker: live alone, or in segments.
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createAnalyzer } from '../../../src/main/search/analysis/analyzer'
import { countDocument } from '../../../src/main/search/index/countedDocument'
import { createIndexView, type IndexView } from '../../../src/main/search/index/indexView'
import { LiveIndex } from '../../../src/main/search/index/liveIndex'
import { rankArticles, type WordRequirement } from '../../../src/main/search/index/scoring'
import { widenBySpelling } from '../../../src/main/search/index/spelling'
import { planQuery } from '../../../src/main/search/query/planQuery'

/** The Analyzer of the tests. */
export const analyzer = createAnalyzer()

/** A live part with some articles. */
function makeLive(documents: readonly SearchDocument[]): LiveIndex {
  const live = new LiveIndex(analyzer)
  for (const document of documents) live.put(countDocument(document, analyzer))
  return live
}

/** A view of a live part alone. */
export function viewLive(documents: readonly SearchDocument[]): IndexView {
  return createIndexView([makeLive(documents)])
}

/** How a test asks. */
export interface AskOptions {
  readonly isTyping?: boolean
  readonly requirement?: WordRequirement
  /** Allows spelling errors where a word is not known. */
  readonly isWidened?: boolean
}

/** Every article that a query finds, best first, with its score. */
export function search(view: IndexView, query: string, options: AskOptions = {}) {
  const { isTyping = false, requirement = 'all', isWidened = false } = options
  const plan = planQuery(query, isTyping, { analyzer, languages: view.stemLanguages })
  const wanted = isWidened ? widenBySpelling(plan, view) : plan
  const ranked = wanted ? rankArticles(wanted, view, requirement).best(Infinity) : []
  // Slots depend on how articles lie in segments, which no answer may.
  return ranked.map(({ articleId, score }) => ({ articleId, score }))
}

/** The ids of the articles that a query finds, best first. */
export function found(view: IndexView, query: string, options: AskOptions = {}): readonly ArticleId[] {
  return search(view, query, options).map(({ articleId }) => articleId)
}
