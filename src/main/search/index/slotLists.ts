// Owns loops over lists of slots that scoring needs beside its own. Knows nothing of words.
import type { PostingBuffer } from './segments/recordReader'

/** How many members of a list are at least so large. */
export function countAtLeast(list: Uint16Array, least: number): number {
  let count = 0
  for (let slot = 0; slot < list.length; slot++) if ((list[slot] ?? 0) >= least) count++
  return count
}

/** Leaves only the postings in articles for which the list has the wanted number. */
export function keepEqual(buffer: PostingBuffer, list: Uint8Array | Uint16Array, wanted: number): void {
  const { slots, frequencies, count } = buffer
  let kept = 0
  for (let index = 0; index < count; index++) {
    const slot = slots[index] ?? 0
    if (list[slot] !== wanted) continue
    slots[kept] = slot
    frequencies[kept++] = frequencies[index] ?? 0
  }
  buffer.count = kept
}
