// Owns what a word in a field is worth to an article's score: BM25+ as MiniSearch sets it. Reads no postings.

/** Parameters of BM25+ as MiniSearch sets them: term saturation, length normalisation, lower bound. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 } as const
/** Up to this frequency the worth of a word is looked up: nearly all are. */
export const mostTabled = 8

/** What scoring the postings of one field needs. The arrays are as small as can be: what is fetched is what takes time. */
export interface FieldScoring {
  /** By slot: number of different words of the field. */
  readonly lengths: Uint16Array | Uint32Array
  /** `worths[frequency * width + length]`, for frequencies up to `mostTabled`. */
  readonly worths: Float64Array
  readonly width: number
  /** The average length. */
  readonly average: number
}

/** Where scores are added up. */
export interface ScoreTarget {
  /** By slot. */
  readonly scores: Float64Array
  /** By slot: how many words the article has so far. */
  readonly matched: Uint16Array
  /** How many of them an article must have for the present word to count. */
  readonly needed: number
}

/** How much a word counts that is there so often, in a field of so many different words. */
export function worthOf(frequency: number, length: number, averageLength: number): number {
  const { k, b, d } = bm25
  return d + (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength))
}

/** How much a word counts for being in `count` of `documentCount` articles. */
export function rarityOf(count: number, documentCount: number): number {
  return Math.log(1 + (documentCount - count + 0.5) / (count + 0.5))
}

/** Makes ready for scoring a field. */
export function createFieldScoring(lengths: Uint32Array, average: number): FieldScoring {
  let longest = 0
  for (let slot = 0; slot < lengths.length; slot++) longest = Math.max(longest, lengths[slot] ?? 0)
  const width = longest + 1
  const worths = new Float64Array(width * (mostTabled + 1))
  for (let frequency = 1; frequency <= mostTabled; frequency++) {
    for (let length = 0; length < width; length++)
      worths[frequency * width + length] = worthOf(frequency, length, average)
  }
  return { lengths: longest < 0x1_0000 ? new Uint16Array(lengths) : lengths, worths, width, average }
}
