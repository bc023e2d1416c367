// Owns what the worker does for each call: the index, its snapshot, queries and hits. Knows nothing of threads.
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createAnalyzer, type Analyzer } from '../analysis/analyzer'
import { LiveIndex } from '../index/liveIndex'
import { rankArticles, type RankedSlot, type WordRequirement } from '../index/scoring'
import { readSnapshot, writeSnapshot } from '../index/snapshot'
import { widenBySpelling } from '../index/spelling'
import { toArticleHits, toEngineHit } from '../passages/engineHit'
import { matchDocument } from '../passages/matchDocument'
import { hasPlannedPhrases } from '../passages/phrases'
import type { QueryAnswer, WorkerCallName, WorkerCalls } from '../protocol'
import { dissolvePhrases, planQuery, type QueryPlan } from '../query/plan'
import { createCheckedCandidates, createPlainCandidates, type Candidates } from './candidates'
import { createDocumentCache, type LoadDocuments } from './documentCache'

/** What the service needs. */
export interface SearchServiceDependencies {
  /** The folder of the snapshot. */
  readonly folder: string
  readonly loadDocuments: LoadDocuments
}

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
}

/** Creates the service with an empty index. */
export function createSearchService({ folder, loadDocuments }: SearchServiceDependencies): SearchService {
  const analyzer: Analyzer = createAnalyzer()
  const documents = createDocumentCache(loadDocuments)
  let index = new LiveIndex(analyzer)
  let writtenGeneration = index.generation
  let seen = new Set<ArticleId>()
  let last: { readonly key: string; readonly outcome: Promise<Outcome> } | null = null

  const loadSlots = async (slots: readonly RankedSlot[]): Promise<ReadonlyMap<number, SearchDocument>> => {
    // A slot may have been discarded while an earlier page was being read.
    const alive = slots.filter(({ slot }) => index.isAlive(slot))
    const ids = new Map(alive.map(({ slot }) => [slot, index.getArticleId(slot)]))
    const byId = await documents.get([...ids.values()])
    const bySlot = new Map<number, SearchDocument>()
    for (const [slot, id] of ids) {
      const document = byId.get(id)
      if (document) bySlot.set(slot, document)
    }
    return bySlot
  }

  const select = (plan: QueryPlan, requirement: WordRequirement): Candidates => {
    const ranked = rankArticles(plan, index, requirement)
    if (plan.phrases.length === 0 && plan.excludedPhrases.length === 0) return createPlainCandidates(ranked)
    return createCheckedCandidates(ranked, async slots => {
      const texts = await loadSlots(slots)
      return slots.filter(({ slot }) => {
        const document = texts.get(slot)
        return document !== undefined && hasPlannedPhrases(document, plan, analyzer)
      })
    })
  }

  /** As written; else with spelling errors allowed; else some of the words. */
  const decide = async (query: string, isTyping: boolean): Promise<Outcome> => {
    const plan = planQuery(query, isTyping, { analyzer, languages: index.stemLanguages })
    const written: Outcome = { plan, candidates: select(plan, 'all'), widened: 'none' }
    if (plan.words.length === 0 || (await hasAny(written.candidates))) return written
    const respelt = widenBySpelling(plan, index)
    if (respelt) {
      const candidates = select(respelt, 'all')
      if (await hasAny(candidates)) return { plan: respelt, candidates, widened: 'fuzzy' }
    }
    const loose = dissolvePhrases(respelt ?? plan)
    if (loose.words.length === 1) return written
    // The words of a phrase that does not occur may still occur together.
    for (const requirement of plan.phrases.length > 0 ? (['all', 'some'] as const) : (['some'] as const)) {
      const candidates = select(loose, requirement)
      if (await hasAny(candidates)) return { plan: loose, candidates, widened: 'someWords' }
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
      const reading = readSnapshot(folder)
      if (reading.kind === 'read') {
        index = LiveIndex.fromState(reading.state, analyzer)
        writtenGeneration = index.generation
      }
      last = null
      return { indexed: index.documentCount, problem: reading.kind === 'unusable' ? reading.reason : null }
    },

    compare: revisions => {
      for (const { articleId } of revisions) seen.add(articleId)
      return revisions
        .filter(({ articleId, revision }) => (index.revisions.get(articleId) ?? -1) < revision)
        .map(({ articleId }) => articleId)
    },

    endComparison: () => {
      for (const articleId of index.revisions.keys()) if (!seen.has(articleId)) index.take(articleId)
      seen = new Set()
      return index.documentCount
    },

    apply: ({ documents: changed, removed }) => {
      for (const document of changed) {
        documents.forget(document.articleId)
        index.put(document)
        // Between a comparison's parts an article may be new; the end of the comparison must not remove it.
        seen.add(document.articleId)
      }
      for (const articleId of removed) {
        documents.forget(articleId)
        index.take(articleId)
      }
      return index.documentCount
    },

    query: async ({ query, isTyping, offset, limit }) => {
      const { plan, candidates, widened } = await decideOnce(query, isTyping)
      const page = await candidates.page(offset, limit)
      const texts = await loadSlots(page)
      const hits = page.flatMap(({ slot, score }) => {
        const document = texts.get(slot)
        return document ? [toEngineHit(document.articleId, score, matchDocument(document, plan, analyzer))] : []
      })
      return { hits, total: candidates.total, widened }
    },

    locate: async ({ articleId, query, isTyping }) => {
      const { plan } = await decideOnce(query, isTyping)
      const document = (await documents.get([articleId])).get(articleId)
      return toArticleHits(articleId, document ? matchDocument(document, plan, analyzer) : null)
    },

    flush: () => {
      if (writtenGeneration === index.generation) return null
      writeSnapshot(folder, index.toState())
      writtenGeneration = index.generation
      return null
    }
  }
}

async function hasAny(candidates: Candidates): Promise<boolean> {
  return (await candidates.page(0, 1)).length > 0
}
