// Owns answers without an index: it reads the newest articles for a bounded time. Uses the index's own Analyzer and rules.
import type { ArticleId } from '@shared/model/common'
import type { ArticleHits } from '@shared/model/search'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import { createAnalyzer } from './analysis/analyzer'
import { stemLanguages } from './analysis/stemmers'
import { fieldBoosts } from './index/fieldBoosts'
import { toArticleHits, toEngineHit } from './passages/engineHit'
import { matchDocument, type DocumentMatch } from './passages/matchDocument'
import type { LocateInput, QueryAnswer, QueryInput } from './protocol'
import { dissolvePhrases, planQuery, type QueryPlan } from './query/plan'
import { chunksOf, createTurns } from './turns'

/** How long a scan reads before it answers with what it has, in milliseconds. */
const scanBudgetMs = 150
/** How many articles are read at once: about a millisecond of work. */
const chunkSize = 4

/** What a scan needs. */
export interface LibraryScanDependencies {
  readonly listRevisions: () => Iterable<DocumentRevision>
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
  /** Milliseconds of a steady clock. */
  readonly now?: () => number
}

/** Answers from the library itself. */
export interface LibraryScan {
  query(input: QueryInput): Promise<QueryAnswer>
  locate(input: LocateInput): ArticleHits
}

/** Creates the scan. Without a dictionary it allows no spelling errors. */
export function createLibraryScan(dependencies: LibraryScanDependencies): LibraryScan {
  const { listRevisions, loadDocuments, now = () => performance.now() } = dependencies
  const analyzer = createAnalyzer()
  const plan = (query: string, isTyping: boolean): QueryPlan =>
    planQuery(query, isTyping, { analyzer, languages: stemLanguages })

  return {
    query: async ({ query, isTyping, offset, limit }) => {
      const wanted = plan(query, isTyping)
      if (wanted.words.length === 0) return { hits: [], total: 0, isTotalEstimate: false, widened: 'none' }
      const takeTurn = createTurns(now)
      const endsAt = now() + scanBudgetMs
      const found: Array<{ readonly articleId: ArticleId; readonly score: number; readonly match: DocumentMatch }> = []
      for (const chunk of chunksOf(listRevisions(), chunkSize)) {
        if (now() >= endsAt) break
        for (const document of loadDocuments(chunk.map(({ articleId }) => articleId))) {
          const match = matchDocument(document, wanted, analyzer)
          if (match.isFound) found.push({ articleId: document.articleId, score: scoreMatch(match), match })
        }
        await takeTurn()
      }
      const page = found.toSorted((first, second) => second.score - first.score).slice(offset, offset + limit)
      const hits = page.map(({ articleId, score, match }) => toEngineHit(articleId, score, match))
      return { hits, total: found.length, isTotalEstimate: false, widened: 'none' }
    },

    locate: ({ articleId, query, isTyping }) => {
      const document = loadDocuments([articleId])[0]
      if (!document) return toArticleHits(articleId, null)
      const written = matchDocument(document, plan(query, isTyping), analyzer)
      if (written.matchCount > 0) return toArticleHits(articleId, written)
      return toArticleHits(articleId, matchDocument(document, dissolvePhrases(plan(query, isTyping)), analyzer))
    }
  }
}

/** Without the index's statistics: hits count by their field, and more hits of the same field ever less. */
function scoreMatch({ fields }: DocumentMatch): number {
  return fields.reduce((score, { field, hits }) => score + fieldBoosts[field] * Math.log1p(hits.length), 0)
}
