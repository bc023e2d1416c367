// Owns search as the application sees it: the worker's life, the state of the index, and answers while there is none.
import { rm } from 'node:fs/promises'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import { AppError } from '@shared/errors'
import type { ArticleId } from '@shared/model/common'
import type { ResultFacets } from '@shared/model/facets'
import type { Completions, QueryExplanation } from '@shared/model/queryHelp'
import { isWhole, type ArticleHits, type IndexReport, type SearchResult, type SearchStatus } from '@shared/model/search'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { createLibraryScan } from './libraryScan'
import { noFacets } from './noFacets'
import type { EngineHit, LocateInput, QueryAnswer, QueryInput, QueryText } from './protocol'
import { applyChanges, reconcile, sendFacts } from './reconcile'
import { createSnapshotTimer } from './snapshotTimer'
import { verifyIndex } from './verifyIndex'
import { startWorker, type WorkerClient } from './workerClient'

/** What the engine needs. The functions that read are called on the engine's own thread. */
export interface SearchEngineDependencies {
  /** The bundled worker, `searchWorker.js`. */
  readonly workerFile: string | URL
  /** Where the snapshot lives; made when it does not exist. */
  readonly folder: string
  /** Every article that can be found, newest first. */
  readonly listRevisions: () => Iterable<DocumentRevision>
  /** The articles of these ids that exist, in any order. */
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
  /** The facts of these articles that exist, in any order. */
  readonly loadFacts: (ids: readonly ArticleId[]) => readonly ArticleFacts[]
  readonly onStatus: (status: SearchStatus) => void
  readonly log?: (message: string) => void
}

/** An answer to a query: one page of it, best first. */
export interface EngineResult extends QueryAnswer {
  readonly tookMs: number
  /** True where the index was not ready, so that more may be found a little later. */
  readonly isPartial: boolean
  readonly widened: SearchResult['widened']
}

/** Search. Methods reject with AppError `not_available` while the worker dies under them, or after `dispose`. */
export interface SearchEngine {
  /** Loads the snapshot and brings it in step with the library in the background; resolves when all can be found. */
  start(): Promise<void>
  status(): SearchStatus
  query(input: QueryInput): Promise<EngineResult>
  /** What the whole result of a query is made of; without an index nothing is counted. */
  facets(input: QueryText): Promise<ResultFacets>
  /** How a query was read; without an index nothing is said. */
  explain(input: QueryText): Promise<QueryExplanation>
  /** What may stand at the caret; without an index nothing is offered. */
  complete(input: { readonly query: string; readonly caret: number }): Promise<Completions>
  /** How many articles each query finds as written, or null without an index. */
  count(queries: readonly string[]): Promise<readonly number[] | null>
  /** The hits of a query in one article; none where the article does not exist. */
  locateHits(input: LocateInput): Promise<ArticleHits>
  /** Reads these articles again; those that no longer exist are taken out. Resolves when they can be found. */
  update(ids: readonly ArticleId[]): Promise<void>
  /** Reads only the facts of these articles again: where states changed, and no text did. */
  updateFacts(ids: readonly ArticleId[]): Promise<void>
  /**
   * Compares the index with the library and, with `isRepairing`, mends what differs: what gives a sample the wrong words is
   * built anew as a whole. Gives what the last comparison found. Rejects with `not_available` where there is no index yet.
   */
  verify(isRepairing: boolean): Promise<IndexReport>
  /** Builds the index anew from nothing; resolves when it is whole. Questions are answered from what there is meanwhile. */
  rebuild(): Promise<void>
  /** Writes the snapshot. It also happens some seconds after changes, and on `dispose`. */
  flush(): Promise<void>
  dispose(): Promise<void>
}

export type { EngineHit }

/** A worker that dies again before it has worked this long is not started once more. */
const trustedAfterMs = 10 * 60_000

/** How long closing waits for the snapshot: a lost snapshot is built again, but a program that does not end is a fault. */
const closingPatienceMs = 15_000

