import { describe, expect, it } from 'vitest'
import { createLibraryScan } from '../../../src/main/search/libraryScan'
import { makeDocument, makeLibrary } from './libraryFixture'

describe('a search without an index', () => {
  it('stops when its time is over, having read the newest articles first', async () => {
    const library = makeLibrary(
      Array.from({ length: 1_000 }, (_, number) => makeDocument(`a${number}`, { body: 'rusia' }))
    )
    let time = 0
    const read: string[] = []
    const scan = createLibraryScan({
      listRevisions: library.listRevisions,
      loadFacts: library.loadFacts,
      loadDocuments: ids => {
        read.push(...ids)
        time += 50
        return library.loadDocuments(ids)
      },
      now: () => time
    })
    const { total } = await scan.query({ query: 'rusia', isTyping: false, offset: 0, limit: 5 })
    expect([total, read.at(0), read.length]).toEqual([12, 'a0', 12])
  })

  it('puts a hit in the title before one in the body', async () => {
    const scan = createLibraryScan(
      makeLibrary([makeDocument('body', { body: 'rusia rusia' }), makeDocument('title', { title: 'Rusia' })])
    )
    const { hits } = await scan.query({ query: 'rusia', isTyping: false, offset: 0, limit: 5 })
    expect(hits.map(({ articleId }) => articleId)).toEqual(['title', 'body'])
  })

  it('finds nothing for an empty query', async () => {
    const scan = createLibraryScan(makeLibrary([makeDocument('one', { body: 'rusia' })]))
    expect(await scan.query({ query: ' ', isTyping: true, offset: 0, limit: 5 })).toEqual({
      hits: [],
      total: 0,
      rowCount: 0,
      isTotalEstimate: false,
      widened: 'none',
      problems: [],
      filters: []
    })
  })
})
