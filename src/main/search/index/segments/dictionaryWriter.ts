// Owns how sorted terms become a dictionary. Sorts nothing itself.
import { ByteWriter } from './byteWriter'
import { blockSize, type SegmentParts } from './segmentParts'
import { commonBytes, longestTermBytes } from './termCodec'

/** Writes terms one after the other, in ascending order and each once. */
export class DictionaryWriter {
  /** How many terms have been written. */
  count = 0
  readonly #terms: ByteWriter
  readonly #blockOffsets: number[] = []
  readonly #last = new Uint8Array(longestTermBytes)
  #lastLength = 0

  /** `capacity`: the bytes that the terms will take about. */
  constructor(capacity: number) {
    this.#terms = new ByteWriter(capacity)
  }

  /** Writes the next term, the first `length` of some bytes. */
  add(bytes: Uint8Array, length: number): void {
    let shared = 0
    if (this.count % blockSize === 0) this.#blockOffsets.push(this.#terms.length)
    else {
      shared = commonBytes(this.#last, this.#lastLength, bytes, length)
      this.#terms.writeNumber(shared)
    }
    this.#terms.writeNumber(length - shared)
    this.#terms.writeBytes(bytes, shared, length)
    for (let at = shared; at < length; at++) this.#last[at] = bytes[at] ?? 0
    this.#lastLength = length
    this.count++
  }

  /** The dictionary's parts. */
  finish(): Pick<SegmentParts, 'terms' | 'blockOffsets'> {
    return { terms: this.#terms.kept(), blockOffsets: Uint32Array.from(this.#blockOffsets) }
  }
}
