import * as fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import { fieldBoosts } from '../../../../src/main/search/index/fieldBoosts'
import { createSearchIndex } from '../../../../src/main/search/index/searchIndex'
import { analyzer, found, search, viewLive } from '../indexFixture'
import { makeDocument } from '../libraryFixture'

/** Plain MiniSearch over the same words. (Its own tokeniser counts an empty field as one word.) */
function makeOracle(): MiniSearch<SearchDocument> {
  return new MiniSearch<SearchDocument>({
    idField: 'articleId',
    fields: [...searchFields],
    tokenize: text => analyzer.split(text).map(({ exact }) => exact)
  })
}

/** Texts of few words, so that queries find some of them; no language, so that MiniSearch knows the same terms. */
const fewWords = fc.array(fc.constantFrom('aku', 'akar', 'akan', 'baru', 'baris', 'batu'), { maxLength: 12 })
const libraries = fc.array(fc.record({ title: fewWords, body: fewWords }), { minLength: 1, maxLength: 8 })

describe('the ranking', () => {
  it.each([
    ['words', false],
    ['words of which the last is a beginning', true]
  ])('is MiniSearch’s own for %s, with equal scores', (_, isTyping) => {
    fc.assert(
      fc.property(
        libraries,
        fc.uniqueArray(fc.constantFrom('aku', 'akar', 'ba', 'baru', 'bat'), { minLength: 1 }),
        (library, words) => {
          const documents = library.map(({ title, body }, number) =>
            makeDocument(`a${number}`, { title: title.join(' '), body: body.join(' '), language: null })
          )
          const oracle = makeOracle()
          oracle.addAll(documents)
          const expected = oracle.search(words.join(' '), {
            combineWith: 'AND',
            boost: fieldBoosts,
            prefix: (_term, number, terms) => isTyping && number === terms.length - 1
          })
          const ranked = search(viewLive(documents), words.join(' '), { isTyping })
          expect(new Set(ranked.map(({ articleId }) => articleId))).toEqual(new Set(expected.map(({ id }) => id)))
          const scores = new Map(ranked.map(({ articleId, score }) => [articleId as string, score]))
          for (const { id, score } of expected) expect(scores.get(id)).toBeCloseTo(score, 9)
        }
      )
    )
  })

  it('puts the word as written before its stems, however often they occur', () => {
    const index = viewLive([
      makeDocument('stem', { body: 'menyerang diserang menyerang diserang menyerang kota' }),
      makeDocument('exact', { body: 'serangan kota itu selesai kemarin malam' })
    ])
    expect(found(index, 'serangan')).toEqual(['exact', 'stem'])
  })

  it('puts a word in the title before the same word in the body', () => {
    const index = viewLive([
      makeDocument('body', { title: 'Pasar', body: 'Harga beras' }),
      makeDocument('title', { title: 'Beras', body: 'Harga pasar' })
    ])
    expect(found(index, 'beras')).toEqual(['title', 'body'])
  })

  it('needs every word, and no excluded one', () => {
    const index = viewLive([
      makeDocument('both', { body: 'rusia senjata' }),
      makeDocument('one', { body: 'rusia' }),
      makeDocument('three', { body: 'rusia senjata ukraina' })
    ])
    expect(found(index, 'rusia senjata -ukraina')).toEqual(['both'])
  })

  it('does not take a stem of one language for a word of another', () => {
    const index = viewLive([
      makeDocument('indonesian', { language: 'id', body: 'serang' }),
      makeDocument('unknown', { language: null, body: 'serang' })
    ])
    expect(found(index, 'serangan')).toEqual(['indonesian'])
  })

  it('finds nothing for an empty query or one of exclusions alone', () => {
    const index = viewLive([makeDocument('one', { body: 'rusia' })])
    expect([found(index, ''), found(index, '-ukraina')]).toEqual([[], []])
  })

  it('gives articles with more of the words first when some are enough', () => {
    const index = viewLive([
      makeDocument('two', { body: 'rusia senjata' }),
      makeDocument('one', { body: 'rusia' }),
      makeDocument('none', { body: 'pasar' })
    ])
    const some = search(index, 'rusia senjata gudang', { requirement: 'some' })
    expect(some.map(({ articleId }) => articleId)).toEqual(['two', 'one'])
  })
})

describe('the index', () => {
  const makeIndex = (documents: readonly SearchDocument[]) => {
    const index = createSearchIndex(analyzer)
    index.put(documents)
    return index
  }

  it('forgets an article that is taken out, and finds the new text of one that is put again', () => {
    const index = makeIndex([makeDocument('one', { body: 'lama' }), makeDocument('two', { body: 'lama' })])
    index.put([makeDocument('one', { body: 'baru', revision: 2 })])
    index.take(makeDocument('two').articleId)
    expect([found(index.view(), 'lama'), found(index.view(), 'baru'), index.documentCount]).toEqual([[], ['one'], 1])
  })

  it('ignores an older version than it has', () => {
    const index = makeIndex([makeDocument('one', { body: 'baru', revision: 2 })])
    index.put([makeDocument('one', { body: 'lama', revision: 1 })])
    expect(found(index.view(), 'baru')).toEqual(['one'])
  })

  it('has the same statistics as MiniSearch after any changes', () => {
    fc.assert(
      fc.property(libraries, libraries, (before, after) => {
        const toDocuments = (library: typeof before, revision: number): readonly SearchDocument[] =>
          library.map(({ title, body }, number) =>
            makeDocument(`a${number}`, { title: title.join(' '), body: body.join(' '), language: null, revision })
          )
        const index = makeIndex([...toDocuments(before, 1), ...toDocuments(after, 2)])
        const oracle = makeOracle()
        oracle.addAll(toDocuments(before, 1))
        for (const document of toDocuments(after, 2)) {
          if (oracle.has(document.articleId)) oracle.discard(document.articleId)
          oracle.add(document)
        }
        const averages = index.view().averageFieldLengths
        for (const number of searchFields.keys()) {
          expect(averages[number]).toBeCloseTo(oracle.toJSON().averageFieldLength[number] ?? 0, 9)
        }
      })
    )
  })
})

describe('a word that the index does not have', () => {
  const view = viewLive([makeDocument('one', { body: 'serangan terhadap ukraina dan rusia' })])
  const respell = (query: string): readonly string[] => found(view, query, { isWidened: true })

  it.each([
    ['a wrong letter', 'ukraima'],
    ['a missing letter', 'ukrana'],
    ['swapped neighbours', 'rusai'],
    ['two errors in a long word', 'terhafdap']
  ])('is matched in spite of %s', (_, word) => {
    expect(respell(word)).toEqual(['one'])
  })

  it.each([
    ['is short', 'dam'],
    ['has a number', 'rusi4'],
    ['is far from every word', 'pegunungan'],
    ['is known', 'rusia']
  ])('is left alone when it %s', (_, word) => {
    expect(respell(word)).toEqual([])
  })
})
