// Owns what the worker does for each call: the index, its snapshot, queries and hits. Knows nothing of threads.
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createAnalyzer, type Analyzer } from '../analysis/analyzer'
import { countFacets } from '../facts/countFacets'
import { createFactIndex } from '../facts/factIndex'
import { createCompaction } from '../index/compaction'
import type { RankedArticle } from '../index/ranking'
import { createSearchIndex } from '../index/searchIndex'
import { findHeavyPrefixes } from '../index/heavyPrefixes'
import { createRankingCache } from '../index/rankingCache'
import { writeSnapshot } from '../index/writeSnapshot'
import { toArticleHits, toEngineHit } from '../passages/engineHit'
import { matchDocument } from '../passages/matchDocument'
import type { WorkerCallName, WorkerCalls } from '../protocol'
import { listFilters } from '../query/filters'
import { planQuery } from '../query/planQuery'
import { completeQuery } from './complete'
import { createSketchKeeper } from '../similar/sketchKeeper'
import type { SimilarGroup } from '../similar/groupSimilar'
import { createDecisions, type Decision, type Question } from './decisions'
import { createDocumentCache, type LoadDocuments } from './documentCache'
import { explainWords } from './explain'
import { createProbe } from './probeIndex'
import { groupCandidates, type GroupedCandidates } from './groupedCandidates'
import { createIdleWork } from './idleWork'
import { createSnapshotGuard } from './snapshotGuard'
import { suggestQueries } from './suggest'
import { listWholeResult, rowsOfResult } from './wholeResult'

/** What the service needs. */
export interface SearchServiceDependencies {
  /** The folder of the snapshot. */
  readonly folder: string
  readonly loadDocuments: LoadDocuments
  /** Awaited between small pieces of work that nobody waits for. */
  readonly pause: () => Promise<void>
  readonly log: (message: string) => void
  /** The time in milliseconds since 1970. */
  readonly now: () => number
}

/** So many changes are written down at a quiet moment; of a small library, ever fewer. */
const changesWorthWriting = 200
/** The share of a library's articles that must have changed, up to that number. */
const shareWorthWriting = 0.002

/** So many changed articles are sketched at once. */
const mostSketchedAtOnce = 8

/** Answers every call of the protocol. */
export type SearchService = {
  readonly [Name in WorkerCallName]: (
    input: WorkerCalls[Name]['input']
  ) => WorkerCalls[Name]['output'] | Promise<WorkerCalls[Name]['output']>
}

