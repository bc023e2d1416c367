// Owns which words are common enough for their neighbours to be noted. Knows nothing of articles or files.

/** How many words a codebook has: more of them make longer signatures and fewer texts to read. */
export const codebookSize = 1_024

/** Common words by their folded forms, the commonest first. A word's code is 1 + its place. */
export interface Codebook {
  readonly words: readonly string[]
  /** How many articles it was made from: a codebook of more articles is the better one. */
  readonly basis: number
  /** The code of a folded form, or 0. */
  codeOf(folded: string): number
}

/** Makes a codebook. */
export function createCodebook(words: readonly string[], basis: number): Codebook {
  const codes = new Map(words.map((word, place) => [word, place + 1]))
  return { words, basis, codeOf: folded => codes.get(folded) ?? 0 }
}

/** Makes a codebook of the words that have the highest counts. */
export function chooseCodebook(counts: Iterable<readonly [word: string, count: number]>, basis: number): Codebook {
  // Where counts are equal the order must not depend on how the words came.
  const sorted = [...counts].toSorted(
    ([first, firstCount], [second, secondCount]) => secondCount - firstCount || (first < second ? -1 : 1)
  )
  return createCodebook(
    sorted.slice(0, codebookSize).map(([word]) => word),
    basis
  )
}

/** True where two codebooks give every word the same code. */
export function isSameBook(first: Codebook, second: Codebook): boolean {
  return first.words.length === second.words.length && first.words.every((word, place) => second.words[place] === word)
}
