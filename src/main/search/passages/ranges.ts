// Owns arithmetic on ranges of a text. Knows nothing of words.
import type { TextRange } from '@shared/model/common'

/** The same places as ascending ranges that neither overlap nor repeat; ranges that only touch stay apart. */
export function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = []
  for (const [start, end] of ranges.toSorted((first, second) => first[0] - second[0] || second[1] - first[1])) {
    const last = merged.at(-1)
    if (last && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)]
    else merged.push([start, end])
  }
  return merged
}