/** Creates the service with an empty index. */
export function createSearchService(dependencies: SearchServiceDependencies): SearchService {
  const { folder, loadDocuments, pause, log, now } = dependencies
  const analyzer: Analyzer = createAnalyzer()
  const documents = createDocumentCache(loadDocuments)
  const index = createSearchIndex(analyzer)
  const facts = createFactIndex()
  const sketches = createSketchKeeper({ folder, loadDocuments, pause })
  const grouped = new WeakMap<Decision, GroupedCandidates>()
  let writtenChanges = 0
  let writing: Promise<null> = Promise.resolve(null)
  let seen = new Set<ArticleId>()
  let filling: Promise<void> = Promise.resolve()
  let surveyed = new Set<ArticleId>()
  let last: { readonly key: string; readonly decision: Promise<Decision> } | null = null
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
        rankings.rank(planQuery(prefix, true, { analyzer, languages: view.stemLanguages, now: now() }), view)
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
    await sketches.write()
    writtenChanges = changes
    return null
  }

  const isSketched = ({ articleId }: SearchDocument): boolean => sketches.table.rowOf(articleId) >= 0

  /** In the background, one after the other. */
  const fillSketches = (): void => {
    filling = filling
      .then(() => sketches.fill(index.articleIds()))
      // What was gathered was gathered without them.
      .then(() => void (last = null))
      .catch((error: unknown) => log(`Texts could not be sketched: ${String(error)}`))
  }

  const loadRanked = (ranked: readonly RankedArticle[]): Promise<ReadonlyMap<ArticleId, SearchDocument>> =>
    documents.get(ranked.map(({ articleId }) => articleId))

  const decisions = createDecisions({
    analyzer,
    view: () => index.view(),
    facts,
    rankings,
    loadTexts: ids => documents.get(ids),
    now
  })

  /** Pages of one query, and the hits in its articles, come from one decision as long as nothing changes. */
  const decideOnce = (question: Question): Promise<Decision> => {
    const { query, isTyping, order } = question
    const key = JSON.stringify([query, isTyping, order, index.generation, facts.generation])
    if (last?.key !== key) last = { key, decision: decisions.decide(question) }
    return last.decision
  }

  const groupOnce = (decision: Decision): GroupedCandidates => {
    let groups = grouped.get(decision)
    if (!groups) grouped.set(decision, (groups = groupCandidates(decision.candidates, sketches.table)))
    return groups
  }

  const countWritten = async (query: string): Promise<number> => {
    const { candidates } = await decisions.decide({ query, isTyping: false, order: 'relevance', isStrict: true })
    // Where texts must be read, the total is known only once some have been.
    await candidates.page(0, 1)
    return candidates.total
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
      // Not while the first question waits for the snapshot.
      sketches.load()
      fillSketches()
      return index.documentCount
    },

    survey: revisions => {
      const missing: ArticleId[] = []
      const outdated: ArticleId[] = []
      for (const { articleId, revision } of revisions) {
        surveyed.add(articleId)
        const known = index.revisionOf(articleId)
        if (known === null) missing.push(articleId)
        else if (known < revision) outdated.push(articleId)
      }
      return { missing, outdated }
    },

    endSurvey: () => {
      const surplus = [...index.articleIds()].filter(articleId => !surveyed.has(articleId))
      surveyed = new Set()
      return { indexed: index.documentCount, surplus }
    },

    probe: texts =>
      snapshot.run(async () => {
        const isRight = createProbe(index.view(), analyzer)
        return texts.filter(text => !isRight(text)).map(({ articleId }) => articleId)
      }),

    apply: ({ documents: changed, facts: changedFacts, removed }) => {
      facts.put(changedFacts)
      for (const { articleId } of changed) {
        documents.forget(articleId)
        // Between a comparison's parts an article may be new; the end of the comparison must not remove it.
        seen.add(articleId)
      }
      index.put(changed)
      // Of many new ones, sketching waits for a quiet moment: an import should be searchable first.
      sketches.put(changed.length > mostSketchedAtOnce ? changed.filter(isSketched) : changed)
      for (const articleId of removed) {
        documents.forget(articleId)
        index.take(articleId)
      }
      tidy()
      warming.noteUse()
      return index.documentCount
    },

    putFacts: articles => {
      facts.put(articles)
      return null
    },

    query: ({ query, isTyping, order = 'relevance', groupSimilar = false, offset, limit }) => {
      warming.noteUse()
      return snapshot.run(async () => {
        const decision = await decideOnce({ query, isTyping, order })
        const { plan, candidates, widened, forms, problems } = decision
        const groups = groupSimilar ? groupOnce(decision) : null
        const page = groups ? await groups.page(offset, limit) : toSingles(await candidates.page(offset, limit))
        const texts = await loadRanked(page.map(({ article }) => article))
        const hits = page.flatMap(({ article: { articleId, score }, similar }) => {
          const document = texts.get(articleId)
          if (!document) return []
          const hit = toEngineHit(articleId, score, matchDocument(document, plan, analyzer, { forms }))
          return [{ ...hit, similar: similar.map(each => each.articleId) }]
        })
        const { total, isTotalEstimate } = candidates
        const rowCount = groups?.rowCount ?? total
        return { hits, total, isTotalEstimate, rowCount, widened, problems, filters: listFilters(query) }
      })
    },

    facets: ({ query, isTyping }) =>
      snapshot.run(async () => {
        const decision = await decideOnce({ query, isTyping, order: 'relevance' })
        const whole = await listWholeResult(decision, decisions)
        return {
          ...countFacets(facts.table, rowsOfResult(whole, decision, facts)),
          isComplete: whole.isComplete
        }
      }),

    explain: ({ query, isTyping }) =>
      snapshot.run(async () => {
        const { plan, asked, view, widened, candidates } = await decideOnce({ query, isTyping, order: 'relevance' })
        const isFound = widened === 'none' && candidates.total > 0
        return {
          words: explainWords(query, plan, view),
          suggestions: isFound ? [] : await suggestQueries(query, asked, view, countWritten)
        }
      }),

    complete: ({ query, caret }) => snapshot.run(async () => completeQuery(query, caret, index.view(), facts)),

    count: queries =>
      snapshot.run(async () => {
        const totals: number[] = []
        for (const query of queries) totals.push(await countWritten(query))
        return totals
      }),

    locate: ({ articleId, query, isTyping }) =>
      snapshot.run(async () => {
        const { plan, forms } = await decideOnce({ query, isTyping, order: 'relevance' })
        const document = (await documents.get([articleId])).get(articleId)
        return toArticleHits(articleId, document ? matchDocument(document, plan, analyzer, { forms }) : null)
      }),

    flush: () => {
      // One after the other: two would write the same file. One that failed does not keep the next from being tried.
      writing = writing.then(write, write)
      writing.then(fillSketches, () => undefined)
      return writing
    }
  }
}

function toSingles(articles: readonly RankedArticle[]): ReadonlyArray<SimilarGroup<RankedArticle>> {
  return articles.map(article => ({ article, similar: [] }))
}
