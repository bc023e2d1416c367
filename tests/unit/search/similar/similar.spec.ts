import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import { createSimilarGroups } from '../../../../src/main/search/similar/groupSimilar'
import { resemblance, sketchLength, writeSketch } from '../../../../src/main/search/similar/sketch'
import { readSketches, sketchFileName, writeSketches } from '../../../../src/main/search/similar/sketchFile'
import { createSketchKeeper } from '../../../../src/main/search/similar/sketchKeeper'
import { SketchTable } from '../../../../src/main/search/similar/sketchTable'
import { makeDocument, makeFolder } from '../libraryFixture'

/** A text of words that are its own, the same for the same seed. */
function makeText(seed: number, words = 300): string {
  let state = seed
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return `kata${(state >>> 8) % 2_000}`
  }).join(' ')
}

function resemble(first: string, second: string): number {
  const sketches = new Uint32Array(2 * sketchLength)
  writeSketch(first, sketches, 0)
  writeSketch(second, sketches, sketchLength)
  return resemblance(sketches, 0, sketches, sketchLength)
}

describe('the sketch of a text', () => {
  it('is none of a short text, so that two of them never look alike', () => {
    expect(resemble('Foto: Antara', 'Foto: Antara')).toBe(0)
  })

  it('tells texts of other words apart', () => {
    const shares = Array.from({ length: 200 }, (_, seed) => resemble(makeText(seed), makeText(seed + 1_000)))
    expect(Math.max(...shares)).toBeLessThan(0.25)
  })

  it('does not see case, spacing and punctuation', () => {
    const text = makeText(1)
    expect(resemble(text, text.toUpperCase().replaceAll(' ', ',\n'))).toBe(1)
  })

  it('sees about as much likeness as there is', () => {
    // Of 300 words every 60th is another one: 285 of 300 shingles stay, of 315 in both.
    const shares = Array.from({ length: 100 }, (_, seed) => {
      const words = makeText(seed).split(' ')
      return resemble(words.join(' '), words.map((word, at) => (at % 60 === 0 ? `lain${at}` : word)).join(' '))
    })
    const average = shares.reduce((sum, share) => sum + share, 0) / shares.length
    expect(Math.abs(average - 285 / 315)).toBeLessThan(0.05)
  })

  it('works for scripts without spaces', () => {
    const text = Array.from({ length: 120 }, (_, at) => String.fromCodePoint(0x4e_00 + ((at * 37) % 500))).join('')
    expect([
      resemble(text, `${text}。追記`) > 0.8,
      resemble(text, Array.from(text).toReversed().join('')) < 0.2
    ]).toEqual([true, true])
  })
})

describe('a result that is gathered', () => {
  const texts = new Map<string, string>([
    ['first', makeText(1)],
    ['other', makeText(2)],
    ['again', `${makeText(1)} Editor: Sri`],
    ['short', 'Foto'],
    ['short2', 'Foto'],
    ['other2', makeText(2)]
  ])
  const table = new SketchTable()
  table.put([...texts].map(([id, body]) => makeDocument(id, { body })))

  it('has each text once, with those like it behind the first, in the order of their coming', () => {
    const gathered = createSimilarGroups<{ articleId: ArticleId }>(table)
    for (const id of [...texts.keys(), 'unknown']) gathered.add({ articleId: id as ArticleId })
    const ids = gathered.groups.map(({ article, similar }) => [article, ...similar].map(({ articleId }) => articleId))
    expect(ids).toEqual([['first', 'again'], ['other', 'other2'], ['short'], ['short2'], ['unknown']])
  })
})

describe('the file of sketches', () => {
  const table = new SketchTable()
  table.put([makeDocument('a0', { body: makeText(1) }), makeDocument('a1', { body: makeText(2) })])

  it('gives back what was written, and nothing where it is missing, cut off or damaged', async () => {
    const folder = makeFolder()
    const path = join(folder, sketchFileName)
    const readings = [readSketches(folder)]
    await writeSketches(folder, table.parts())
    const whole = readFileSync(path)
    const again = new SketchTable()
    const parts = readSketches(folder)
    if (parts) again.adopt(parts)
    expect([again.rowOf('a1' as ArticleId), again.parts()]).toEqual([1, table.parts()])
    truncateSync(path, whole.length - 1)
    readings.push(readSketches(folder))
    writeFileSync(path, whole.with(whole.length - 1, (whole.at(-1) ?? 0) ^ 1))
    readings.push(readSketches(folder))
    writeFileSync(path, 'short')
    readings.push(readSketches(folder))
    expect(readings).toEqual([null, null, null, null])
  })

  it('is filled up with what was indexed before there were sketches, once', async () => {
    const folder = makeFolder()
    const loaded: ArticleId[] = []
    const make = () =>
      createSketchKeeper({
        folder,
        loadDocuments: ids => {
          loaded.push(...ids)
          return Promise.resolve(ids.map(id => makeDocument(id, { body: makeText(3) })))
        },
        pause: () => Promise.resolve()
      })
    const keeper = make()
    keeper.load()
    keeper.put([makeDocument('a0', { body: makeText(1) })])
    const ids = Array.from({ length: 40 }, (_, number) => `a${number}` as ArticleId)
    await keeper.fill(ids)
    const next = make()
    // What changed before the file was read has a newer sketch than the file.
    next.put([makeDocument('a5', { body: makeText(5) })])
    next.load()
    const at = next.table.rowOf('a5' as ArticleId) * sketchLength
    const newest = new Uint32Array(sketchLength)
    writeSketch(makeText(5), newest, 0)
    expect(resemblance(next.table.sketches, at, newest, 0)).toBe(1)
    await next.fill(ids)
    expect(loaded).toEqual(ids.slice(1))
  })
})
