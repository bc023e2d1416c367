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
/** A word in a script that sets spaces between words. */
export const spacedWord = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’.,-][\p{Letter}\p{Mark}\p{Number}]+)*/gu

const ascii = Array.from({ length: 128 }, (_, code) => /[a-z0-9]/i.test(String.fromCharCode(code)))
const joiners = new Set(Array.from("'’.,-", joiner => joiner.charCodeAt(0)))

/** Whether a character code belongs to a word; null beyond Latin letters and ordinary punctuation. */
function isOfWord(code: number): boolean | null {
  if (code < 0x80) return ascii[code] ?? false
  if (code >= 0xc0 && code < 0x250) return code !== 0xd7 && code !== 0xf7
  return code >= 0x2010 && code <= 0x2027 ? false : null
}

/** What `spacedWord` finds in text of Latin letters, counted without making a list of it; null for any other text. */
export function countLatinWords(text: string): number | null {
  let count = 0
  // Whether the characters before are a word, or a word and one mark that may join another part to it.
  let state: 'outside' | 'word' | 'joined' = 'outside'
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const isWord = isOfWord(code)
    if (isWord === null) return null
    if (isWord) {
      if (state === 'outside') count++
      state = 'word'
    } else state = state === 'word' && joiners.has(code) ? 'joined' : 'outside'
  }
  return count
}

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
  const spacedWords = countLatinWords(spaced) ?? spaced.match(spacedWord)?.length ?? 0
  const unspacedWords = runs ? countUnspacedWords(runs, language) : 0
  const characters = runs ? (text.match(ideographs)?.length ?? 0) : 0
  const otherWords = characters > 0 ? spacedWords : spacedWords + unspacedWords
  const minutes = otherWords / wordsPerMinute + characters / charactersPerMinute
  return { wordCount: spacedWords + unspacedWords, readingMinutes: Math.max(1, Math.round(minutes)) }
}
