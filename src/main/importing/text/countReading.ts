// Owns the counting of words and of the time that reading takes. Changes no text.

/** Words a minute. Source: M. Brysbaert, "How many words do we read per minute?" (2019): 238 for English non-fiction. */
const wordsPerMinute = 230
/** Characters a minute in Chinese, Japanese and Korean text. */
const charactersPerMinute = 500

const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]+/gu
/** A quick look first: these scripts stand between Thai and Khmer, and from the CJK radicals on. */
const mayBeUnspaced = /[\u0E00-\u17FF\u2E80-\uFFEF]/
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const spacedWord = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’.,-][\p{Letter}\p{Mark}\p{Number}]+)*/gu

function countUnspacedWords(runs: readonly string[], language: string | null): number {
  const segmenter = new Intl.Segmenter(language ?? 'und', { granularity: 'word' })
  let words = 0
  for (const run of runs) for (const segment of segmenter.segment(run)) if (segment.isWordLike) words++
  return words
}

/** The number of words of a text and the minutes, at least one, that reading it takes. */
export function countReading(text: string, language: string | null): { wordCount: number; readingMinutes: number } {
  const runs = mayBeUnspaced.test(text) ? text.match(unspacedScripts) : null
  const spaced = runs ? text.replace(unspacedScripts, ' ') : text
  const spacedWords = spaced.match(spacedWord)?.length ?? 0
  const unspacedWords = runs ? countUnspacedWords(runs, language) : 0
  const characters = runs ? (text.match(ideographs)?.length ?? 0) : 0
  const otherWords = characters > 0 ? spacedWords : spacedWords + unspacedWords
  const minutes = otherWords / wordsPerMinute + characters / charactersPerMinute
  return { wordCount: spacedWords + unspacedWords, readingMinutes: Math.max(1, Math.round(minutes)) }
}
