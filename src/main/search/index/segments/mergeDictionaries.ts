// Owns how the terms of several segments become one dictionary. Knows nothing of postings' contents.
import type { CompactSegment } from './compactSegment'
import { DictionaryWriter } from './dictionaryWriter'
import type { SlotMap } from './mergeArticles'
import { PostingBuffer, RecordReader } from './recordReader'
import { fieldCount, type SegmentParts } from './segmentParts'
import { compareTerms } from './termCodec'

/** The number of a term in the merged dictionary by its number in the source; -1 where it has been dropped. */
export type TermMap = Int32Array

/** Merged terms. */
export interface MergedDictionary {
  readonly parts: Pick<SegmentParts, 'terms' | 'blockOffsets'>
  readonly termCount: number
  readonly maps: readonly TermMap[]
}

/** From this share of dead articles on, terms are dropped that occur in no other. */
const prunedFrom = 0.1

/** Merges dictionaries. `pause` is awaited between small pieces of work. */
export async function mergeDictionaries(
  sources: readonly CompactSegment[],
  slotMaps: readonly SlotMap[],
  pause: () => Promise<void>
): Promise<MergedDictionary> {
  const writer = new DictionaryWriter(sources.reduce((sum, { parts }) => sum + parts.terms.length, 0))
  const maps = sources.map(({ dictionary }) => new Int32Array(dictionary.termCount).fill(-1))
  const heads = sources.map((source, number) => ({
    walker: source.dictionary.walk(),
    map: maps[number] ?? new Int32Array(0),
    isWanted: makeTermCheck(source, slotMaps[number] ?? new Int32Array(0))
  }))
  type Head = (typeof heads)[number]
  const advance = ({ walker, isWanted }: Head): boolean => {
    while (walker.next()) if (isWanted(walker.number)) return true
    return false
  }
  let open = heads.filter(advance)
  while (open.length > 0) {
    let same: Head[] = []
    for (const head of open) {
      const least = same[0]
      const order = least
        ? compareTerms(head.walker.bytes, head.walker.length, least.walker.bytes, least.walker.length)
        : -1
      if (order < 0) same = [head]
      else if (order === 0) same.push(head)
    }
    const first = same[0]
    if (first) writer.add(first.walker.bytes, first.walker.length)
    for (const head of same) {
      head.map[head.walker.number] = writer.count - 1
      if (!advance(head)) open = open.filter(other => other !== head)
    }
    if (writer.count % 256 === 0) await pause()
  }
  return { parts: writer.finish(), termCount: writer.count, maps }
}

/** Tells whether a term is still needed. */
function makeTermCheck(source: CompactSegment, slotMap: SlotMap): (number: number) => boolean {
  const deadShare = slotMap.filter(slot => slot < 0).length / Math.max(1, slotMap.length)
  if (deadShare < prunedFrom) return () => true
  const records = new RecordReader(source.parts)
  const buffer = new PostingBuffer(source.slotCount)
  return number => {
    records.goTo(number)
    if (records.hasMembers) return true
    for (let field = 0; field < fieldCount; field++) {
      if ((records.fieldMask & (1 << field)) === 0) continue
      buffer.count = 0
      records.appendTo(buffer, field, 0, null)
      for (let index = 0; index < buffer.count; index++) {
        if ((slotMap[buffer.slots[index] ?? 0] ?? -1) >= 0) return true
      }
    }
    return false
  }
}