/** Creates the engine; nothing happens before `start`. */
export function createSearchEngine(dependencies: SearchEngineDependencies): SearchEngine {
  const { workerFile, folder, listRevisions, loadDocuments, loadFacts, onStatus, log = () => undefined } = dependencies
  const scan = createLibraryScan({ listRevisions, loadDocuments, loadFacts })
  let status: SearchStatus = { state: 'loading', indexed: 0, total: 0 }
  let worker: WorkerClient | null = null
  let lastDeathAt: number | null = null
  let isDisposed = false
  let started: Promise<void> | null = null

  /** The questions that the worker has not answered yet. */
  const questions = new Set<Promise<QueryAnswer>>()

  const setStatus = (change: Partial<SearchStatus>): void => {
    status = { ...status, ...change }
    onStatus(status)
  }

  const snapshotTimer = createSnapshotTimer(() => {
    worker
      ?.call('flush', null)
      .catch((error: unknown) => log(`The search snapshot was not written: ${describe(error)}`))
  })

  const bringUp = async (current: WorkerClient): Promise<void> => {
    setStatus({ state: 'loading', indexed: 0, total: 0 })
    const { indexed, problem } = await current.call('load', null)
    if (problem !== null) log(`The search snapshot ${problem}; the index is built again`)
    setStatus({ state: 'building', indexed })
    // Questions that waited for the snapshot are answered before the library is read for the comparison.
    await nextTurn()
    await Promise.allSettled(questions)
    const damage = await current.call('settle', null)
    if (damage !== null) log(`The search snapshot ${damage}; the index is built again`)
    await reconcile(current, {
      listRevisions,
      loadDocuments,
      loadFacts,
      onProgress: (count, total) => {
        setStatus({ indexed: count, total: Math.max(count, total) })
        // Of a long rebuild, what has been done is written down now and then.
        if (count < total) snapshotTimer.noteChange()
      }
    })
    setStatus({ state: 'ready', total: status.indexed })
    snapshotTimer.noteChange()
  }

  const launch = async (): Promise<void> => {
    const current: WorkerClient = startWorker({ workerFile, folder, loadDocuments, log, onDeath })
    worker = current
    try {
      await bringUp(current)
    } catch (error) {
      // A worker that died has been replaced, or given up, by then: the start ends as its replacement's does.
      if (worker !== current) return worker && started ? started : undefined
      log(`The search index could not be brought up: ${describe(error)}`)
      setStatus({ state: 'failed' })
    }
  }

  const onDeath = (reason: string): void => {
    if (isDisposed) return
    worker = null
    snapshotTimer.cancel()
    const isRepeated = lastDeathAt !== null && performance.now() - lastDeathAt < trustedAfterMs
    lastDeathAt = performance.now()
    log(`The search worker died: ${reason}; ${isRepeated ? 'it stays off' : 'it is started again'}`)
    if (isRepeated) setStatus({ state: 'failed' })
    else started = launch()
  }

  const canAsk = (): boolean => worker !== null && (status.state === 'ready' || status.state === 'building')

  const refuseDisposed = (): void => {
    if (isDisposed) throw new AppError('not_available', 'Search has been closed')
  }

  const rebuild = async (): Promise<void> => {
    refuseDisposed()
    const current = worker
    // From now on the library itself is asked.
    worker = null
    snapshotTimer.cancel()
    setStatus({ state: 'loading', indexed: 0 })
    await Promise.allSettled(questions)
    await current?.stop()
    await rm(folder, { recursive: true, force: true })
    if (isDisposed) return
    started = launch()
    await started
  }

  const verify = async (isRepairing: boolean): Promise<IndexReport> => {
    refuseDisposed()
    const current = worker
    if (!current || status.state !== 'ready') throw new AppError('not_available', 'The search index is being built')
    const { report, toRead, toTake } = await verifyIndex(current, { listRevisions, loadDocuments })
    if (!isRepairing || isWhole(report)) return report
    if (report.wrong > 0) await rebuild()
    else {
      // What is no longer in the library is taken out by being read again.
      await applyChanges(current, [...toRead, ...toTake], { loadDocuments, loadFacts }, indexed =>
        setStatus({ indexed, total: indexed })
      )
      snapshotTimer.noteChange()
    }
    return verify(false)
  }

  return {
    verify,
    rebuild,

    start: async () => {
      refuseDisposed()
      started ??= launch()
      await started
    },

    status: () => status,

    query: async input => {
      refuseDisposed()
      const startedAt = performance.now()
      snapshotTimer.noteUse()
      if (!worker || !canAsk()) return answered(await scan.query(input), startedAt, true)
      const isPartial = status.state !== 'ready'
      const question = worker.call('query', input)
      questions.add(question)
      try {
        return answered(await question, startedAt, isPartial)
      } finally {
        questions.delete(question)
      }
    },

    facets: async input => {
      refuseDisposed()
      if (!worker || !canAsk()) return noFacets
      const isReady = status.state === 'ready'
      const facets = await worker.call('facets', input)
      return { ...facets, isComplete: facets.isComplete && isReady }
    },

    explain: async input => {
      refuseDisposed()
      return worker && canAsk() ? worker.call('explain', input) : { words: [], suggestions: [] }
    },

    complete: async input => {
      refuseDisposed()
      return worker && canAsk() ? worker.call('complete', input) : { start: input.caret, end: input.caret, items: [] }
    },

    count: async queries => {
      refuseDisposed()
      return worker && canAsk() ? worker.call('count', queries) : null
    },

    locateHits: async input => {
      refuseDisposed()
      return worker && canAsk() ? worker.call('locate', input) : scan.locate(input)
    },

    update: async ids => {
      // Before the start, and without a worker, the next start's comparison finds the change.
      if (isDisposed || !worker || ids.length === 0) return
      await applyChanges(worker, ids, { loadDocuments, loadFacts }, indexed =>
        setStatus({ indexed, total: status.state === 'ready' ? indexed : Math.max(indexed, status.total) })
      )
      snapshotTimer.noteChange()
    },

    updateFacts: async ids => {
      if (!isDisposed && worker) await sendFacts(worker, ids, loadFacts)
    },

    flush: async () => {
      refuseDisposed()
      snapshotTimer.cancel()
      await worker?.call('flush', null)
    },

    dispose: async () => {
      if (isDisposed) return
      isDisposed = true
      snapshotTimer.cancel()
      const current = worker
      worker = null
      if (!current) return
      try {
        await Promise.race([current.call('flush', null), delay(closingPatienceMs, undefined, { ref: false })])
      } catch (error) {
        log(`The search snapshot was not written: ${describe(error)}`)
      }
      await current.stop()
    }
  }
}

function answered(answer: QueryAnswer, startedAt: number, isPartial: boolean): EngineResult {
  return { ...answer, tookMs: performance.now() - startedAt, isPartial }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
