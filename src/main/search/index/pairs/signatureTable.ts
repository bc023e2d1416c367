// Owns how the signatures of a segment's articles lie in its parts. Makes no signature.
import { ByteWriter } from '../segments/byteWriter'
import type { SegmentParts } from '../segments/segmentParts'
import { encodeBooks } from './bookCodec'
import { isSameBook, type Codebook } from './codebook'

/** An article's signature and the codebook of its codes. */
export interface Signature {
  readonly book: Codebook
  readonly bytes: Uint8Array
  /** Where in `bytes` it lies. */
  readonly start: number
  readonly end: number
}

/** A signature that is all of some bytes. */
export function toSignature(book: Codebook, bytes: Uint8Array): Signature {
  return { book, bytes, start: 0, end: bytes.length }
}

/** The parts of a segment that tell which common words are neighbours. */
export type SignatureParts = Pick<SegmentParts, 'pairOffsets' | 'pairBytes' | 'pairBooks' | 'bookBytes'>

/** A byte says which codebook an article has. */
const mostBooks = 255

/** Writes the signatures of articles in the order of their slots. */
export class SignatureTableWriter {
  readonly #offsets: Uint32Array
  readonly #bytes: ByteWriter
  readonly #bookNumbers: Uint8Array
  readonly #books: Codebook[] = []
  #slot = 0

  /** `capacity`: the bytes that the signatures will take about. */
  constructor(slotCount: number, capacity: number) {
    this.#offsets = new Uint32Array(slotCount + 1)
    this.#bookNumbers = new Uint8Array(slotCount)
    this.#bytes = new ByteWriter(capacity)
  }

  /** Writes the next article's signature, or that it has none. */
  add(signature: Signature | null): void {
    if (signature) {
      const number = this.#numberOf(signature.book)
      if (number <= mostBooks) {
        this.#bookNumbers[this.#slot] = number
        this.#bytes.writeBytes(signature.bytes, signature.start, signature.end)
      }
    }
    this.#offsets[++this.#slot] = this.#bytes.length
  }

  /** The parts. */
  finish(): SignatureParts {
    return {
      pairOffsets: this.#offsets,
      pairBytes: this.#bytes.kept(),
      pairBooks: this.#bookNumbers,
      bookBytes: encodeBooks(this.#books)
    }
  }

  /** 1 + the book's place among those of the table. */
  #numberOf(book: Codebook): number {
    const known = this.#books.findIndex(other => other === book || isSameBook(other, book))
    if (known >= 0) return known + 1
    if (this.#books.length === mostBooks) return mostBooks + 1
    return this.#books.push(book)
  }
}

/** Reads the signature of a slot. */
export function readSignature(parts: SignatureParts, books: readonly Codebook[], slot: number): Signature | null {
  const book = books[(parts.pairBooks[slot] ?? 0) - 1]
  if (!book) return null
  return { book, bytes: parts.pairBytes, start: parts.pairOffsets[slot] ?? 0, end: parts.pairOffsets[slot + 1] ?? 0 }
}
