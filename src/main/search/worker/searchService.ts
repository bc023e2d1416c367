// Owns what the worker does for each call: the index, its snapshot, queries and hits. Knows nothing of threads.
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createAnalyzer, type Analyzer } from '../analysis/analyzer'
import { createCompaction } from '../index/compaction'
import type { RankedArticle, Ranking } from '../index/ranking'
import { findHeavyPrefixes } from '../index/heavyPrefixes'
import { rankPartly } from '../index/partialRanking'
import { createRankingCache } from '../index/rankingCache'
import { createSearchIndex } from '../index/searchIndex'
import { widenBySpelling } from '../index/spelling'
import { findWordForms } from '../index/wordForms'
import { writeSnapshot } from '../index/writeSnapshot'
import { toArticleHits, toEngineHit } from '../passages/engineHit'
import { matchDocument } from '../passages/matchDocument'
import { measureProximity } from '../passages/proximity'
import { hasPlannedPhrases } from '../passages/phrases'
import type { WordForms } from '../passages/wordMatcher'
import type { QueryAnswer, WorkerCallName, WorkerCalls } from '../protocol'
import { dissolvePhrases, planQuery, type QueryPlan } from '../query/plan'
import { createCheckedCandidates, createPlainCandidates, type Candidates } from './candidates'
import { createDocumentCache, type LoadDocuments } from './documentCache'
import { createIdleWork } from './idleWork'
import { createNearCandidates } from './nearCandidates'
import { createSnapshotGuard } from './snapshotGuard'

/** What the service needs. */
export interface SearchServiceDependencies {
  /** The folder of the snapshot. */
  readonly folder: string
  readonly loadDocuments: LoadDocuments
  /** Awaited between small pieces of work that nobody waits for. */
  readonly pause: () => Promise<void>
  readonly log: (message: string) => void
}

/** So many changes are written down at a quiet moment; of a small library, ever fewer. */
const changesWorthWriting = 200
/** The share of a library's articles that must have changed, up to that number. */
const shareWorthWriting = 0.002

/** Answers every call of the protocol. */
export type SearchService = {
  readonly [Name in WorkerCallName]: (
    input: WorkerCalls[Name]['input']
  ) => WorkerCalls[Name]['output'] | Promise<WorkerCalls[Name]['output']>
}

interface Outcome {
  readonly plan: QueryPlan
  readonly candidates: Candidates
  readonly widened: QueryAnswer['widened']
  /** What the plan's words look like in the articles. */
  readonly forms: WordForms
}

