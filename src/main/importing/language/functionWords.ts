// Owns the quick look at a text's commonest words, which tell two languages at once. Leaves every doubtful text to others.

/** Words that make up a good part of any text, and that none of the other languages has in such numbers. */
const functionWords: readonly (readonly [language: 'id' | 'en', words: ReadonlySet<string>])[] = [
  [
    'id',
    new Set(
      'yang dan dari untuk dengan pada dalam tidak adalah oleh karena bahwa akan juga sudah telah tersebut mereka'.split(
        ' '
      )
    )
  ],
  ['en', new Set('the and that with from for this which have they were been their would'.split(' '))]
]
/** So many of them, and such a share of all words, and hardly any of the other language. */
const fewest = 6
const leastShare = 0.08
const mostOfOthers = 1
const longestWord = 10

/**
 * `en`, or `id` for Indonesian and Malay, which share these words; null where the words do not surely tell. `text` is a
 * beginning of a few hundred characters.
 */
export function findByFunctionWords(text: string): 'id' | 'en' | null {
  const words = text.toLowerCase().split(/[^\p{Letter}]+/u)
  const counts = functionWords.map(([language, list]) => ({
    language,
    count: words.filter(word => word.length <= longestWord && list.has(word)).length
  }))
  const [best, ...others] = counts.toSorted((one, other) => other.count - one.count)
  const isSure = best && best.count >= fewest && best.count >= words.length * leastShare
  return isSure && others.every(({ count }) => count <= mostOfOthers) ? best.language : null
}
