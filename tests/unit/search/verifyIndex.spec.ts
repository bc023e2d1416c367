import { describe, expect, it } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import { isWhole } from '@shared/model/search'
import { createSearchService } from '../../../src/main/search/worker/searchService'
import { verifyIndex } from '../../../src/main/search/verifyIndex'
import type { WorkerClient } from '../../../src/main/search/workerClient'
import { makeDocument, makeFolder } from './libraryFixture'

const documents = Array.from({ length: 30 }, (_, number) =>
  makeDocument(`a${number}`, { title: `Kabar ${number}`, body: `Panen raya nomor ${number} di desa Sukamaju.` })
)

/** The service, called as a worker would be. */
async function openIndex(indexed = documents) {
  const service = createSearchService({
    folder: makeFolder(),
    loadDocuments: ids => Promise.resolve(documents.filter(({ articleId }) => ids.includes(articleId))),
    pause: () => Promise.resolve(),
    log: () => undefined,
    now: Date.now
  })
  await service.apply({ documents: indexed, facts: [], removed: [] })
  const worker: WorkerClient = {
    call: async (name, input) => (service[name] as (given: unknown) => never)(input),
    stop: async () => undefined
  }
  const verify = (library = documents) =>
    verifyIndex(worker, {
      listRevisions: () => library.map(({ articleId, revision }) => ({ articleId, revision })),
      loadDocuments: ids => library.filter(({ articleId }) => ids.includes(articleId))
    })
  return { service, verify }
}

const idOf = (number: number): ArticleId => `a${number}` as ArticleId

describe('verifying the index', () => {
  it('finds nothing wrong with an index of all articles, in segments and live', async () => {
    const { service, verify } = await openIndex(documents.slice(0, 28))
    await service.flush(null)
    for (const document of documents.slice(28)) await service.apply({ documents: [document], facts: [], removed: [] })
    const { report } = await verify()
    expect([isWhole(report), report]).toEqual([
      true,
      { articles: 30, indexed: 30, missing: 0, outdated: 0, surplus: 0, sampled: 30, wrong: 0 }
    ])
  })

  it('names what is missing, what is outdated and what is too much', async () => {
    const { verify } = await openIndex(documents.slice(1))
    const library = documents
      .slice(0, 29)
      .map(document => (document.articleId === idOf(5) ? { ...document, revision: document.revision + 1 } : document))
    const { report, toRead, toTake } = await verify(library)
    expect(report).toMatchObject({ articles: 29, indexed: 29, missing: 1, outdated: 1, surplus: 1, wrong: 0 })
    expect([toRead, toTake]).toEqual([[idOf(0), idOf(5)], [idOf(29)]])
  })

  it('notices an article whose words are not those of its text, though its revision is the same', async () => {
    const { verify } = await openIndex()
    const changed = (number: number, body: string) =>
      documents.map(document => (document.articleId === idOf(number) ? { ...document, body } : document))
    const longer = await verify(changed(7, 'Panen raya nomor 7 di desa Sukamaju hari ini.'))
    const other = await verify(changed(8, 'Panen raya nomor 8 di kota Sukamaju.'))
    expect([longer.toRead, other.toRead]).toEqual([[idOf(7)], [idOf(8)]])
  })
})
