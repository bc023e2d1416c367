// Owns the sketch of a text: 32 bytes from which it can be told how much of one text is in another. Keeps no text.
// Sources: A. Broder, On the resemblance and containment of documents (1997); P. Li, A. Owen, C.-H. Zhang, One permutation
// hashing (2012); P. Li, A. C. König, b-bit minwise hashing (2010).
import { scanRuns } from '../analysis/letters'

/** How many buckets a sketch has; each keeps 8 bits of the least hash that fell into it. */
const bucketCount = 32
/** A sketch in numbers of 32 bits: 4 buckets each. */
export const sketchLength = bucketCount / 4
/** A text of fewer words is like many others by chance, and has no sketch. */
const leastWords = 40
/** The words that make up a shingle. */
const shingleLength = 3
/** In a run that begins with such a character (scripts without spaces come after it), each counts as a word. */
const firstSegmented = 0x0e_00

const least = new Uint32Array(bucketCount)

/** Writes the sketch of a text to `target` from `at` on; a text without one leaves zeros. */
export function writeSketch(text: string, target: Uint32Array, at: number): void {
  least.fill(0xff_ff_ff_ff)
  let words = 0
  let [before, last] = [0, 0]
  const addWord = (word: number): void => {
    if (++words >= shingleLength) {
      const shingle = mix(Math.imul(before, 0x9e_37_79_b1) ^ Math.imul(last, 0x85_eb_ca_6b) ^ word)
      // The bucket is chosen by other bits than those that are kept.
      const bucket = shingle >>> 27
      if (shingle < (least[bucket] ?? 0)) least[bucket] = shingle
    }
    before = last
    last = word
  }
  scanRuns(text, (start, end, isPlain, units) => {
    let hash = 0x81_1c_9d_c5
    if (isPlain || (units[start] ?? 0) < firstSegmented) {
      for (let unit = start; unit < end; unit++) hash = Math.imul(hash ^ ((units[unit] ?? 0) | 0x20), 0x01_00_01_93)
      addWord(hash)
    } else for (let unit = start; unit < end; unit++) addWord(units[unit] ?? 0)
  })
  target.fill(0, at, at + sketchLength)
  if (words < leastWords) return
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const found = least[bucket] ?? 0
    if (found === 0xff_ff_ff_ff) continue
    // 0 says that nothing fell into the bucket.
    const kept = Math.max(1, mix(found) & 0xff)
    const place = at + (bucket >> 2)
    target[place] = ((target[place] ?? 0) | (kept << ((bucket & 3) * 8))) >>> 0
  }
}

/** The share of buckets in which two sketches agree, 0 to 1: about the share of shingles that the texts have in common. */
export function resemblance(first: Uint32Array, firstAt: number, second: Uint32Array, secondAt: number): number {
  let equal = 0
  let filled = 0
  for (let place = 0; place < sketchLength; place++) {
    const [one, other] = [first[firstAt + place] ?? 0, second[secondAt + place] ?? 0]
    for (let shift = 0; shift < 32; shift += 8) {
      const [oneBucket, otherBucket] = [(one >>> shift) & 0xff, (other >>> shift) & 0xff]
      if ((oneBucket | otherBucket) === 0) continue
      filled++
      if (oneBucket === otherBucket) equal++
    }
  }
  return filled === 0 ? 0 : equal / filled
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x21_f0_aa_ad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x73_5a_2d_97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
