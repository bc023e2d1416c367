// Owns how the index is brought in step with the library, in small pieces. Knows nothing of threads' lives or of status.
import type { ArticleId } from '@shared/model/common'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { chunksOf, createTurns, turnMs } from './turns'
import type { WorkerClient } from './workerClient'

/** How many revisions go to the worker at once: copying them takes about a millisecond. */
const revisionsAtOnce = 2_000
/** How many articles' facts are read at once. */
const factsAtOnce = 200
const mostDocumentsAtOnce = 32
/** While one batch is being indexed the next is already on its way. */
const batchesUnderWay = 2

/** What reconciling needs. */
export interface ReconcileDependencies {
  readonly listRevisions: () => Iterable<DocumentRevision>
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
  readonly loadFacts: (ids: readonly ArticleId[]) => readonly ArticleFacts[]
  /** Told when the comparison is done and after each batch. */
  readonly onProgress: (indexed: number, total: number) => void
}

/** Removes what is gone, adds what is missing, replaces what is older; resolves when the index has it all. */
export async function reconcile(worker: WorkerClient, dependencies: ReconcileDependencies): Promise<void> {
  const { listRevisions, loadDocuments, loadFacts, onProgress } = dependencies
  const outdated: ArticleId[] = []
  const all: ArticleId[] = []
  for (const revisions of chunksOf(listRevisions(), revisionsAtOnce)) {
    for (const { articleId } of revisions) all.push(articleId)
    for (const id of await worker.call('compare', revisions)) outdated.push(id)
  }
  onProgress(await worker.call('endComparison', null), all.length)
  await sendFacts(worker, all, loadFacts)
  // Their facts are there already.
  const reading = { loadDocuments, loadFacts: () => [] }
  await applyChanges(worker, outdated, reading, indexed => onProgress(indexed, all.length))
}

/** Reads the facts of articles and has them noted, in slices that keep the library's thread for a few milliseconds each. */
export async function sendFacts(
  worker: WorkerClient,
  ids: readonly ArticleId[],
  loadFacts: (ids: readonly ArticleId[]) => readonly ArticleFacts[]
): Promise<void> {
  const takeTurn = createTurns()
  for (let at = 0; at < ids.length; at += factsAtOnce) {
    await worker.call('putFacts', loadFacts(ids.slice(at, at + factsAtOnce)))
    await takeTurn()
  }
}

/**
 * Reads articles and has them indexed; those that the library no longer has are taken out. Batches grow and shrink so
 * that reading one keeps the library's thread for less than `turnMs`.
 */
export async function applyChanges(
  worker: WorkerClient,
  ids: readonly ArticleId[],
  { loadDocuments, loadFacts }: Pick<ReconcileDependencies, 'loadDocuments' | 'loadFacts'>,
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
    // Words and facts go together, so that no question finds the one without the other.
    const change = { documents, facts: loadFacts(batch), removed: batch.filter(id => !found.has(id)) }
    const applied = worker.call('apply', change).then(onApplied)
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
