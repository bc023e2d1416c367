// Owns which beginnings of one or two letters stand for so much of the index that ranking them takes long.
import type { CompactSegment } from './segments/compactSegment'

/** Records of so many bytes take some five milliseconds. */
const heavyBytes = 300_000
const letters = Array.from('abcdefghijklmnopqrstuvwxyz')

/** The heavy beginnings of an index's segments, the heaviest first. Those of other scripts are not looked at. */
export function findHeavyPrefixes(segments: readonly CompactSegment[]): readonly string[] {
  const weigh = (prefix: string): number =>
    segments.reduce((sum, { dictionary, parts: { recordOffsets } }) => {
      const [from, to] = dictionary.range(prefix)
      return sum + (recordOffsets[to] ?? 0) - (recordOffsets[from] ?? 0)
    }, 0)
  const prefixes = [...letters, ...letters.flatMap(first => letters.map(second => first + second))]
  return prefixes
    .map(prefix => ({ prefix, bytes: weigh(prefix) }))
    .filter(({ bytes }) => bytes >= heavyBytes)
    .toSorted((first, second) => second.bytes - first.bytes)
    .map(({ prefix }) => prefix)
}
