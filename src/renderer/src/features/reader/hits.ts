// Owns how the hits of a search become marks in the open article: their order, their ranges. Draws nothing by itself.
import type { ArticleHits } from '@shared/model/search'
import type { TextRange } from '@shared/model/common'
import type { CollectedText } from '@shared/text/articleText'
import { locateOffset } from './place'

/** The parts of an article that can hold a hit, in the order in which they stand on the page. */
const hitFields = ['title', 'deck', 'byline', 'body'] as const
/** A part of an article that can hold a hit. */
export type HitField = (typeof hitFields)[number]

/** One hit: in which part, and where in its text. */
export interface Hit {
  readonly field: HitField
  readonly range: TextRange
}

/** Every hit in reading order. */
export function flattenHits(hits: ArticleHits): readonly Hit[] {
  return hitFields.flatMap(field => hits[field].map(range => ({ field, range })))
}

/** The index that -1 (the last) or a number past the end stands for. */
export function resolveHitIndex(index: number, total: number): number {
  if (total === 0) return -1
  return index < 0 ? total - 1 : Math.min(index, total - 1)
}

/** The text nodes of each part on the page; a part that is not on the page is missing. */
export type PartTexts = Partial<Record<HitField, CollectedText<Text>>>

/** The DOM range of a hit, or null where the page does not have that text. */
export function hitRange(page: Document, parts: PartTexts, hit: Hit): Range | null {
  const part = parts[hit.field]
  if (!part) return null
  const [start, end] = hit.range
  const first = locateOffset(part.segments, start)
  // The end is exclusive, so the character before it says in which node it lies.
  const last = locateOffset(part.segments, Math.max(start, end - 1))
  if (!first || !last) return null
  const range = page.createRange()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, Math.min(last.offset + 1, last.node.length))
  return range
}
