// Owns the signatures of articles while they are being indexed fast: by the numbers of words, without tokens.
import { splitRun } from '../../analysis/words'
import type { Vocabulary } from '../segments/vocabulary'
import type { Codebook } from './codebook'
import { codesOf, PairCollector } from './pairCollector'
import { toSignature, type Signature } from './signatureTable'

/** Makes the signature of one article after the other. */
export interface ArticleSigner {
  readonly book: Codebook
  beginField(): void
  /** Adds a plain word by its number in the vocabulary. */
  addPlainWord(word: number): void
  /** Adds the words of any run of letters, as `splitRun` cuts it. */
  addRun(run: string): void
  finish(): Signature
}

/** Longer runs hardly ever come again. */
const longestRemembered = 40
const mostRemembered = 20_000
const plainWord = /^[a-z]+$/

/** Creates the signer for the words of a vocabulary. */
export function createArticleSigner(book: Codebook, vocabulary: Vocabulary): ArticleSigner {
  const collector = new PairCollector()
  const numbers = book.words.map(word => (plainWord.test(word) ? vocabulary.numberOf(word) : -1))
  // Words that come later have no code: those of the book all have a number by now.
  const codes = new Uint16Array(numbers.reduce((most, number) => Math.max(most, number), -1) + 1)
  for (const [place, number] of numbers.entries()) if (number >= 0) codes[number] = place + 1
  const runs = new Map<string, ReturnType<typeof codesOf>>()

  const codesOfRun = (run: string): ReturnType<typeof codesOf> => {
    const known = runs.get(run)
    if (known) return known
    const found = codesOf(splitRun(run), book)
    if (run.length > longestRemembered) return found
    if (runs.size >= mostRemembered) runs.clear()
    runs.set(run, found)
    return found
  }

  return {
    book,
    beginField: () => collector.beginField(),
    addPlainWord: word => collector.addWord(word < codes.length ? (codes[word] ?? 0) : 0),
    addRun: run => {
      for (const position of codesOfRun(run)) collector.addPosition(position)
    },
    finish: () => toSignature(book, collector.finish())
  }
}
