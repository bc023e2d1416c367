import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '@shared/model/searchDocument'
import { countDocument } from '../../../../../src/main/search/index/countedDocument'
import { openSegment } from '../../../../../src/main/search/index/segments/compactSegment'
import { PostingBuffer } from '../../../../../src/main/search/index/segments/recordReader'
import { SegmentBuilder } from '../../../../../src/main/search/index/segments/segmentBuilder'
import { analyzer } from '../../indexFixture'
import { makeDocument } from '../../libraryFixture'

const documents: readonly SearchDocument[] = [
  makeDocument('one', { title: 'Café', body: 'kafe cafe Café anak-anak Jum’at berlari 1.000' }),
  makeDocument('two', {
    language: 'en',
    body: 'running runs Putin’s 東京の天気 CAFE cafe cafe',
    tags: ['Warta', 'a, b']
  }),
  makeDocument('long', { language: null, body: `${'beras '.repeat(400)}${'x'.repeat(5_000)} ${'é'.repeat(300)}` }),
  makeDocument('empty', {})
]

describe('a segment', () => {
  it('is the same from texts as from counted words, once begun and after other articles', () => {
    const fromTexts = new SegmentBuilder()
    for (const document of documents) fromTexts.add(document)
    const fromCounts = new SegmentBuilder()
    fromCounts.add(makeDocument('before', { body: 'semua kata lain cafe running' }))
    fromCounts.seal()
    for (const document of documents) fromCounts.addCounted(countDocument(document, analyzer))
    expect(fromCounts.seal()).toEqual(fromTexts.seal())
  })

  it('has no trace of an article that was taken out before it was made', () => {
    const builder = new SegmentBuilder()
    for (const document of documents) builder.add(document)
    builder.take(makeDocument('two').articleId)
    const without = new SegmentBuilder()
    for (const document of documents) if (document.articleId !== 'two') without.add(document)
    expect(builder.seal()).toEqual(without.seal())
  })

  it('keeps frequencies and gaps of any size', () => {
    const builder = new SegmentBuilder()
    for (let number = 0; number < 40_000; number++) {
      builder.add(makeDocument(`a${number}`, { body: number % 20_000 === 3 ? 'jarang '.repeat(20_000) : 'sering' }))
    }
    const segment = openSegment(builder.seal(), analyzer)
    const buffer = new PostingBuffer(segment.slotCount)
    segment.findTerm('jarang')?.appendTo(buffer, 2, 100)
    expect([
      buffer.count,
      Array.from(buffer.slots.subarray(0, 2)),
      Array.from(buffer.frequencies.subarray(0, 2))
    ]).toEqual([2, [103, 20_103], [20_000, 20_000]])
  })

  it('asks the words themselves where two stems share a number', () => {
    const builder = new SegmentBuilder()
    builder.add(makeDocument('one', { body: 'serangan pelajaran' }))
    const parts = builder.seal()
    // As if every stem had the number of the first: each look-up then meets all words of the others.
    const first = parts.stemKeys[0] ?? 0
    const members = Uint8Array.of(0, 1)
    const crowded = openSegment(
      { ...parts, stemKeys: Uint32Array.of(first), stemOffsets: Uint32Array.of(0, 2), stemMembers: members },
      analyzer
    )
    const whole = openSegment(parts, analyzer)
    const stems = analyzer.indexTerms('serangan', 'id').concat(analyzer.indexTerms('pelajaran', 'id'))
    const known = stems.filter(stem => crowded.wordsOf(stem).length > 0 && stem.startsWith('\u0001'))
    expect(known.length).toBe(1)
    expect(known.map(stem => crowded.wordsOf(stem))).toEqual(known.map(stem => whole.wordsOf(stem)))
  })
})
