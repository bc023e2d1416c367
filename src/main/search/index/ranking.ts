// Owns the order of the articles that a query found: only as many as are wanted are put in order. Scores nothing.
import type { ArticleId } from '@shared/model/common'
import type { IndexView } from './indexView'

/** An article and its score; higher is better. */
export interface RankedArticle {
  readonly articleId: ArticleId
  readonly score: number
  /** Its slot in the view in which it was found. */
  readonly slot: number
}

/** What a query found. */
export interface Ranking {
  /** How many articles were found. */
  readonly total: number
  /** The best articles, at most `count`: by score, and among equals the newest first (ids sort by time). */
  best(count: number): readonly RankedArticle[]
}

/** Above 0 where the first place of a list comes before the second. */
export type ComparePlaces = (first: number, second: number) => number

/** Arrays that a ranking is made in. */
export interface RankingRoom {
  readonly slots: Uint32Array
  readonly scores: Float64Array
}

/** Makes room for so many articles. */
export function createRankingRoom(count: number): RankingRoom {
  return { slots: new Uint32Array(count), scores: new Float64Array(count) }
}

/** Ranks slots by the scores beside them, or as `order` says. Equals come newest first (ids sort by time). */
export function createRanking(
  slots: Uint32Array,
  scores: Float64Array,
  view: Pick<IndexView, 'articleIdOf'>,
  order: ComparePlaces | null = null
): Ranking {
  let known: readonly RankedArticle[] = []

  const compare = (first: number, second: number): number => {
    const difference = order ? order(first, second) : (scores[first] ?? 0) - (scores[second] ?? 0)
    if (difference !== 0) return difference
    return view.articleIdOf(slots[first] ?? 0) > view.articleIdOf(slots[second] ?? 0) ? 1 : -1
  }

  return {
    total: slots.length,
    best: count => {
      if (known.length < Math.min(count, slots.length)) {
        // Whoever turns the pages asks for ever more: each time for twice as many.
        known = selectBest(slots.length, Math.max(count, known.length * 2), compare).map(place => ({
          articleId: view.articleIdOf(slots[place] ?? 0),
          score: scores[place] ?? 0,
          slot: slots[place] ?? 0
        }))
      }
      return known.slice(0, count)
    }
  }
}

/** The places of the best `count` of `length` members, best first. */
function selectBest(length: number, count: number, compare: (first: number, second: number) => number): number[] {
  if (count >= length) {
    return Array.from({ length }, (_, place) => place).toSorted((first, second) => compare(second, first))
  }
  // A heap whose top is the worst of the best so far.
  const heap: number[] = []
  for (let place = 0; place < length; place++) {
    if (heap.length < count) {
      heap.push(place)
      rise(heap, compare)
    } else if (compare(place, heap[0] ?? 0) > 0) {
      heap[0] = place
      sink(heap, compare)
    }
  }
  return heap.toSorted((first, second) => compare(second, first))
}

function rise(heap: number[], compare: (first: number, second: number) => number): void {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (compare(heap[at] ?? 0, heap[parent] ?? 0) >= 0) return
    swap(heap, at, parent)
    at = parent
  }
}

function sink(heap: number[], compare: (first: number, second: number) => number): void {
  let at = 0
  for (;;) {
    const left = at * 2 + 1
    const right = left + 1
    let worst = at
    if (left < heap.length && compare(heap[left] ?? 0, heap[worst] ?? 0) < 0) worst = left
    if (right < heap.length && compare(heap[right] ?? 0, heap[worst] ?? 0) < 0) worst = right
    if (worst === at) return
    swap(heap, at, worst)
    at = worst
  }
}

function swap(heap: number[], first: number, second: number): void {
  const kept = heap[first] ?? 0
  heap[first] = heap[second] ?? 0
  heap[second] = kept
}
