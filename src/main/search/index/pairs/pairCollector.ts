// Owns how words in a row become an article's pairs: the same neighbours that a phrase is looked for among.
import type { Token } from '../../analysis/words'
import type { Codebook } from './codebook'
import { makeSignature, pairOf } from './pairSignature'

/** The codes at one position: a word and its base share one. */
type Codes = readonly number[]
const none: Codes = []
/** A power of two: more pairs than this have collisions, which cost a bit twice set. */
const tableSize = 4_096

/** Collects the pairs of one article after the other. */
export class PairCollector {
  #pairs = new Uint32Array(1_024)
  #count = 0
  /** What has been collected, so that a pair is kept once (nearly always). */
  readonly #seen = new Uint32Array(tableSize)
  #last = 0
  #others: Codes = none

  /** Begins a field: its first word has no neighbour before it. */
  beginField(): void {
    this.#last = 0
    this.#others = none
  }

  /** Adds a word that is alone at its position, by its code, or 0. */
  addWord(code: number): void {
    if (code !== 0) {
      if (this.#last !== 0) this.#addPair(this.#last, code)
      for (const other of this.#others) this.#addPair(other, code)
    }
    this.#last = code
    this.#others = none
  }

  /** Adds the words of a position. */
  addPosition(codes: Codes): void {
    for (const code of codes) {
      if (this.#last !== 0) this.#addPair(this.#last, code)
      for (const other of this.#others) this.#addPair(other, code)
    }
    this.#last = 0
    this.#others = codes
  }

  /** The signature of what was collected, and the collector is empty again. */
  finish(): Uint8Array {
    const signature = makeSignature(this.#pairs, this.#count)
    for (let index = 0; index < this.#count; index++) this.#seen[placeIn(this.#pairs[index] ?? 0)] = 0
    this.#count = 0
    this.beginField()
    return signature
  }

  #addPair(first: number, second: number): void {
    const pair = pairOf(first, second)
    const place = placeIn(pair)
    if (this.#seen[place] === pair) return
    this.#seen[place] = pair
    if (this.#count === this.#pairs.length) {
      const longer = new Uint32Array(this.#count * 2)
      longer.set(this.#pairs)
      this.#pairs = longer
    }
    this.#pairs[this.#count++] = pair
  }
}

/** The codes of a text's words by position; a compound is left to its parts, as in phrases. */
export function codesOf(tokens: readonly Token[], book: Codebook): readonly Codes[] {
  const positions: number[][] = []
  for (const { role, folded, position } of tokens) {
    const codes = (positions[position] ??= [])
    const code = role === 'compound' ? 0 : book.codeOf(folded)
    if (code !== 0) codes.push(code)
  }
  return positions
}

function placeIn(pair: number): number {
  const hash = Math.imul(pair, 0x9e_37_79_b1)
  return (hash >>> 20) & (tableSize - 1)
}
