// Owns how pointer and keys choose bars of the histogram. Pure: knows neither dates nor the page.
import type { BucketRange } from './buckets'

/** An end of a range. */
export type RangeEdge = 'first' | 'last'

/** Keys go so many bars at once by Page Up and Page Down. */
const pageStep = 5

/** The bars between two of them, whichever is the earlier. */
export function rangeBetween(one: number, other: number): BucketRange {
  return { first: Math.min(one, other), last: Math.max(one, other) }
}

/**
 * The bar under the pointer, of `count` bars of equal width; the nearest one where it has left them.
 * @param offset CSS pixels from the left edge
 */
export function barAt(offset: number, width: number, count: number, isRightToLeft: boolean): number {
  const share = width > 0 ? offset / width : 0
  const index = Math.floor((isRightToLeft ? 1 - share : share) * count)
  return Math.min(count - 1, Math.max(0, index))
}

/** The range after a key moved one of its ends, or null for every other key. An end never passes the other one. */
export function moveEdge(
  range: BucketRange,
  edge: RangeEdge,
  key: string,
  count: number,
  isRightToLeft: boolean
): BucketRange | null {
  const forth = isRightToLeft ? -1 : 1
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: forth,
    ArrowLeft: -forth,
    ArrowUp: 1,
    ArrowDown: -1,
    PageUp: pageStep,
    PageDown: -pageStep,
    Home: -count,
    End: count
  }
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (step === undefined) return null
  const [least, most] = edge === 'first' ? [0, range.last] : [range.first, count - 1]
  return { ...range, [edge]: Math.min(most, Math.max(least, range[edge] + step)) }
}
