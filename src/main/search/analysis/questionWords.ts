// Owns the words that make a sentence a question. Knows nothing of texts.

/** Indonesian, Malay and English. Texts that answer a question hardly have them, so that they look rare and telling. */
const questionWords: ReadonlySet<string> = new Set(
  (
    'apa apakah siapa siapakah berapa berapakah kapan kapankah bila bilakah mana manakah dimana dimanakah bagaimana ' +
    'bagaimanakah mengapa mengapakah kenapa sebutkan who whom whose what when where which why how'
  ).split(' ')
)

/** True for a folded form that asks, and says nothing of what is asked about. */
export function isQuestionWord(folded: string): boolean {
  return questionWords.has(folded)
}
