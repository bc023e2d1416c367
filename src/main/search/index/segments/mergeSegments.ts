// Owns how several segments become one, without the articles that have been taken out. Reads and writes no file.
import type { CompactSegment } from './compactSegment'
import { mapSlots, mergeArticles, type SlotMap } from './mergeArticles'
import { mergeDictionaries, type MergedDictionary, type TermMap } from './mergeDictionaries'
import { NumberReader } from './byteWriter'
import { PostingBuffer, readList, RecordReader } from './recordReader'
import { RecordWriter } from './recordWriter'
import { fieldCount, fieldOrder, type SegmentParts } from './segmentParts'
import { StemTableWriter, type StemParts } from './stemTable'

/** A merged segment, and where the sources' articles are in it. */
export interface MergedSegment {
  readonly parts: SegmentParts
  readonly slotMaps: readonly SlotMap[]
}

/**
 * Merges segments. `pause` is awaited between small pieces of work, so that questions are answered meanwhile. Articles
 * that are discarded from a source after the beginning are still in the merged segment.
 */
export async function mergeSegments(
  sources: readonly CompactSegment[],
  pause: () => Promise<void>
): Promise<MergedSegment> {
  for (const source of sources) source.load()
  const slotMaps = mapSlots(sources)
  const articles = await mergeArticles(sources, slotMaps, pause)
  const dictionary = await mergeDictionaries(sources, slotMaps, pause)
  const records = await mergeRecords(sources, slotMaps, dictionary, articles.revisions.length, pause)
  const stems = await mergeStems(sources, dictionary.maps, pause)
  return { parts: { ...articles, ...dictionary.parts, ...records, ...stems }, slotMaps }
}

const noMembers: readonly number[] = []

async function mergeRecords(
  sources: readonly CompactSegment[],
  slotMaps: readonly SlotMap[],
  { termCount, maps }: MergedDictionary,
  slotCount: number,
  pause: () => Promise<void>
): Promise<Pick<SegmentParts, 'records' | 'recordOffsets'>> {
  const capacity = sources.reduce((sum, { parts }) => sum + parts.records.length + 2 * parts.recordOffsets.length, 0)
  const writer = new RecordWriter(termCount, capacity)
  const readers = sources.map((source, number) => ({
    records: new RecordReader(source.parts),
    slotMap: slotMaps[number] ?? new Int32Array(0),
    termMap: maps[number] ?? new Int32Array(0),
    // The first source's articles keep their slots unless one has been taken out.
    keepsSlots: slotMaps[number]?.every((merged, slot) => merged === slot) ?? false,
    at: 0
  }))
  const buffers = Array.from({ length: fieldCount }, () => new PostingBuffer(slotCount))
  const own = new PostingBuffer(Math.max(0, ...sources.map(source => source.slotCount)))

  for (let term = 0; term < termCount; term++) {
    if (term % 128 === 0) await pause()
    let mask = 0
    let members: readonly number[] = noMembers
    const sharing = readers.filter(reader => {
      while ((reader.termMap[reader.at] ?? term) < 0) reader.at++
      return reader.termMap[reader.at] === term
    })
    const only = sharing.length === 1 ? sharing[0] : undefined
    if (only?.keepsSlots && !only.records.hasMembersAt(only.at)) {
      writer.copy(only.records.recordOf(only.at++))
      continue
    }
    for (const reader of sharing) {
      const { records } = reader
      records.goTo(reader.at++)
      for (let field = 0; field < fieldCount; field++) {
        const buffer = buffers[field]
        if (!buffer || (records.fieldMask & (1 << field)) === 0) continue
        own.count = 0
        records.appendTo(own, field, 0, null)
        copyMapped(own, reader.slotMap, buffer)
        if (buffer.count > 0) mask |= 1 << field
      }
      if (records.hasMembers) members = unite(members, records.members(), reader.termMap)
    }
    writer.begin(mask, members)
    for (const field of fieldOrder) {
      const buffer = buffers[field]
      if (!buffer || buffer.count === 0) continue
      writer.writeField(field, buffer)
      buffer.count = 0
    }
    writer.end()
  }
  return writer.finish()
}

function copyMapped(from: PostingBuffer, slotMap: SlotMap, to: PostingBuffer): void {
  for (let index = 0; index < from.count; index++) {
    const slot = slotMap[from.slots[index] ?? 0] ?? -1
    if (slot >= 0) to.add(slot, from.frequencies[index] ?? 0)
  }
}

async function mergeStems(
  sources: readonly CompactSegment[],
  termMaps: readonly TermMap[],
  pause: () => Promise<void>
): Promise<StemParts> {
  const writer = new StemTableWriter(sources.reduce((sum, { parts }) => sum + 2 * parts.stemMembers.length, 0))
  const heads = sources.map(({ parts }, number) => ({
    parts,
    reader: new NumberReader(parts.stemMembers),
    termMap: termMaps[number] ?? new Int32Array(0),
    at: 0
  }))
  for (let count = 0; ; count++) {
    let key = Infinity
    for (const { parts, at } of heads) key = Math.min(key, parts.stemKeys[at] ?? Infinity)
    if (key === Infinity) return writer.finish()
    let words: readonly number[] = noMembers
    for (const head of heads) {
      const { parts, reader, termMap, at } = head
      if (parts.stemKeys[at] !== key) continue
      words = unite(words, readList(reader, parts.stemOffsets[at] ?? 0, parts.stemOffsets[at + 1] ?? 0), termMap)
      head.at++
    }
    writer.add(key, words)
    if (count % 1_024 === 0) await pause()
  }
}

/** Both lists of terms together, ascending, each once; the second is still in its source's numbers. */
function unite(merged: readonly number[], list: readonly number[], termMap: TermMap): readonly number[] {
  const mapped = list.map(term => termMap[term] ?? -1).filter(term => term >= 0)
  if (merged.length === 0) return mapped
  return [...new Set([...merged, ...mapped])].toSorted((first, second) => first - second)
}
