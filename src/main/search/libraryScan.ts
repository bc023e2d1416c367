// Owns answers without an index: it reads the newest articles for a bounded time. Uses the index's own Analyzer and rules.
import type { ArticleId } from '@shared/model/common'
import type { ArticleHits } from '@shared/model/search'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { createAnalyzer } from './analysis/analyzer'
import { stemLanguages } from './analysis/stemmers'
import { fieldBoosts } from './index/fieldBoosts'
import { toArticleHits, toEngineHit } from './passages/engineHit'
import { matchDocument, type DocumentMatch } from './passages/matchDocument'
import type { LocateInput, QueryAnswer, QueryInput } from './protocol'
import { listFilters } from './query/filters'
import { dissolvePhrases, someNode } from './query/plan'
import { planQuery } from './query/planQuery'
import { chunksOf, createTurns } from './turns'

/** How long a scan reads before it answers with what it has, in milliseconds. */
const scanBudgetMs = 150
/** How many articles are read at once: about a millisecond of work. */
const chunkSize = 4

/** What a scan needs. */
export interface LibraryScanDependencies {
  readonly listRevisions: () => Iterable<DocumentRevision>
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
  readonly loadFacts: (ids: readonly ArticleId[]) => readonly ArticleFacts[]
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
  const { listRevisions, loadDocuments, loadFacts, now = () => performance.now() } = dependencies
  const analyzer = createAnalyzer()
  const plan = (query: string, isTyping: boolean) =>
    planQuery(query, isTyping, { analyzer, languages: stemLanguages, now: Date.now() })

  return {
    query: async ({ query, isTyping, offset, limit }) => {
      const { problems, ...wanted } = plan(query, isTyping)
      const told = { widened: 'none', problems, filters: listFilters(query) } as const
      if (!wanted.root) return { hits: [], total: 0, rowCount: 0, isTotalEstimate: false, ...told }
      const needsFacts = someNode(wanted.root, ({ kind }) => kind === 'fact')
      const takeTurn = createTurns(now)
      const endsAt = now() + scanBudgetMs
      const found: Array<{ readonly articleId: ArticleId; readonly score: number; readonly match: DocumentMatch }> = []
      for (const revisions of chunksOf(listRevisions(), chunkSize)) {
        if (now() >= endsAt) break
        const chunk = revisions.map(({ articleId }) => articleId)
        const facts = new Map(needsFacts ? loadFacts(chunk).map(each => [each.articleId, each]) : [])
        for (const document of loadDocuments(chunk)) {
          const match = matchDocument(document, wanted, analyzer, { facts: facts.get(document.articleId) ?? null })
          if (match.isFound) found.push({ articleId: document.articleId, score: scoreMatch(match), match })
        }
        await takeTurn()
      }
      const page = found.toSorted((first, second) => second.score - first.score).slice(offset, offset + limit)
      const hits = page.map(({ articleId, score, match }) => toEngineHit(articleId, score, match))
      return { hits, total: found.length, rowCount: found.length, isTotalEstimate: false, ...told }
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