/** Creates the service with an empty index. */
export function createSearchService({ folder, loadDocuments, pause, log }: SearchServiceDependencies): SearchService {
  const analyzer: Analyzer = createAnalyzer()
  const documents = createDocumentCache(loadDocuments)
  const index = createSearchIndex(analyzer)
  let writtenChanges = 0
  let writing: Promise<null> = Promise.resolve(null)
  let seen = new Set<ArticleId>()
  let last: { readonly key: string; readonly outcome: Promise<Outcome> } | null = null
  const compaction = createCompaction({
    index,
    pause,
    // What was found keeps the segments that it was found in from being let go.
    onMerged: () => (last = null)
  })

  const snapshot = createSnapshotGuard({ folder, index, pause, onDropped: () => (last = null) })

  const rankings = createRankingCache()
  /** Rankings of short beginnings, made before they are asked for. */
  const warming = createIdleWork(
    () => {
      const view = index.view()
      return findHeavyPrefixes(index.segments).map(prefix => () => {
        rankings.rank(planQuery(prefix, true, { analyzer, languages: view.stemLanguages }), view)
      })
    },
    error => log(`Rankings could not be made in advance: ${String(error)}`)
  )

  const tidy = (): void => {
    compaction.tidy().catch((error: unknown) => log(`Segments of the index could not be merged: ${String(error)}`))
  }

  const write = async (): Promise<null> => {
    const unwritten = index.changes - writtenChanges
    const worth = Math.min(changesWorthWriting, index.documentCount * shareWorthWriting)
    if (unwritten === 0 || unwritten < worth) return null
    // What changes while segments are being merged is for the next time.
    const { changes } = index
    await writeSnapshot(folder, await compaction.mergeAll())
    writtenChanges = changes
    return null
  }

  const loadRanked = (ranked: readonly RankedArticle[]): Promise<ReadonlyMap<ArticleId, SearchDocument>> =>
    documents.get(ranked.map(({ articleId }) => articleId))

  /** Those of a ranking whose texts have the phrases, and none of the excluded ones. */
  const checkPhrases = (plan: QueryPlan, ranking: Ranking): Candidates =>
    createCheckedCandidates(ranking, async ranked => {
      const texts = await loadRanked(ranked)
      return ranked.filter(({ articleId }) => {
        const document = texts.get(articleId)
        return document !== undefined && hasPlannedPhrases(document, plan, analyzer)
      })
    })

  const select = (plan: QueryPlan): Candidates => {
    const ranking = rankings.rank(plan, index.view())
    const hasPhrases = plan.phrases.length > 0 || plan.excludedPhrases.length > 0
    return hasPhrases ? checkPhrases(plan, ranking) : createPlainCandidates(ranking)
  }

  /** The articles that have some of the words, of a plan without phrases. */
  const selectSome = (plan: QueryPlan): Candidates => {
    const { ranking, weights } = rankPartly(plan, index.view())
    if (plan.excludedPhrases.length > 0) return checkPhrases(plan, ranking)
    return createNearCandidates(ranking, async ranked => {
      const texts = await loadRanked(ranked)
      const forms = findWordForms(plan, index.view())
      return ranked.map(({ articleId }) => {
        const document = texts.get(articleId)
        return document ? measureProximity(document, plan, weights, analyzer, forms) : 0
      })
    })
  }

  /** A decision, with what an answer needs of it. */
  const conclude = (plan: QueryPlan, candidates: Candidates, widened: QueryAnswer['widened']): Outcome => ({
    plan,
    candidates,
    widened,
    forms: findWordForms(plan, index.view())
  })

  /** As written; else with spelling errors allowed; else some of the words. */
  const decide = async (query: string, isTyping: boolean): Promise<Outcome> => {
    const plan = planQuery(query, isTyping, { analyzer, languages: index.view().stemLanguages })
    const written = conclude(plan, select(plan), 'none')
    if (plan.words.length === 0 || (await hasAny(written.candidates))) return written
    const respelt = widenBySpelling(plan, index.view())
    if (respelt) {
      const candidates = select(respelt)
      if (await hasAny(candidates)) return conclude(respelt, candidates, 'fuzzy')
    }
    const loose = dissolvePhrases(respelt ?? plan)
    if (loose.words.length === 1) return written
    // The words of a phrase that does not occur may still occur together.
    for (const requirement of plan.phrases.length > 0 ? (['all', 'some'] as const) : (['some'] as const)) {
      const candidates = requirement === 'all' ? select(loose) : selectSome(loose)
      if (await hasAny(candidates)) return conclude(loose, candidates, 'someWords')
    }
    return written
  }

  /** Pages of one query, and the hits in its articles, come from one decision as long as the index stays the same. */
  const decideOnce = (query: string, isTyping: boolean): Promise<Outcome> => {
    const key = JSON.stringify([query, isTyping, index.generation])
    if (last?.key !== key) last = { key, outcome: decide(query, isTyping) }
    return last.outcome
  }

  return {
    load: () => {
      const problem = snapshot.load()
      last = null
      return { indexed: index.documentCount, problem }
    },

    settle: async () => {
      const problem = await snapshot.settle()
      warming.noteUse()
      return problem
    },

    compare: revisions => {
      for (const { articleId } of revisions) seen.add(articleId)
      return revisions
        .filter(({ articleId, revision }) => (index.revisionOf(articleId) ?? -1) < revision)
        .map(({ articleId }) => articleId)
    },

    endComparison: () => {
      const gone = [...index.articleIds()].filter(articleId => !seen.has(articleId))
      for (const articleId of gone) index.take(articleId)
      seen = new Set()
      return index.documentCount
    },

    apply: ({ documents: changed, removed }) => {
      for (const { articleId } of changed) {
        documents.forget(articleId)
        // Between a comparison's parts an article may be new; the end of the comparison must not remove it.
        seen.add(articleId)
      }
      index.put(changed)
      for (const articleId of removed) {
        documents.forget(articleId)
        index.take(articleId)
      }
      tidy()
      warming.noteUse()
      return index.documentCount
    },

    query: ({ query, isTyping, offset, limit }) => {
      warming.noteUse()
      return snapshot.run(async () => {
        const { plan, candidates, widened, forms } = await decideOnce(query, isTyping)
        const page = await candidates.page(offset, limit)
        const texts = await loadRanked(page)
        const hits = page.flatMap(({ articleId, score }) => {
          const document = texts.get(articleId)
          return document ? [toEngineHit(articleId, score, matchDocument(document, plan, analyzer, forms))] : []
        })
        return { hits, total: candidates.total, isTotalEstimate: candidates.isTotalEstimate, widened }
      })
    },

    locate: ({ articleId, query, isTyping }) =>
      snapshot.run(async () => {
        const { plan, forms } = await decideOnce(query, isTyping)
        const document = (await documents.get([articleId])).get(articleId)
        return toArticleHits(articleId, document ? matchDocument(document, plan, analyzer, forms) : null)
      }),

    flush: () => {
      // One after the other: two would write the same file. One that failed does not keep the next from being tried.
      writing = writing.then(write, write)
      return writing
    }
  }
}

async function hasAny(candidates: Candidates): Promise<boolean> {
  return (await candidates.page(0, 1)).length > 0
}
