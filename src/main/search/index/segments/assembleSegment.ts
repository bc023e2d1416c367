// Owns how noted articles become a segment: counting sort by word, then one record a word. Analyses nothing.
import { makeArticleParts } from './articleTable'
import { DictionaryWriter } from './dictionaryWriter'
import type { NotedArticle, PostingLog } from './postingLog'
import { PostingBuffer } from './recordReader'
import { RecordWriter } from './recordWriter'
import { fieldOrder, type SegmentParts } from './segmentParts'
import { makeStemTable, packStem } from './stemTable'
import { encodeTerm, longestTermBytes } from './termCodec'
import type { Vocabulary } from './vocabulary'

/** The entries of the log by word: those of word w lie from `starts[w]` to before `starts[w + 1]`, in order of slot. */
interface SortedLog {
  readonly starts: Uint32Array
  readonly slots: Uint32Array
  readonly fields: Uint8Array
  readonly frequencies: Uint32Array
  /** By word: a bit for each language that its articles have. */
  readonly languages: Uint32Array
}

/** Makes a segment of the living ones of the articles. */
export function assembleSegment(
  articles: readonly NotedArticle[],
  log: PostingLog,
  vocabulary: Vocabulary
): SegmentParts {
  const sorted = sortLog(articles, log, vocabulary.terms.length)
  const { starts, languages } = sorted
  const members = new Map<number, number[]>()
  const words: number[] = []
  for (let word = 0; word < starts.length - 1; word++) {
    if (starts[word] === starts[word + 1]) continue
    words.push(word)
    const folded = vocabulary.foldedOf(word)
    if (folded >= 0) members.set(folded, [...(members.get(folded) ?? []), word])
  }
  const order = vocabulary.inOrder().filter(word => starts[word] !== starts[word + 1] || members.has(word))
  const numbers = new Uint32Array(vocabulary.terms.length)
  const dictionary = new DictionaryWriter(order.length * 8)
  const bytes = new Uint8Array(longestTermBytes)
  for (let number = 0; number < order.length; number++) {
    const word = order[number] ?? 0
    dictionary.add(bytes, encodeTerm(vocabulary.terms[word] ?? '', bytes))
    numbers[word] = number
  }

  const stems: number[] = []
  for (const word of words) {
    for (let bits = (languages[word] ?? 0) >>> 1, language = 1; bits > 0; bits >>>= 1, language++) {
      if ((bits & 1) === 0) continue
      for (const key of vocabulary.stemKeysOf(word, language)) stems.push(packStem(key, numbers[word] ?? 0))
    }
  }
  return {
    ...makeArticleParts(articles.filter(({ isAlive }) => isAlive)),
    ...dictionary.finish(),
    ...writeRecords(order, sorted, articles.length, word =>
      (members.get(word) ?? []).map(member => numbers[member] ?? 0).toSorted((first, second) => first - second)
    ),
    ...makeStemTable(stems)
  }
}

function sortLog(articles: readonly NotedArticle[], log: PostingLog, wordCount: number): SortedLog {
  const starts = new Uint32Array(wordCount + 1)
  const languages = new Uint32Array(wordCount)
  for (const { start, end, language } of livingRanges(articles)) {
    for (let at = start; at < end; at++) {
      const word = (log.keys[at] ?? 0) >>> 3
      starts[word + 1] = (starts[word + 1] ?? 0) + 1
      languages[word] = (languages[word] ?? 0) | (1 << language)
    }
  }
  for (let word = 0; word < wordCount; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
  const total = starts[wordCount] ?? 0
  const places = starts.slice()
  const slots = new Uint32Array(total)
  const fields = new Uint8Array(total)
  const frequencies = new Uint32Array(total)
  for (const { start, end, slot } of livingRanges(articles)) {
    for (let at = start; at < end; at++) {
      const key = log.keys[at] ?? 0
      const word = key >>> 3
      const place = places[word] ?? 0
      places[word] = place + 1
      slots[place] = slot
      fields[place] = key & 7
      frequencies[place] = log.frequencies[at] ?? 0
    }
  }
  return { starts, slots, fields, frequencies, languages }
}

function* livingRanges(articles: readonly NotedArticle[]) {
  let slot = 0
  let start = 0
  for (const { logEnd: end, language, isAlive } of articles) {
    if (isAlive) yield { start, end, slot: slot++, language }
    start = end
  }
}

function writeRecords(
  order: Uint32Array,
  { starts, slots, fields, frequencies }: SortedLog,
  slotCount: number,
  membersOf: (word: number) => readonly number[]
): Pick<SegmentParts, 'records' | 'recordOffsets'> {
  const writer = new RecordWriter(order.length, slots.length * 2)
  const buffer = new PostingBuffer(slotCount)
  for (const word of order) {
    const start = starts[word] ?? 0
    const end = starts[word + 1] ?? 0
    let mask = 0
    for (let at = start; at < end; at++) mask |= 1 << (fields[at] ?? 0)
    writer.begin(mask, membersOf(word))
    for (const field of fieldOrder) {
      if ((mask & (1 << field)) === 0) continue
      buffer.count = 0
      for (let at = start; at < end; at++) {
        if (fields[at] === field) buffer.add(slots[at] ?? 0, frequencies[at] ?? 0)
      }
      writer.writeField(field, buffer)
    }
    writer.end()
  }
  return writer.finish()
}
