// Owns the sorted terms of a segment: look-up, beginnings, and walking them in order. Knows nothing of postings.
import { NumberReader } from './byteWriter'
import { blockSize, type SegmentParts } from './segmentParts'
import { compareTerms, decodeTerm, encodeTerm, longestTermBytes } from './termCodec'

/** A place in the dictionary. It keeps the bytes of the term that it stands on. */
export class TermWalker {
  /** The number of the term, or -1 before the first. */
  number = -1
  readonly bytes = new Uint8Array(longestTermBytes)
  /** In bytes. */
  length = 0
  /** At least so many of the first bytes are letters of their own: see `termCodec.ts`. */
  #plain = 0
  /** How many bytes the term shares with the one that the walker stood on before. */
  shared = 0
  readonly #reader: NumberReader

  constructor(
    readonly parts: Pick<SegmentParts, 'terms' | 'blockOffsets'>,
    readonly termCount: number
  ) {
    this.#reader = new NumberReader(parts.terms)
  }

  /** Goes to the first term of a block. */
  goToBlock(block: number): void {
    this.#reader.at = this.parts.blockOffsets[block] ?? 0
    this.number = block * blockSize - 1
    this.next()
  }

  /** Goes to a term. */
  goTo(number: number): void {
    this.goToBlock(Math.floor(number / blockSize))
    while (this.number < number) this.next()
  }

  /** Goes to the next term; false, and nowhere, at the end. */
  next(): boolean {
    if (this.number + 1 >= this.termCount) return false
    this.number++
    const reader = this.#reader
    const shared = this.number % blockSize === 0 ? 0 : reader.next()
    const rest = reader.next()
    const { terms } = this.parts
    const from = reader.at
    if (this.number % blockSize === 0) {
      // The first term of a block is written out, but walkers rely on knowing what it shares.
      let same = 0
      while (same < rest && same < this.length && this.bytes[same] === terms[from + same]) same++
      while (same > 0 && same < rest && ((terms[from + same] ?? 0) & 0xc0) === 0x80) same--
      this.shared = same
    } else this.shared = shared
    let isPlain = shared <= this.#plain
    for (let at = 0; at < rest; at++) {
      const byte = terms[from + at] ?? 0
      if (byte > 0x7f) isPlain = false
      this.bytes[shared + at] = byte
    }
    this.length = shared + rest
    this.#plain = isPlain ? this.length : Math.min(this.#plain, shared)
    reader.at = from + rest
    return true
  }

  /** Goes forward, in whole blocks, as long as what lies before the next block begins with the same `count` bytes. */
  skipSharing(count: number): void {
    const { terms, blockOffsets } = this.parts
    let block = Math.floor(this.number / blockSize)
    const first = block
    while (block + 1 < blockOffsets.length && this.#beginsAlike(terms, blockOffsets[block + 1] ?? 0, count)) block++
    if (block > first) this.goToBlock(block)
  }

  #beginsAlike(terms: Uint8Array, blockAt: number, count: number): boolean {
    // The length of a term takes a byte or two.
    let at = blockAt + 1
    if ((terms[blockAt] ?? 0) > 0x7f) at++
    else if ((terms[blockAt] ?? 0) < count) return false
    for (let index = 0; index < count; index++) if (terms[at + index] !== this.bytes[index]) return false
    return true
  }

  /** Length of the term in UTF-16 code units. */
  get units(): number {
    if (this.#plain === this.length) return this.length
    let units = 0
    for (let at = 0; at < this.length; at++) if (((this.bytes[at] ?? 0) & 0xc0) !== 0x80) units++
    return units
  }

  /** The term as a string. */
  term(): string {
    return decodeTerm(this.bytes, this.length)
  }
}

/** The sorted terms of a segment. */
export interface Dictionary {
  readonly termCount: number
  /** The number of a term, or -1. */
  find(term: string): number
  /** The term of a number. */
  termAt(number: number): string
  /** The numbers of the terms that begin with `prefix`: from the first, to before the second. */
  range(prefix: string): readonly [from: number, to: number]
  /** A walker before the first term. */
  walk(): TermWalker
}

/** Opens a dictionary. */
export function createDictionary(parts: SegmentParts): Dictionary {
  const termCount = parts.recordOffsets.length - 1
  const blockCount = parts.blockOffsets.length
  const walker = new TermWalker(parts, termCount)
  const wanted = new Uint8Array(longestTermBytes)

  /** Leaves the walker on the first term that does not sort before the wanted bytes; gives its number. */
  const lowerBound = (length: number): number => {
    if (termCount === 0) return 0
    let low = 0
    let high = blockCount - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      walker.goToBlock(middle)
      if (compareTerms(walker.bytes, walker.length, wanted, length) <= 0) low = middle
      else high = middle - 1
    }
    walker.goToBlock(low)
    while (compareTerms(walker.bytes, walker.length, wanted, length) < 0) if (!walker.next()) return termCount
    return walker.number
  }

  return {
    termCount,
    find: term => {
      const length = encodeTerm(term, wanted)
      const number = lowerBound(length)
      return number < termCount && compareTerms(walker.bytes, walker.length, wanted, length) === 0 ? number : -1
    },
    termAt: number => {
      walker.goTo(number)
      return walker.term()
    },
    range: prefix => {
      const length = encodeTerm(prefix, wanted)
      const from = lowerBound(length)
      // No code unit has this byte, so it sorts behind every longer term.
      wanted[length] = 0xff
      return [from, lowerBound(length + 1)]
    },
    walk: () => new TermWalker(parts, termCount)
  }
}
