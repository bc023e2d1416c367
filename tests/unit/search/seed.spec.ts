import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../../../src/main/search/searchEngine'
import { makeDocument, makeEngine, makeLibrary } from './libraryFixture'

const seedFile = resolve('../shared/seeds/000_5c43ae279a1da39f.txt')

let engine: SearchEngine | null = null
afterEach(async () => engine?.dispose())

// The file is not part of the project; where it is absent the test is reported as skipped.
describe.skipIf(!existsSync(seedFile))('the article that the product must find', () => {
  it('is found by two of its words, which its snippets mark', async () => {
    const [title = '', deck = '', ...body] = readFileSync(seedFile, 'utf8').split('\n')
    const library = makeLibrary([
      makeDocument('other', { title: 'Harga beras naik', body: 'Harga beras naik di pasar kota.' }),
      makeDocument('seed', { title, deck, body: body.join('\n') })
    ])
    ;({ engine } = makeEngine(library))
    await engine.start()

    const { hits, total, widened, isPartial } = await engine.query({
      query: 'senjata rusia',
      isTyping: false,
      offset: 0,
      limit: 10
    })

    expect({ ids: hits.map(hit => hit.articleId), total, widened, isPartial }).toEqual({
      ids: ['seed'],
      total: 1,
      widened: 'none',
      isPartial: false
    })
    const marked = (hits[0]?.snippets ?? []).flatMap(({ text, highlights }) =>
      highlights.map(([start, end]) => text.slice(start, end).toLowerCase())
    )
    expect(new Set(marked)).toEqual(new Set(['senjata', 'rusia']))
  })
})
