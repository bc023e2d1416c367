import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '@shared/model/searchDocument'
import { createSearchService } from '../../../../src/main/search/worker/searchService'
import { makeDocument, makeFolder } from '../libraryFixture'

const open = async (documents: readonly SearchDocument[]) => {
  const service = createSearchService({
    folder: makeFolder(),
    loadDocuments: ids => Promise.resolve(documents.filter(({ articleId }) => ids.includes(articleId))),
    pause: () => Promise.resolve(),
    log: () => undefined,
    now: Date.now
  })
  await service.apply({ documents, facts: [], removed: [] })
  const ask = async (query: string) => {
    const { hits, widened } = await service.query({ query, isTyping: false, offset: 0, limit: 10 })
    return { ids: hits.map(({ articleId }) => articleId as string), widened }
  }
  return ask
}

describe('a question that no article answers in all its words', () => {
  it('is answered by articles with its rarest words, not by those with most of them', async () => {
    const common = Array.from({ length: 20 }, (_, number) =>
      makeDocument(`c${number}`, { body: 'presiden di kota yang besar itu' })
    )
    const ask = await open([...common, makeDocument('rare', { body: 'Susilo lahir di Pacitan' })])
    const { ids, widened } = await ask('di kota mana presiden Susilo lahir itu')
    expect([ids[0], widened]).toEqual(['rare', 'someWords'])
  })

  it('is answered first by the article in which its words are neighbours', async () => {
    const ask = await open([
      makeDocument('apart', { body: 'kabel ada di laut, lalu sesudah itu kapal lewat di atas pulau' }),
      makeDocument('together', { body: 'lalu sesudah itu kabel laut lewat di atas pulau, ada kapal' }),
      makeDocument('other', { body: 'tidak ada apa pun di sini' })
    ])
    expect((await ask('berapa panjang kabel laut')).ids[0]).toBe('together')
  })

  it('does not count the word that asks', async () => {
    const ask = await open([
      makeDocument('asks', { body: 'Siapa tahu, kata orang. Siapa yang bertanya tentang kapal?' }),
      makeDocument('answers', { body: 'Pendiri kapal pinisi adalah Rahman.' }),
      makeDocument('more', { body: 'Kapal lain berlayar.' })
    ])
    expect((await ask('siapakah siapa pendiri kapal phinisi besar')).ids[0]).toBe('answers')
  })

  it('leaves out what is excluded, phrases too', async () => {
    const ask = await open([
      makeDocument('out', { body: 'kabel laut yang panjang' }),
      makeDocument('in', { body: 'laut dan kabel saja' })
    ])
    expect((await ask('kabel laut terpanjang gunung -"kabel laut"')).ids).toEqual(['in'])
  })

  it('finds something where it has a word of the library', async () => {
    const word = fc.constantFrom('kapal', 'laut', 'kabel', 'yang', 'di', 'siapa')
    const text = fc.array(word, { minLength: 1, maxLength: 8 }).map(list => list.join(' '))
    const question = fc.array(fc.oneof(word, fc.constantFrom('gunung', 'zzz', '"laut laut"', '"di kabel"')), {
      minLength: 1,
      maxLength: 6
    })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), question, async (texts, words) => {
        const known = new Set(texts.flatMap(body => body.split(' ')))
        fc.pre(words.some(asked => asked.split(/[" ]+/).some(part => known.has(part))))
        const ask = await open(texts.map((body, number) => makeDocument(`a${number}`, { body })))
        expect((await ask(words.join(' '))).ids).not.toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})
