// Owns how the index is brought in step with the library, in small pieces. Knows nothing of threads' lives or of status.
import type { ArticleId } from '@shared/model/common'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import { chunksOf, createTurns, turnMs } from './turns'
import type { WorkerClient } from './workerClient'

/** How many revisions go to the worker at once: copying them takes about a millisecond. */
const revisionsAtOnce = 2_000
const mostDocumentsAtOnce = 32
/** While one batch is being indexed the next is already on its way. */
const batchesUnderWay = 2

/** What reconciling needs. */
export interface ReconcileDependencies {
  readonly listRevisions: () => Iterable<DocumentRevision>
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
  /** Told when the comparison is done and after each batch. */
  readonly onProgress: (indexed: number, total: number) => void
}

/** Removes what is gone, adds what is missing, replaces what is older; resolves when the index has it all. */
export async function reconcile(worker: WorkerClient, dependencies: ReconcileDependencies): Promise<void> {
  const { listRevisions, loadDocuments, onProgress } = dependencies
  const outdated: ArticleId[] = []
  let total = 0
  for (const revisions of chunksOf(listRevisions(), revisionsAtOnce)) {
    total += revisions.length
    for (const id of await worker.call('compare', revisions)) outdated.push(id)
  }
  onProgress(await worker.call('endComparison', null), total)
  await applyChanges(worker, outdated, loadDocuments, indexed => onProgress(indexed, total))
}

/**
 * Reads articles and has them indexed; those that the library no longer has are taken out. Batches grow and shrink so
 * that reading one keeps the library's thread for less than `turnMs`.
 */
export async function applyChanges(
  worker: WorkerClient,
  ids: readonly ArticleId[],
  loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[],
  onApplied: (indexed: number) => void
): Promise<void> {
  const takeTurn = createTurns()
  const underWay: Array<Promise<void>> = []
  let size = 8
  for (let at = 0; at < ids.length;) {
    const batch = ids.slice(at, at + size)
    at += batch.length
    const startedAt = performance.now()
    const documents = loadDocuments(batch)
    const found = new Set(documents.map(({ articleId }) => articleId))
    const applied = worker.call('apply', { documents, removed: batch.filter(id => !found.has(id)) }).then(onApplied)
    // The first batch that fails is reported below; the one behind it must not become an unhandled rejection.
    applied.catch(() => undefined)
    underWay.push(applied)
    const tookMs = performance.now() - startedAt
    size = tookMs > turnMs / 2 ? Math.max(1, size >> 1) : Math.min(mostDocumentsAtOnce, size * 2)
    if (underWay.length >= batchesUnderWay) await underWay.shift()
    await takeTurn()
  }
  await Promise.all(underWay)
}
