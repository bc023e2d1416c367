import { expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import { createDocumentCache } from '../../../../src/main/search/worker/documentCache'
import { makeDocument, makeLibrary } from '../libraryFixture'

function makeCache() {
  const library = makeLibrary([
    makeDocument('one', { body: 'satu' }),
    makeDocument('two', { body: 'dua' }),
    ...['huge1', 'huge2', 'huge3'].map(id => makeDocument(id, { body: 'x'.repeat(3_000_000) }))
  ])
  const loaded: ArticleId[] = []
  const cache = createDocumentCache(ids => {
    loaded.push(...ids)
    return Promise.resolve(library.loadDocuments(ids))
  })
  const get = async (...ids: string[]): Promise<readonly string[]> => [...(await cache.get(ids as ArticleId[])).keys()]
  return { cache, loaded, get }
}

it('an article that does not exist is missing from the answer', async () => {
  const { get } = makeCache()
  expect(await get('one', 'gone')).toEqual(['one'])
})

it('an article is loaded once, and again after it was forgotten', async () => {
  const { cache, loaded, get } = makeCache()
  await get('one')
  await get('one', 'two')
  cache.forget('one' as ArticleId)
  await get('one')
  expect(loaded).toEqual(['one', 'two', 'one'])
})

it('the articles asked for longest ago make room', async () => {
  const { loaded, get } = makeCache()
  await get('huge1')
  await get('huge2')
  await get('huge1')
  await get('huge3')
  await get('huge1')
  await get('huge2')
  expect(loaded).toEqual(['huge1', 'huge2', 'huge3', 'huge2'])
})
