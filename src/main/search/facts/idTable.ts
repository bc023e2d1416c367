// Owns the numbers of articles' ids: 16 bytes an id, where a map of strings takes 90. Knows nothing of what is kept of articles.
import type { ArticleId } from '@shared/model/common'

/** A number for each id, from 0 on in the order of their coming. Ids are told apart by 64 bits of hash. */
export class IdTable {
  #count = 0
  /** Open addressing: 1 + the number of an id, or 0. At most half full. */
  #places = new Uint32Array(1 << 10)
  /** By number: the hash in two halves. */
  #high = new Uint32Array(1 << 9)
  #low = new Uint32Array(1 << 9)

  /** How many ids there are. */
  get count(): number {
    return this.#count
  }

  /** The number of an id, or -1. */
  find(id: ArticleId): number {
    const { high, low } = hashId(id)
    return (this.#places[this.#findPlace(high, low)] ?? 0) - 1
  }

  /** The number of an id, which is given one where it has none. */
  add(id: ArticleId): number {
    const { high, low } = hashId(id)
    return this.addHash(high, low)
  }

  /** The same for an id of which only the hash, as `hashes` gave it, is known. */
  addHash(high: number, low: number): number {
    const place = this.#findPlace(high, low)
    const known = this.#places[place] ?? 0
    if (known > 0) return known - 1
    const number = this.#count++
    this.#high[number] = high
    this.#low[number] = low
    this.#places[place] = number + 1
    if (this.#count * 2 >= this.#places.length) this.#grow()
    return number
  }

  /** By number: the halves of the hashes, to keep them in a file. */
  hashes(): { readonly high: Uint32Array; readonly low: Uint32Array } {
    return { high: this.#high.subarray(0, this.#count), low: this.#low.subarray(0, this.#count) }
  }

  #findPlace(high: number, low: number): number {
    const mask = this.#places.length - 1
    let place = low & mask
    for (;;) {
      const entry = this.#places[place] ?? 0
      if (entry === 0 || (this.#low[entry - 1] === low && this.#high[entry - 1] === high)) return place
      place = (place + 1) & mask
    }
  }

  #grow(): void {
    this.#places = new Uint32Array(this.#places.length * 2)
    this.#high = doubled(this.#high)
    this.#low = doubled(this.#low)
    const mask = this.#places.length - 1
    for (let number = 0; number < this.#count; number++) {
      let place = (this.#low[number] ?? 0) & mask
      while ((this.#places[place] ?? 0) > 0) place = (place + 1) & mask
      this.#places[place] = number + 1
    }
  }
}

/** Two FNV-1a hashes with different beginnings, each mixed at its end. */
function hashId(id: string): { readonly high: number; readonly low: number } {
  let high = 0x81_1c_9d_c5
  let low = 0x5b_d1_e9_95
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01_00_01_93)
    low = Math.imul(low ^ unit, 0x85_eb_ca_6b)
  }
  return { high: mix(high), low: mix(low) }
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x21_f0_aa_ad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x73_5a_2d_97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

function doubled(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(list.length * 2)
  longer.set(list)
  return longer
}
