// Owns the index as a whole: which part of it an article is in, and what a query sees. Knows nothing of files.
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { Analyzer } from '../analysis/analyzer'
import { countDocument } from './countedDocument'
import { createIndexView, type IndexView } from './indexView'
import { LiveIndex } from './liveIndex'
import { openSegment, type CompactSegment } from './segments/compactSegment'
import type { MergedSegment } from './segments/mergeSegments'
import { SegmentBuilder } from './segments/segmentBuilder'
import type { SegmentParts } from './segments/segmentParts'
import type { SnapshotRest } from './snapshotRest'

/** So many articles at once count as single changes, which the live part takes. */
const mostAtOnce = 8
/** The live part takes no more than so many articles; the rest is built into a segment, which is ten times as fast. */
const mostLive = 64
/** The builder makes a segment of at most so many articles, */
const mostNoted = 2_000
/** and of at most so many entries (12 MB): a library may hold whole books. */
const longestLog = 1_500_000

/** The index: a live part for single changes, articles noted in bulk, and immutable segments. */
export interface SearchIndex {
  /** Grows with every change of what can be found. */
  readonly generation: number
  /** How many articles have been put in or taken out so far. */
  readonly changes: number
  readonly documentCount: number
  /** The immutable segments. */
  readonly segments: readonly CompactSegment[]
  /** The revision of an article, or null where the index does not have it. */
  revisionOf(articleId: ArticleId): number | null
  /** Puts articles in, each in the place of its older version; an older version than the known one is ignored. */
  put(documents: readonly SearchDocument[]): void
  /** Takes an article out; gives false where the index does not have it. */
  take(articleId: ArticleId): boolean
  /** The ids of all articles. */
  articleIds(): Iterable<ArticleId>
  /** The index as it is now. */
  view(): IndexView
  /** Makes all that is not in an immutable segment into one. */
  seal(): void
  /** Adds a segment that was read from a file, of which `rest` is read later. */
  adopt(parts: SegmentParts, rest?: SnapshotRest): void
  /** Lets go of the segments whose file turned out to be damaged: all that were adopted. */
  dropAdopted(): void
  /** Puts a merged segment in the place of its sources. Nothing is found or lost by it. */
  replace(sources: readonly CompactSegment[], merged: MergedSegment): void
}

/** Creates an empty index. */
export function createSearchIndex(analyzer: Analyzer): SearchIndex {
  const builder = new SegmentBuilder()
  let live = new LiveIndex(analyzer)
  let segments: readonly CompactSegment[] = []
  const adopted = new WeakSet<SegmentParts>()
  let generation = 0
  let changes = 0
  let view: IndexView | null = null

  const addSegment = (parts: SegmentParts, rest: SnapshotRest | null = null): void => {
    if (parts.revisions.length > 0) segments = [...segments, openSegment(parts, analyzer, rest)]
    view = null
  }

  const sealBuilder = (): void => {
    if (builder.noted > 0) addSegment(builder.seal())
  }

  const findIn = (articleId: ArticleId): { readonly revision: number; readonly discard: () => void } | null => {
    const noted = builder.articles.get(articleId)
    if (noted) return { revision: noted.revision, discard: () => builder.take(articleId) }
    for (const segment of [live, ...segments]) {
      const slot = segment.find(articleId)
      if (slot >= 0) return { revision: segment.revisionOf(slot), discard: () => segment.discard(slot) }
    }
    return null
  }

  const noteChange = (): void => {
    generation++
    view = null
  }

  return {
    get generation() {
      return generation
    },
    get changes() {
      return changes
    },
    get documentCount() {
      const inSegments = segments.reduce((sum, segment) => sum + segment.documentCount, 0)
      return inSegments + live.documentCount + builder.articles.size
    },
    get segments() {
      return segments
    },
    revisionOf: articleId => findIn(articleId)?.revision ?? null,

    put: documents => {
      const isSingle = documents.length <= mostAtOnce && live.slotCount + documents.length <= mostLive
      for (const document of documents) {
        const known = findIn(document.articleId)
        if (known && known.revision > document.revision) continue
        known?.discard()
        changes++
        if (isSingle) live.put(countDocument(document, analyzer, builder.book))
        else builder.add(document)
        if (builder.noted >= mostNoted || builder.logLength >= longestLog) sealBuilder()
      }
      noteChange()
    },

    take: articleId => {
      const known = findIn(articleId)
      if (!known) return false
      known.discard()
      changes++
      noteChange()
      return true
    },

    articleIds: function* () {
      yield* builder.articles.keys()
      for (const segment of [live, ...segments]) {
        for (let slot = 0; slot < segment.slotCount; slot++) if (segment.isAlive(slot)) yield segment.articleIdOf(slot)
      }
    },

    view: () => {
      sealBuilder()
      return (view ??= createIndexView([...segments, live]))
    },

    seal: () => {
      for (const document of live.documents) builder.addCounted(document)
      live = new LiveIndex(analyzer)
      sealBuilder()
      builder.release()
      view = null
    },

    adopt: (parts, rest) => {
      addSegment(parts, rest)
      adopted.add(parts)
      const book = segments.at(-1)?.books.toSorted((first, second) => second.basis - first.basis)[0]
      if (book) builder.useBook(book)
    },

    dropAdopted: () => {
      segments = segments.filter(({ parts }) => !adopted.has(parts))
      noteChange()
    },

    replace: (sources, { parts, slotMaps }) => {
      const merged = openSegment(parts, analyzer)
      for (const [number, source] of sources.entries()) {
        for (const [slot, place] of (slotMaps[number] ?? []).entries()) {
          if (place >= 0 && !source.isAlive(slot)) merged.discard(place)
        }
      }
      segments = [...segments.filter(segment => !sources.includes(segment)), merged]
      view = null
    }
  }
}
