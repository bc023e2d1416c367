// Owns the numbers of words while articles are being indexed: what is looked up most must cost least (Zipf's law).
// Knows nothing of articles or of files.
import { splitRun } from '../../analysis/words'
import { makeIndexTerms, stemMark } from '../../analysis/analyzer'
import { fromLanguageNumber } from '../../analysis/stemmers'
import { longestPlainWord, PlainWordTable } from './plainWordTable'
import { hashTerm } from './termCodec'

const plainWord = /^[a-z]+$/
/** Longer runs hardly ever come again. */
const longestRememberedRun = 40
const unknown = -2

/** Terms and their numbers, from 0 on in the order of their coming. */
export class Vocabulary {
  /** The terms by their numbers. */
  readonly terms: string[] = []
  #plain = new PlainWordTable()
  readonly #others = new Map<string, number>()
  readonly #runs = new Map<string, readonly number[]>()
  #folded = new Int32Array(1 << 14).fill(unknown)
  readonly #stemKeys = new Map<number, readonly number[]>()
  /** The plain word that is being looked up. */
  readonly #units = new Uint16Array(longestPlainWord)
  #sorted = new Uint32Array(0)

  /** The number of a run of the letters A to Z and a to z, at most 64 of them, as the word that it is in lower case. */
  numberOfPlainRun(units: Uint16Array, start: number, end: number): number {
    if (end - start > longestPlainWord) return this.#numberOfOther(wordOf(units, start, end))
    const known = this.#plain.find(units, start, end)
    if (known >= 0) return known
    const number = this.#add(wordOf(units, start, end))
    this.#plain.put(number)
    return number
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
    if (term.length <= longestPlainWord && plainWord.test(term)) {
      for (let at = 0; at < term.length; at++) this.#units[at] = term.charCodeAt(at)
      return this.numberOfPlainRun(this.#units, 0, term.length)
    }
    return this.#numberOfOther(term)
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

  #numberOfOther(term: string): number {
    const known = this.#others.get(term)
    if (known !== undefined) return known
    const number = this.#add(term)
    this.#others.set(term, number)
    return number
  }

  #add(term: string): number {
    const number = this.terms.length
    this.terms.push(term)
    if (number >= this.#folded.length) {
      const folded = new Int32Array(this.#folded.length * 2).fill(unknown)
      folded.set(this.#folded)
      this.#folded = folded
    }
    return number
  }
}

/** The word that a run is: in lower case. */
function wordOf(units: Uint16Array, start: number, end: number): string {
  return String.fromCharCode(...units.subarray(start, end)).toLowerCase()
}

/** The same numbers in an array twice as long. */
export function grown<List extends Uint8Array | Uint32Array>(list: List): List {
  const longer = new (list.constructor as new (length: number) => List)(list.length * 2)
  longer.set(list)
  return longer
}
