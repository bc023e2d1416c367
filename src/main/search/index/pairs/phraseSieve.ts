// Owns which articles surely lack a phrase, without reading their texts. Verifies nothing.
import type { PlannedPhrase } from '../../query/plan'
import type { IndexView } from '../indexView'
import type { Codebook } from './codebook'
import { mayHavePair, pairOf } from './pairSignature'

/** False for a slot whose article surely lacks one of the phrases. */
export type PhraseSieve = (slot: number) => boolean

/** Makes the sieve of some phrases, all of which are wanted. Null where it would let every article through. */
export function createPhraseSieve(phrases: readonly PlannedPhrase[], view: IndexView): PhraseSieve | null {
  if (phrases.length === 0) return null
  const pairs = new Map<Codebook, readonly number[]>()
  let isUseful = false
  for (const { segment } of view.segments) {
    for (const book of segment.books) {
      if (pairs.has(book)) continue
      const wanted = phrases.flatMap(phrase => findPairs(phrase, book))
      if (wanted.length > 0) isUseful = true
      pairs.set(book, wanted)
    }
  }
  if (!isUseful) return null
  return slot => {
    const { segment, base } = view.placeOf(slot)
    const signature = segment.signatureOf(slot - base)
    if (!signature) return true
    const { bytes, start, end, book } = signature
    return (pairs.get(book) ?? []).every(pair => mayHavePair(bytes, start, end, pair))
  }
}

/** The pairs of a phrase that a codebook knows. A last word that may go on is not known. */
function findPairs({ words, isLastPrefix }: PlannedPhrase, book: Codebook): readonly number[] {
  const codes = (isLastPrefix ? words.slice(0, -1) : words).map(word => book.codeOf(word))
  return codes.flatMap((code, index) => {
    const next = codes[index + 1] ?? 0
    return code !== 0 && next !== 0 ? [pairOf(code, next)] : []
  })
}
