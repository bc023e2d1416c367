// Owns the question whether everything is indexed: every article in its revision, and a sample with its words. Mends nothing.
import { randomInt } from 'node:crypto'
import type { ArticleId } from '@shared/model/common'
import type { IndexReport } from '@shared/model/search'
import type { DocumentRevision, SearchDocument } from '@shared/model/searchDocument'
import { chunksOf, createTurns } from './turns'
import type { WorkerClient } from './workerClient'

/** So many articles' texts are compared with the index. */
const sampleSize = 200
const revisionsAtOnce = 2_000
const documentsAtOnce = 16

/** What verifying reads. */
export interface VerifyDependencies {
  readonly listRevisions: () => Iterable<DocumentRevision>
  readonly loadDocuments: (ids: readonly ArticleId[]) => readonly SearchDocument[]
}

/** What was found, with the articles that are to be read again and those that are to be taken out. */
export interface IndexFindings {
  readonly report: IndexReport
  readonly toRead: readonly ArticleId[]
  readonly toTake: readonly ArticleId[]
}

/** Compares the index with the library. */
export async function verifyIndex(worker: WorkerClient, dependencies: VerifyDependencies): Promise<IndexFindings> {
  const { listRevisions, loadDocuments } = dependencies
  const missing: ArticleId[] = []
  const outdated: ArticleId[] = []
  const all: ArticleId[] = []
  for (const revisions of chunksOf(listRevisions(), revisionsAtOnce)) {
    const part = await worker.call('survey', revisions)
    missing.push(...part.missing)
    outdated.push(...part.outdated)
    for (const { articleId } of revisions) all.push(articleId)
  }
  const { indexed, surplus } = await worker.call('endSurvey', null)
  const known = new Set([...missing, ...outdated])
  const sample = sampleOf(
    all.filter(id => !known.has(id)),
    sampleSize
  )
  const takeTurn = createTurns()
  const wrong: ArticleId[] = []
  for (const ids of chunksOf(sample, documentsAtOnce)) {
    wrong.push(...(await worker.call('probe', loadDocuments(ids))))
    await takeTurn()
  }
  return {
    report: {
      articles: all.length,
      indexed,
      missing: missing.length,
      outdated: outdated.length,
      surplus: surplus.length,
      sampled: sample.length,
      wrong: wrong.length
    },
    toRead: [...missing, ...outdated, ...wrong],
    toTake: surplus
  }
}

/** Some members of a list, each as likely as the other, in no order. */
function sampleOf<Member>(list: readonly Member[], size: number): readonly Member[] {
  const pool = [...list]
  const taken = Math.min(size, pool.length)
  for (let at = 0; at < taken; at++) {
    const other = randomInt(at, pool.length)
    const [first, second] = [pool[at], pool[other]]
    if (first !== undefined && second !== undefined) [pool[at], pool[other]] = [second, first]
  }
  return pool.slice(0, taken)
}
