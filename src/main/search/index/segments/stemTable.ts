// Owns how pairs of a stem and a word become the table of stems. Knows nothing of languages.
import { ByteWriter } from './byteWriter'
import { writeList } from './recordWriter'
import type { SegmentParts } from './segmentParts'

/** The parts of a segment that lead from stems to words. */
export type StemParts = Pick<SegmentParts, 'stemKeys' | 'stemOffsets' | 'stemMembers'>

/** Writes stems one after the other, their keys ascending. */
export class StemTableWriter {
  readonly #keys: number[] = []
  readonly #offsets: number[] = [0]
  readonly #members: ByteWriter

  /** `capacity`: the bytes that the lists will take about. */
  constructor(capacity: number) {
    this.#members = new ByteWriter(capacity)
  }

  /** Writes a stem with its words, which ascend. */
  add(key: number, words: readonly number[]): void {
    if (words.length === 0) return
    this.#keys.push(key)
    writeList(this.#members, words)
    this.#offsets.push(this.#members.length)
  }

  /** The parts. */
  finish(): StemParts {
    return {
      stemKeys: Uint32Array.from(this.#keys),
      stemOffsets: Uint32Array.from(this.#offsets),
      stemMembers: this.#members.kept()
    }
  }
}

/** A word's number takes so many values beside its stem's key in one double. */
const wordLimit = 2 ** 21

/** A stem's key and a word of its as one number, so that many pairs sort fast. The word's number is below 2^21. */
export function packStem(key: number, word: number): number {
  if (word >= wordLimit) throw new RangeError(`A segment that is being built has at most ${wordLimit} words`)
  return key * wordLimit + word
}

/** Makes the table of packed pairs in any order; a pair may occur more than once. */
export function makeStemTable(pairs: readonly number[]): StemParts {
  const sorted = Float64Array.from(pairs).toSorted()
  const writer = new StemTableWriter(sorted.length * 2)
  let words: number[] = []
  let key = -1
  for (const pair of sorted) {
    const nextKey = Math.floor(pair / wordLimit)
    const word = pair % wordLimit
    if (nextKey !== key) {
      if (key >= 0) writer.add(key, words)
      key = nextKey
      words = []
    }
    if (words.at(-1) !== word) words.push(word)
  }
  if (key >= 0) writer.add(key, words)
  return writer.finish()
}
