// Owns the look-up of plain words, which is done for every word of every text: a word's letters themselves are its key, so that
// one place in memory answers. Knows nothing of what the numbers mean.

/** Words of more letters do not fit into an entry's key. */
export const longestPlainWord = 18
/** Six letters of five bits each fit into one part of a key. */
const lettersAPart = 6
/** 1 + the number of the word, or 0, and the three parts of its key. */
const entryLength = 4

/** Numbers of words of the letters A to Z in either case, at most `longestPlainWord` of them. */
export class PlainWordTable {
  /** Open addressing. */
  #entries = new Uint32Array(entryLength << 15)
  #count = 0
  // The word that was looked up last, and where it belongs.
  #first = 0
  #second = 0
  #third = 0
  #place = 0

  /** The number of a word, or -1 where it has none: `put` gives it one. */
  find(units: Uint16Array, start: number, end: number): number {
    const middle = Math.min(end, start + lettersAPart)
    const rest = Math.min(end, middle + lettersAPart)
    let first = 0
    let second = 0
    let third = 0
    // The lowest five bits are the same in either case, and no letter's are 0.
    for (let at = start; at < middle; at++) first = (first << 5) | ((units[at] ?? 0) & 31)
    for (let at = middle; at < rest; at++) second = (second << 5) | ((units[at] ?? 0) & 31)
    for (let at = rest; at < end; at++) third = (third << 5) | ((units[at] ?? 0) & 31)
    const entries = this.#entries
    let place = this.#placeOf(first, second, third)
    for (;;) {
      const entry = entries[place] ?? 0
      if (entry === 0) break
      if (entries[place + 1] === first && entries[place + 2] === second && entries[place + 3] === third)
        return entry - 1
      place = (place + entryLength) & (entries.length - 1)
    }
    this.#first = first
    this.#second = second
    this.#third = third
    this.#place = place
    return -1
  }

  /** Gives the word that was just not found a number. */
  put(number: number): void {
    this.#write(this.#place, number + 1, this.#first, this.#second, this.#third)
    if (++this.#count * entryLength * 2 > this.#entries.length) this.#enlarge()
  }

  #write(place: number, entry: number, first: number, second: number, third: number): void {
    const entries = this.#entries
    entries[place] = entry
    entries[place + 1] = first
    entries[place + 2] = second
    entries[place + 3] = third
  }

  #placeOf(first: number, second: number, third: number): number {
    let hash = Math.imul(first, 0x9e_37_79_b1) ^ Math.imul(second, 0x85_eb_ca_6b) ^ Math.imul(third, 0xc2_b2_ae_35)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d)
    return ((hash ^ (hash >>> 13)) * entryLength) & (this.#entries.length - 1)
  }

  #enlarge(): void {
    const old = this.#entries
    this.#entries = new Uint32Array(old.length * 2)
    const mask = this.#entries.length - 1
    for (let at = 0; at < old.length; at += entryLength) {
      const [entry = 0, first = 0, second = 0, third = 0] = old.subarray(at, at + entryLength)
      if (entry === 0) continue
      let place = this.#placeOf(first, second, third)
      while (this.#entries[place] !== 0) place = (place + entryLength) & mask
      this.#write(place, entry, first, second, third)
    }
  }
}
