// Owns the numbers of words while articles are being indexed: what is looked up most must cost least (Zipf's law).
// Knows nothing of articles or of files.
import { splitRun } from '../../analysis/words'
import { makeIndexTerms, stemMark } from '../../analysis/analyzer'
import { fromLanguageNumber } from '../../analysis/stemmers'
import { hashTerm } from './termCodec'

const plainWord = /^[a-z]{1,64}$/
/** Longer runs hardly ever come again. */
const longestRememberedRun = 40
const unknown = -2

/** Terms and their numbers, from 0 on in the order of their coming. */
export class Vocabulary {
  /** The terms by their numbers. */
  readonly terms: string[] = []
  /** Open addressing: 1 + the number of a plain word, or 0. */
  #table = new Uint32Array(1 << 16)
  #plainCount = 0
  /** Where a plain word's letters are. */
  #letters = new Uint8Array(1 << 19)
  #lettersLength = 0
  #starts = new Uint32Array(1 << 14)
  readonly #others = new Map<string, number>()
  readonly #runs = new Map<string, readonly number[]>()
  #folded = new Int32Array(1 << 14).fill(unknown)
  readonly #stemKeys = new Map<number, readonly number[]>()
  /** The plain word that is being looked up. */
  readonly #units = new Uint16Array(64)
  #sorted = new Uint32Array(0)

  /** The number of a run of the letters A to Z and a to z, at most 64 of them, as the word that it is in lower case. */
  numberOfPlainRun(units: Uint16Array, start: number, end: number): number {
    const mask = this.#table.length - 1
    let place = hashLetters(units, start, end) & mask
    for (;;) {
      const entry = this.#table[place] ?? 0
      if (entry === 0) return this.#addPlain(units, start, end, place)
      if (this.#isPlain(entry - 1, units, start, end)) return entry - 1
      place = (place + 1) & mask
    }
  }

  /** The numbers of the exact forms of any run. */
  numbersOfRun(run: string): readonly number[] {
    const known = this.#runs.get(run)
    if (known) return known
    const numbers = splitRun(run).map(({ exact }) => this.numberOf(exact))
    if (run.length <= longestRememberedRun) this.#runs.set(run, numbers)
    return numbers
  }

  /** The number of a term. */
  numberOf(term: string): number {
    if (plainWord.test(term)) {
      for (let at = 0; at < term.length; at++) this.#units[at] = term.charCodeAt(at)
      return this.numberOfPlainRun(this.#units, 0, term.length)
    }
    const known = this.#others.get(term)
    if (known !== undefined) return known
    const number = this.#add(term)
    this.#others.set(term, number)
    return number
  }

  /** The number of an exact form's folded form, or -1 where it is the same. */
  foldedOf(number: number): number {
    const known = this.#folded[number] ?? unknown
    if (known !== unknown) return known
    const folded = makeIndexTerms(this.terms[number] ?? '', null)[1]
    const found = folded === undefined ? -1 : this.numberOf(folded)
    this.#folded[number] = found
    return found
  }

  /** `hashTerm` of the marked stems of an exact form. `language` as in `toLanguageNumber`. */
  stemKeysOf(number: number, language: number): readonly number[] {
    const key = number * 64 + language
    let keys = this.#stemKeys.get(key)
    if (!keys) {
      const terms = makeIndexTerms(this.terms[number] ?? '', fromLanguageNumber(language))
      keys = terms.filter(term => term.startsWith(stemMark)).map(hashTerm)
      this.#stemKeys.set(key, keys)
    }
    return keys
  }

  /** The numbers of all terms in ascending order of the terms. Only what has come since the last call is sorted anew. */
  inOrder(): Uint32Array {
    const { terms } = this
    const known = this.#sorted
    const added = terms.slice(known.length).toSorted()
    const sorted = new Uint32Array(terms.length)
    let at = 0
    let from = 0
    for (const term of added) {
      // Both lists are sorted, and no term is in both.
      while (from < known.length && (terms[known[from] ?? 0] ?? '') < term) sorted[at++] = known[from++] ?? 0
      sorted[at++] = this.numberOf(term)
    }
    sorted.set(known.subarray(from), at)
    this.#sorted = sorted
    return sorted
  }

  #isPlain(number: number, units: Uint16Array, start: number, end: number): boolean {
    const letters = this.#letters
    let at = this.#starts[number] ?? 0
    if (letters[at++] !== end - start) return false
    for (let index = start; index < end; index++) {
      if (letters[at++] !== ((units[index] ?? 0) | 0x20)) return false
    }
    return true
  }

  #addPlain(units: Uint16Array, start: number, end: number, place: number): number {
    if (this.#lettersLength + end - start + 1 > this.#letters.length) this.#letters = grown(this.#letters)
    const from = this.#lettersLength
    this.#letters[this.#lettersLength++] = end - start
    for (let at = start; at < end; at++) this.#letters[this.#lettersLength++] = (units[at] ?? 0) | 0x20
    const number = this.#add(String.fromCharCode(...this.#letters.subarray(from + 1, this.#lettersLength)))
    this.#starts[number] = from
    this.#table[place] = number + 1
    if (++this.#plainCount * 2 > this.#table.length) this.#enlargeTable()
    return number
  }

  #add(term: string): number {
    const number = this.terms.length
    this.terms.push(term)
    if (number >= this.#starts.length) {
      this.#starts = grown(this.#starts)
      const folded = new Int32Array(this.#starts.length).fill(unknown)
      folded.set(this.#folded)
      this.#folded = folded
    }
    return number
  }

  #enlargeTable(): void {
    const entries = this.#table.filter(entry => entry > 0)
    this.#table = new Uint32Array(this.#table.length * 2)
    const mask = this.#table.length - 1
    for (const entry of entries) {
      const start = (this.#starts[entry - 1] ?? 0) + 1
      let place = hashLetters(this.#letters, start, start + (this.#letters[start - 1] ?? 0)) & mask
      while (this.#table[place] !== 0) place = (place + 1) & mask
      this.#table[place] = entry
    }
  }
}

function hashLetters(units: Uint16Array | Uint8Array, start: number, end: number): number {
  let hash = end - start
  // One bit makes a letter of A to Z lower case.
  for (let at = start; at < end; at++) hash = Math.imul(hash, 0x01_00_01_93) ^ ((units[at] ?? 0) | 0x20)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d)
  return hash ^ (hash >>> 13)
}

/** The same numbers in an array twice as long. */
export function grown<List extends Uint8Array | Uint32Array>(list: List): List {
  const longer = new (list.constructor as new (length: number) => List)(list.length * 2)
  longer.set(list)
  return longer
}
