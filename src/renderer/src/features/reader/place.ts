// Owns the bond between places on the screen and offsets in an article's text. The measuring itself is passed in.
import { findSegment, type TextSegment } from '@shared/text/articleText'

/** Where the text at an offset of a node lies: distances from the window's upper edge in CSS pixels. */
export type MeasureBottom<Node> = (node: Node, offsetInNode: number) => number

/**
 * The offset of the first character whose line ends below `edge`: the first one in view. Lines lie one under the other
 * in reading order, so a binary search over nodes and then characters needs a handful of measurements for any length.
 */
export function firstVisibleOffset<Node extends { readonly length: number }>(
  segments: readonly TextSegment<Node>[],
  measureBottom: MeasureBottom<Node>,
  edge: number
): number {
  const endsBelow = (index: number): boolean => {
    const segment = segments[index]
    return segment !== undefined && measureBottom(segment.node, Math.max(0, segment.node.length - 1)) > edge
  }
  const segment = segments[firstTrue(segments.length, endsBelow)]
  if (!segment) return segments.length === 0 ? 0 : endOf(segments)
  return segment.start + firstTrue(segment.node.length, offset => measureBottom(segment.node, offset) > edge)
}

/** The node that holds the character at `offset` of the text, and the offset within it; null for an empty text. */
export function locateOffset<Node extends { readonly length: number }>(
  segments: readonly TextSegment<Node>[],
  offset: number
): { readonly node: Node; readonly offset: number } | null {
  const segment = segments[Math.max(0, findSegment(segments, offset))]
  if (!segment) return null
  return { node: segment.node, offset: Math.min(Math.max(0, offset - segment.start), segment.node.length) }
}

/** Share of the article above the window's lower edge, 0 to 1, from scrolling measures in CSS pixels. */
export function fractionRead(scrollTop: number, windowHeight: number, textBottom: number): number {
  if (textBottom <= 0) return 1
  return Math.min(1, Math.max(0, (scrollTop + windowHeight) / textBottom))
}

/** Whole minutes left of an article; 0 only at its end. */
export function minutesLeft(readingMinutes: number, fraction: number): number {
  return fraction >= 0.995 ? 0 : Math.max(1, Math.ceil(readingMinutes * (1 - fraction)))
}

function firstTrue(length: number, isTrue: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function endOf(segments: readonly TextSegment<{ readonly length: number }>[]): number {
  const last = segments.at(-1)
  return last ? last.start + last.node.length : 0
}
