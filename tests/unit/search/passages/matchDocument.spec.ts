import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '@shared/model/searchDocument'
import { rankArticles } from '../../../../src/main/search/index/scoring'
import { createSearchIndex } from '../../../../src/main/search/index/searchIndex'
import { findWordForms } from '../../../../src/main/search/index/wordForms'
import { toArticleHits } from '../../../../src/main/search/passages/engineHit'
import { matchDocument } from '../../../../src/main/search/passages/matchDocument'
import { planQuery } from '../../../../src/main/search/query/planQuery'
import { analyzer, viewLive } from '../indexFixture'
import { makeDocument } from '../libraryFixture'

function match(query: string, fields: Partial<SearchDocument>, isTyping = false) {
  const plan = planQuery(query, isTyping, { analyzer, languages: ['id', 'en', 'fr'] })
  return matchDocument(makeDocument('one', fields), plan, analyzer)
}

/** The hits as written, by field. */
function marked(query: string, fields: Partial<SearchDocument>, isTyping = false): readonly string[] {
  return match(query, fields, isTyping).fields.flatMap(({ text, hits }) =>
    hits.map(([start, end]) => text.slice(start, end))
  )
}

describe('the hits of a query in an article', () => {
  it.each([
    [
      'words in every field',
      'rusia',
      { title: 'Rusia', deck: 'di RUSIA', body: 'ke rusia.', tags: ['rusia'] },
      ['Rusia', 'RUSIA', 'rusia', 'rusia']
    ],
    ['members of a word’s family', 'serangan', { body: 'Menyerang, diserang!' }, ['Menyerang', 'diserang']],
    ['words without their accents', 'cafe', { body: 'Un café', language: 'fr' }, ['café']],
    ['a decomposed word as it is written', 'café', { body: 'Un cafe\u0301 noir' }, ['cafe\u0301']],
    ['a reduplicated word once', 'anak-anak', { body: 'Anak-anak dan anak' }, ['Anak-anak', 'anak']],
    ['the word before a possessive', 'putin', { body: 'Putin’s men', language: null }, ['Putin']],
    ['a part of a compound', 'korupsi', { body: 'anti-korupsi' }, ['korupsi']],
    [
      'a phrase as a whole, and not its words elsewhere',
      '"korea utara"',
      { body: 'Korea Utara, utara, Korea' },
      ['Korea Utara']
    ],
    ['a phrase across a line break', '"korea utara"', { body: 'Korea\nUtara' }, ['Korea\nUtara']],
    ['nothing for an excluded word', 'rusia -pasar', { body: 'rusia' }, ['rusia']],
    ['Japanese words', '東京', { body: '東京の天気', language: 'ja' }, ['東京']]
  ] as const)('are %s', (_, query, fields, hits) => {
    expect(marked(query, fields as Partial<SearchDocument>)).toEqual(hits)
  })

  it('are longer words while the last one is typed', () => {
    expect(marked('senjata ru', { body: 'Senjata rumah, Rusia' }, true)).toEqual(['Senjata', 'rumah', 'Rusia'])
  })

  it('are outside the body for a single letter that is typed', () => {
    expect(marked('r', { title: 'Rusia', body: 'rumah' }, true)).toEqual(['Rusia'])
  })

  it('are counted over all fields', () => {
    expect(match('rusia', { title: 'Rusia', body: 'Rusia dan Rusia' }).matchCount).toBe(3)
  })

  it('cross as ranges of the fields that the reader shows', () => {
    const { articleId } = makeDocument('one')
    expect(toArticleHits(articleId, match('rusia', { title: 'Di Rusia', siteName: 'Rusia', body: 'rusia' }))).toEqual({
      articleId,
      title: [[3, 8]],
      deck: [],
      byline: [],
      body: [[0, 5]]
    })
  })
})

describe('an article that the index finds', () => {
  const vocabulary = [
    'serang',
    'menyerang',
    'serangan',
    'anak-anak',
    'anak',
    "jum'at",
    'jumat',
    'café',
    'cafe',
    'ras',
    'beras',
    '1.000',
    '東京都'
  ]
  const texts = fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }).map(words => words.join(' '))
  const documents = fc.array(fc.record({ title: texts, body: texts, language: fc.constantFrom('id', 'fr', null) }), {
    minLength: 1,
    maxLength: 6
  })
  const queries = fc.array(fc.constantFrom(...vocabulary, '-anak', '-cafe', 'ser*', 'b*', '東京'), {
    minLength: 1,
    maxLength: 3
  })

  it('is exactly one that a reading of its text finds', () => {
    fc.assert(
      fc.property(documents, queries, fc.boolean(), (library, words, isTyping) => {
        const all = library.map((fields, number) => makeDocument(`a${number}`, fields))
        const view = viewLive(all)
        const plan = planQuery(words.join(' '), isTyping, { analyzer, languages: view.stemLanguages })
        const indexed = rankArticles(plan, view, 'all')
          .best(Infinity)
          .map(({ articleId }) => articleId)
        const read = all.filter(document => plan.words.length > 0 && matchDocument(document, plan, analyzer).isFound)
        expect(indexed.toSorted()).toEqual(read.map(({ articleId }) => articleId).toSorted())
      }),
      { numRuns: 500 }
    )
  })

  it('is matched alike with the forms that the index has, however many parts it is in', () => {
    fc.assert(
      fc.property(documents, queries, fc.boolean(), (library, words, isTyping) => {
        const all = library.map((fields, number) => makeDocument(`a${number}`, fields))
        const index = createSearchIndex(analyzer)
        index.put(all.slice(0, 2))
        index.seal()
        index.put(all.slice(2))
        const plan = planQuery(words.join(' '), isTyping, { analyzer, languages: index.view().stemLanguages })
        const forms = findWordForms(plan, index.view())
        for (const document of all) {
          expect(matchDocument(document, plan, analyzer, { forms })).toEqual(matchDocument(document, plan, analyzer))
        }
      }),
      { numRuns: 300 }
    )
  })
})
