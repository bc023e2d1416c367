// Owns made-up articles for benchmarks: the same count and seed always give the same files. Only the commonest words are real:
// by them a text's language is told.

/** A made-up article as a file: a title line, a deck line, and paragraphs of which the first begins with a dateline. */
export interface GeneratedArticle {
  readonly fileName: string
  readonly text: string
  /** The language whose syllables and commonest words were used; the text means nothing. */
  readonly language: 'id' | 'en'
}

interface Tongue {
  readonly language: 'id' | 'en'
  /** Most frequent first. */
  readonly words: readonly string[]
  readonly places: readonly string[]
  readonly onsets: readonly string[]
  readonly codas: readonly string[]
  readonly prefixes: readonly string[]
  readonly suffixes: readonly string[]
}

const vocabularySize = 40_000
/** Share of words that are names seen once or twice: a library's vocabulary never stops growing. */
const rareWordShare = 0.012
/** Zipf's exponent, as measured on natural languages. Source: Piantadosi 2014, doi:10.3758/s13423-014-0585-6. */
const zipfExponent = 1.05

/**
 * Gives `count` articles of 400 to 800 words in two made-up languages, one after the other, so that a large library need
 * not be held in memory. Word frequencies follow Zipf's law; some words carry affixes, some are rare names.
 */
export function* generateArticles(count: number, seed: number): Generator<GeneratedArticle> {
  const random = createRandom(seed)
  const tongues = [
    makeTongue(
      'id',
      random,
      'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena telah oleh bisa ada adalah',
      'b c d g j k l m n p r s t w y ng ny',
      'n ng r s t k h',
      'me di ber ter pe ke',
      'kan an i nya'
    ),
    makeTongue(
      'en',
      random,
      'the of and to in a is that for it with as was on be by at have from this',
      'b bl c ch d f g gr h l m n p r s st t th tr v w',
      'ck d l ll n nd r rs s st t',
      're un',
      'ing ed s ly er'
    )
  ]
  const ranks = zipfTable(vocabularySize)
  for (let number = 0; number < count; number++) {
    const tongue = pick(tongues, random)
    yield {
      fileName: `${String(number).padStart(6, '0')}-${pick(tongue.words, random)}.txt`,
      text: writeArticle(tongue, ranks, random),
      language: tongue.language
    }
  }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A member of a list that is not empty. */
export function pick<Member>(list: readonly Member[], random: () => number): Member {
  const member = list[Math.floor(random() * list.length)]
  if (member === undefined) throw new RangeError('Nothing to pick from')
  return member
}

function makeTongue(
  language: 'id' | 'en',
  random: () => number,
  commonest: string,
  onsets: string,
  codas: string,
  prefixes: string,
  suffixes: string
): Tongue {
  const sounds = {
    onsets: onsets.split(' '),
    codas: codas.split(' '),
    prefixes: prefixes.split(' '),
    suffixes: suffixes.split(' ')
  }
  const words = new Set<string>(commonest.split(' '))
  // Frequent words are short, as in every language.
  while (words.size < vocabularySize) words.add(makeWord(sounds, 1 + Math.log10(words.size + 1) * 0.55, random))
  const places = Array.from({ length: 200 }, () => capitalise(makeWord(sounds, 2.5, random)))
  return { language, words: [...words], places, ...sounds }
}

type Sounds = Pick<Tongue, 'onsets' | 'codas' | 'prefixes' | 'suffixes'>

function makeWord(sounds: Sounds, syllables: number, random: () => number): string {
  const count = Math.max(1, Math.round(syllables + random() - 0.5))
  let word = ''
  for (let syllable = 0; syllable < count; syllable++) {
    word += pick(sounds.onsets, random) + pick(['a', 'e', 'i', 'o', 'u'], random)
    if (syllable === count - 1 && random() < 0.6) word += pick(sounds.codas, random)
  }
  if (count > 1 && random() < 0.15) word = pick(sounds.prefixes, random) + word
  return count > 1 && random() < 0.2 ? word + pick(sounds.suffixes, random) : word
}

function writeArticle(tongue: Tongue, ranks: Float64Array, random: () => number): string {
  const wordCount = 400 + Math.floor(random() * 401)
  const paragraphs: string[] = []
  for (let written = 0; written < wordCount;) {
    const sentences: string[] = []
    for (let count = 2 + Math.floor(random() * 3); count > 0; count--) {
      const length = 8 + Math.floor(random() * 15)
      written += length
      sentences.push(writeSentence(tongue, ranks, length, random) + '.')
    }
    paragraphs.push(sentences.join(' '))
  }
  const title = writeSentence(tongue, ranks, 6 + Math.floor(random() * 5), random)
  const deck = writeSentence(tongue, ranks, 14, random) + '.'
  const dateline = `${pick(tongue.places, random)}, ${pick(tongue.places, random)}News - `
  return [title, deck, dateline + paragraphs.join('\n')].join('\n') + '\n'
}

function writeSentence(tongue: Tongue, ranks: Float64Array, length: number, random: () => number): string {
  const words = Array.from({ length }, () => {
    if (random() < rareWordShare) return capitalise(makeWord(tongue, 3, random))
    return tongue.words[findRank(ranks, random())] ?? ''
  })
  return capitalise(words.join(' '))
}

/** The share of all words that ranks 0 to n take together, for each n. */
function zipfTable(size: number): Float64Array {
  const table = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 2.7) ** zipfExponent
    table[rank] = sum
  }
  return table.map(value => value / sum)
}

function findRank(table: Float64Array, share: number): number {
  let low = 0
  let high = table.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((table[middle] ?? 1) < share) low = middle + 1
    else high = middle
  }
  return low
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
