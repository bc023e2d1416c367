// Owns the pages of a result in which articles of nearly the same text stand together. Ranks nothing itself.
import type { RankedArticle } from '../index/ranking'
import { createSimilarGroups, type SimilarGroup } from '../similar/groupSimilar'
import type { SketchTable } from '../similar/sketchTable'
import type { Candidates } from './candidates'

/** So many of the best articles are gathered at least, so that what is like the first ones is found further down. */
const leastGathered = 1_000
const chunkSize = 200

/** The pages of gathered candidates. */
export interface GroupedCandidates {
  /** The groups from `offset` on, at most `limit`. */
  page(offset: number, limit: number): Promise<ReadonlyArray<SimilarGroup<RankedArticle>>>
  /** How many groups there are, as far as articles have been gathered; the others count as one each. */
  readonly rowCount: number
}

/** Gathers candidates. Where each costs a look at its text, no more are gathered than a page needs. */
export function groupCandidates(candidates: Candidates, table: SketchTable): GroupedCandidates {
  const gathered = createSimilarGroups<RankedArticle>(table)
  let read = 0
  let isOver = false
  let running: Promise<void> = Promise.resolve()

  const gather = async (wanted: number): Promise<void> => {
    const least = candidates.isChecked ? 0 : leastGathered
    while (!isOver && (gathered.groups.length < wanted || read < least)) {
      const chunk = await candidates.page(read, chunkSize)
      for (const article of chunk) gathered.add(article)
      read += chunk.length
      isOver = chunk.length < chunkSize
    }
  }

  return {
    page: async (offset, limit) => {
      running = running.then(() => gather(offset + limit))
      await running
      return gathered.groups.slice(offset, offset + limit)
    },
    get rowCount() {
      return isOver ? gathered.groups.length : gathered.groups.length + Math.max(0, candidates.total - read)
    }
  }
}
