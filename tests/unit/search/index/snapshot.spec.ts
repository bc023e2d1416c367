import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSearchIndex, type SearchIndex } from '../../../../src/main/search/index/searchIndex'
import type { SegmentParts } from '../../../../src/main/search/index/segments/segmentParts'
import { readSnapshot, snapshotFileName } from '../../../../src/main/search/index/snapshot'
import { SnapshotDamage } from '../../../../src/main/search/index/snapshotRest'
import { writeSnapshot } from '../../../../src/main/search/index/writeSnapshot'
import { analyzer, search } from '../indexFixture'
import { makeDocument, makeFolder } from '../libraryFixture'

let folder = ''
let file = ''
let index: SearchIndex
let parts: SegmentParts

beforeEach(() => {
  folder = makeFolder()
  file = join(folder, snapshotFileName)
  index = createSearchIndex(analyzer)
  index.put([
    makeDocument('first', { title: 'Harga beras naik', body: 'Beras di pasar menjadi mahal.' }),
    makeDocument('second', { title: 'Café baru', body: 'Kopi dan beras ketan.', language: 'en', revision: 7 })
  ])
  parts = sealed(index)
})

function sealed(sealing: SearchIndex): SegmentParts {
  sealing.seal()
  const last = sealing.segments.at(-1)
  if (!last) throw new Error('The index is empty')
  return last.parts
}

/** True where the snapshot is read to its end without complaint. */
function isSound(): boolean {
  const reading = readSnapshot(folder)
  if (reading.kind !== 'read') return false
  try {
    reading.rest.readAllNow()
    return true
  } catch (error) {
    if (error instanceof SnapshotDamage) return false
    throw error
  } finally {
    reading.rest.close()
  }
}

describe('a snapshot that cannot be used', () => {
  it('is missing in a new folder', () => {
    expect(readSnapshot(folder)).toEqual({ kind: 'missing' })
  })

  it.each([0, 10, 23, 24, 100, 200, 300, 600])('is recognised when %i bytes of it are left', async length => {
    await writeSnapshot(folder, parts)
    truncateSync(file, length)
    expect(readSnapshot(folder).kind).toBe('unusable')
  })

  it('is recognised when something was added to it', async () => {
    await writeSnapshot(folder, parts)
    writeFileSync(file, Buffer.alloc(8), { flag: 'a' })
    expect(readSnapshot(folder)).toEqual({ kind: 'unusable', reason: 'is cut off' })
  })

  it('is recognised by a single changed byte, wherever it is', async () => {
    await writeSnapshot(folder, parts)
    const whole = readFileSync(file)
    const undetected: number[] = []
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole)
      damaged.writeUInt8((damaged.readUInt8(at) + 1) % 256, at)
      writeFileSync(file, damaged)
      if (isSound()) undetected.push(at)
    }
    expect(undetected).toEqual([])
  })

  it('is one of another analyzer, and says so', async () => {
    await writeSnapshot(folder, parts)
    const other = readFileSync(file)
    other.writeUInt32LE(9_999, 12)
    writeFileSync(file, other)
    expect(readSnapshot(folder)).toEqual({ kind: 'unusable', reason: 'was made by another version of the analyzer' })
  })

  it('cannot be written where a file stands in the folder’s place, and the failure is thrown', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(writeSnapshot(join(folder, 'file'), parts)).rejects.toThrow(/EEXIST|ENOTDIR/)
  })
})

describe('a snapshot', () => {
  it('gives back an index that answers the same, and can go on', async () => {
    await writeSnapshot(folder, parts)
    const reading = readSnapshot(folder)
    if (reading.kind !== 'read') throw new Error(`The snapshot was ${reading.kind}`)
    const restored = createSearchIndex(analyzer)
    restored.adopt(reading.parts, reading.rest)
    expect(restored.view().stemLanguages).toEqual(['en', 'id'])
    expect(restored.revisionOf(makeDocument('second').articleId)).toBe(7)
    for (const grown of [index, restored]) grown.put([makeDocument('third', { body: 'Beras merah' })])
    for (const query of ['beras', 'cafe', 'menjadi', 'berasnya']) {
      expect(search(restored.view(), query)).toEqual(search(index.view(), query))
    }
    reading.rest.readAllNow()
    expect(reading.parts).toEqual(parts)
  })

  it('survives a process that was killed while it wrote the next one', async () => {
    await writeSnapshot(folder, parts)
    writeFileSync(`${file}.new`, 'LONTARIX half a snap')
    expect(readSnapshot(folder).kind).toBe('read')
    await writeSnapshot(folder, parts)
    expect(readdirSync(folder)).toEqual([snapshotFileName])
  })

  it('replaces the old one and leaves nothing beside it', async () => {
    await writeSnapshot(folder, parts)
    index.put([makeDocument('third')])
    await writeSnapshot(folder, sealed(index))
    expect([readSnapshot(folder).kind, readdirSync(folder)]).toEqual(['read', [snapshotFileName]])
  })
})
