import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAnalyzer } from '../../../../src/main/search/analysis/analyzer'
import { LiveIndex } from '../../../../src/main/search/index/liveIndex'
import { rankArticles } from '../../../../src/main/search/index/scoring'
import { readSnapshot, snapshotFileName, writeSnapshot } from '../../../../src/main/search/index/snapshot'
import { planQuery } from '../../../../src/main/search/query/plan'
import { makeDocument, makeFolder } from '../libraryFixture'

const analyzer = createAnalyzer()
let folder = ''
let file = ''
let index: LiveIndex

beforeEach(() => {
  folder = makeFolder()
  file = join(folder, snapshotFileName)
  index = new LiveIndex(analyzer)
  index.put(makeDocument('first', { title: 'Harga beras naik', body: 'Beras di pasar menjadi mahal.' }))
  index.put(makeDocument('second', { title: 'Café baru', body: 'Kopi dan beras ketan.', language: 'en', revision: 7 }))
  index.put(makeDocument('gone', { body: 'beras' }))
  index.take(makeDocument('gone').articleId)
})

const rank = (searched: LiveIndex, query: string) =>
  rankArticles(planQuery(query, false, { analyzer, languages: searched.stemLanguages }), searched, 'all')

describe('a snapshot that cannot be used', () => {
  it('is missing in a new folder', () => {
    expect(readSnapshot(folder)).toEqual({ kind: 'missing' })
  })

  it.each([0, 10, 55, 56, 100])('is recognised when %i bytes of it are left', length => {
    writeSnapshot(folder, index.toState())
    truncateSync(file, length)
    expect(readSnapshot(folder).kind).toBe('unusable')
  })

  it('is recognised by a single changed byte, wherever it is', () => {
    writeSnapshot(folder, index.toState())
    const whole = readFileSync(file)
    const undetected: number[] = []
    for (let at = 0; at < whole.length; at += 13) {
      const damaged = Buffer.from(whole)
      damaged.writeUInt8((damaged.readUInt8(at) + 1) % 256, at)
      writeFileSync(file, damaged)
      if (readSnapshot(folder).kind !== 'unusable') undetected.push(at)
    }
    expect(undetected).toEqual([])
  })

  it('is one of another analyzer, and says so', () => {
    writeSnapshot(folder, index.toState())
    const other = readFileSync(file)
    other.writeUInt32LE(9_999, 12)
    writeFileSync(file, other)
    expect(readSnapshot(folder)).toEqual({ kind: 'unusable', reason: 'was made by another version of the analyzer' })
  })

  it('cannot be written where a file stands in the folder’s place, and the failure is thrown', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => writeSnapshot(join(folder, 'file'), index.toState())).toThrow(/EEXIST|ENOTDIR/)
  })
})

describe('a snapshot', () => {
  it('gives back an index that answers the same, and can go on', () => {
    writeSnapshot(folder, index.toState())
    const reading = readSnapshot(folder)
    if (reading.kind !== 'read') throw new Error(`The snapshot was ${reading.kind}`)
    const restored = LiveIndex.fromState(reading.state, analyzer)

    expect(rank(restored, 'beras')).toEqual(rank(index, 'beras'))
    expect(restored.revisions).toEqual(index.revisions)
    expect(restored.stemLanguages).toEqual(['id', 'en'])

    for (const searched of [index, restored]) searched.put(makeDocument('third', { body: 'Beras merah' }))
    expect(rank(restored, 'beras')).toEqual(rank(index, 'beras'))
  })

  it('survives a process that was killed while it wrote the next one', () => {
    writeSnapshot(folder, index.toState())
    writeFileSync(`${file}.new`, 'LONTARIX half a snap')
    expect(readSnapshot(folder).kind).toBe('read')
    writeSnapshot(folder, index.toState())
    expect(readdirSync(folder)).toEqual([snapshotFileName])
  })

  it('replaces the old one and leaves nothing beside it', () => {
    writeSnapshot(folder, index.toState())
    index.put(makeDocument('third'))
    writeSnapshot(folder, index.toState())
    expect(readdirSync(folder)).toEqual([snapshotFileName])
  })
})
