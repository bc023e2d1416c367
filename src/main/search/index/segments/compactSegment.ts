// Owns an immutable segment as a part of the index: its articles and their deaths, its terms. Reads no file.
import type { ArticleId } from '@shared/model/common'
import { stemMark, type Analyzer } from '../../analysis/analyzer'
import { fromLanguageNumber, stemLanguages } from '../../analysis/stemmers'
import { decodeBooks } from '../pairs/bookCodec'
import { readSignature } from '../pairs/signatureTable'
import type { SnapshotRest } from '../snapshotRest'
import { NumberReader } from './byteWriter'
import {
  createCompactCursor,
  createSumPostings,
  createWordPostings,
  type SumScratch,
  type TermContext
} from './compactTerms'
import { createDictionary, type Dictionary } from './dictionary'
import { findNearTerms } from './nearTerms'
import { PostingBuffer, readList, RecordReader } from './recordReader'
import type { Segment } from './segment'
import type { SegmentParts } from './segmentParts'
import { hashTerm } from './termCodec'

/** An immutable segment of which articles can be discarded. */
export interface CompactSegment extends Segment {
  readonly parts: SegmentParts
  readonly dictionary: Dictionary
  /** Reads what has not been read of the segment's file. Throws `SnapshotDamage`. */
  load(): void
}

/** Opens a segment. The Analyzer decides which words a stem stands for; `rest` is what has not been read of its file. */
export function openSegment(
  parts: SegmentParts,
  analyzer: Pick<Analyzer, 'indexTerms'>,
  rest: SnapshotRest | null = null
): CompactSegment {
  const slotCount = parts.revisions.length
  const dictionary = createDictionary(parts)
  const books = decodeBooks(parts.bookBytes)
  const stemMembers = new NumberReader(parts.stemMembers)
  let dead: Uint8Array | null = null
  let deadCount = 0
  let scratch: SumScratch | null = null
  const context: TermContext = {
    slotCount,
    dead: () => dead,
    languages: parts.languages,
    openRecords: () => new RecordReader(parts, rest),
    scratch: () =>
      (scratch ??= {
        sums: new Uint32Array(slotCount),
        touched: new Uint32Array(slotCount),
        own: new PostingBuffer(slotCount)
      })
  }

  const articleIdOf = (slot: number): ArticleId => {
    const { idBytes, idOffsets } = parts
    let id = ''
    const end = idOffsets[slot + 1] ?? 0
    for (let at = idOffsets[slot] ?? 0; at < end; at++) id += String.fromCharCode(idBytes[at] ?? 0)
    return id as ArticleId
  }

  /** Below 0 where the id of a slot sorts before an id. */
  const compareId = (slot: number, articleId: ArticleId): number => {
    const { idBytes, idOffsets } = parts
    const start = idOffsets[slot] ?? 0
    const length = (idOffsets[slot + 1] ?? 0) - start
    const shared = Math.min(length, articleId.length)
    for (let at = 0; at < shared; at++) {
      const difference = (idBytes[start + at] ?? 0) - articleId.charCodeAt(at)
      if (difference !== 0) return difference
    }
    return length - articleId.length
  }

  const findSlot = (articleId: ArticleId): number => {
    let low = 0
    let high = slotCount - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const slot = parts.idOrder[middle] ?? 0
      const order = compareId(slot, articleId)
      if (order === 0) return slot
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** The words whose stem a marked term is. Another stem may have the same number, so each word is asked. */
  const findStemWords = (stem: string): readonly number[] => {
    const at = findKey(parts.stemKeys, hashTerm(stem))
    if (at < 0) return []
    const language = fromLanguageNumber(languageOfStem(stem))
    const words = readList(stemMembers, parts.stemOffsets[at] ?? 0, parts.stemOffsets[at + 1] ?? 0)
    return words.filter(word => analyzer.indexTerms(dictionary.termAt(word), language).includes(stem))
  }

  /** The numbers of the exact forms of which a term has the postings; of a plain term itself as well. */
  const findWords = (term: string): readonly number[] => {
    if (term.startsWith(stemMark)) return findStemWords(term)
    const number = dictionary.find(term)
    if (number < 0) return []
    const records = context.openRecords()
    records.goTo(number)
    return [number, ...records.members()]
  }

  return {
    parts,
    dictionary,
    slotCount,
    get documentCount() {
      return slotCount - deadCount
    },
    find: articleId => {
      const slot = findSlot(articleId)
      return slot >= 0 && dead?.[slot] === 1 ? -1 : slot
    },
    isAlive: slot => dead?.[slot] !== 1,
    articleIdOf,
    revisionOf: slot => parts.revisions[slot] ?? 0,
    describe: (languages, fieldLengths, base) => {
      languages.set(parts.languages, base)
      for (const [field, lengths] of fieldLengths.entries()) {
        lengths.set(parts.fieldLengths.subarray(field * slotCount, (field + 1) * slotCount), base)
      }
      if (!dead) return
      for (let slot = 0; slot < slotCount; slot++) {
        if (dead[slot] === 0) continue
        languages[base + slot] = 0
        for (const lengths of fieldLengths) lengths[base + slot] = 0
      }
    },
    books,
    signatureOf: slot => {
      rest?.need('pairBytes', parts.pairOffsets[slot] ?? 0, parts.pairOffsets[slot + 1] ?? 0)
      return readSignature(parts, books, slot)
    },
    load: () => rest?.readAllNow(),
    discard: slot => {
      dead ??= new Uint8Array(slotCount)
      if (dead[slot] === 0) deadCount++
      dead[slot] = 1
    },
    findTerm: term => {
      const words = findWords(term)
      const [only] = words
      if (only === undefined) return null
      if (term.startsWith(stemMark)) return createSumPostings(words, languageOfStem(term), context)
      if (words.length > 1) return createSumPostings(words, null, context)
      const records = context.openRecords()
      records.goTo(only)
      return createWordPostings(records, context)
    },
    wordsOf: term => findWords(term).map(word => dictionary.termAt(word)),
    withPrefix: (prefix, fieldMask) =>
      createCompactCursor(dictionary.walk(), dictionary.range(prefix), fieldMask, context),
    withinDistance: (word, distance, onTerm) => findNearTerms(dictionary.walk(), word, distance, onTerm)
  }
}

/** The number that stands for the language of a marked stem. */
function languageOfStem(stem: string): number {
  const language = stem.slice(stemMark.length, stem.indexOf(':'))
  return stemLanguages.findIndex(known => known === language) + 1
}

function findKey(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = keys[middle] ?? 0
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}
