// Owns when segments are merged: in the background, one merge at a time, in pieces between which questions are answered.
import type { SearchIndex } from './searchIndex'
import type { CompactSegment } from './segments/compactSegment'
import { mergeSegments } from './segments/mergeSegments'
import type { SegmentParts } from './segments/segmentParts'

/** So many segments of about the same size become one, so that an article is merged few times as an index grows. */
const fanIn = 8

/** Merges segments. */
export interface Compaction {
  /** Merges segments where there are many of about the same size. */
  tidy(): Promise<void>
  /** Merges everything that is in the index now; gives the one segment. */
  mergeAll(): Promise<SegmentParts>
}

/** What merging needs. */
export interface CompactionDependencies {
  readonly index: SearchIndex
  /** Awaited between small pieces of work. */
  readonly pause: () => Promise<void>
  /** Told after each merge: what was kept of the old segments should be let go. */
  readonly onMerged: () => void
}

/** Creates the compaction of an index. */
export function createCompaction({ index, pause, onMerged }: CompactionDependencies): Compaction {
  let running: Promise<unknown> = Promise.resolve()

  /** One after the other; a merge that fails does not keep the next from being tried. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = running.then(work, work)
    running = result
    return result
  }

  const merge = async (unsorted: readonly CompactSegment[]): Promise<SegmentParts> => {
    // The first one's articles keep their numbers, so that most of its postings are copied as they are.
    const sources = unsorted.toSorted((first, second) => second.slotCount - first.slotCount)
    const merged = await mergeSegments(sources, pause)
    index.replace(sources, merged)
    onMerged()
    return merged.parts
  }

  return {
    tidy: () =>
      inTurn(async () => {
        for (let full = findFullLevel(index.segments); full; full = findFullLevel(index.segments)) await merge(full)
      }),
    mergeAll: () =>
      inTurn(async () => {
        index.seal()
        onMerged()
        const { segments } = index
        const [only] = segments
        if (only && segments.length === 1 && only.documentCount === only.slotCount) {
          only.load()
          return only.parts
        }
        return merge(segments)
      })
  }
}

/** Segments of one order of size, where there are enough of them. */
function findFullLevel(segments: readonly CompactSegment[]): readonly CompactSegment[] | null {
  const levels = new Map<number, CompactSegment[]>()
  for (const segment of segments) {
    const level = Math.floor(Math.log(segment.slotCount) / Math.log(fanIn))
    const members = levels.get(level)
    if (members) members.push(segment)
    else levels.set(level, [segment])
  }
  return [...levels.values()].find(members => members.length >= fanIn) ?? null
}
