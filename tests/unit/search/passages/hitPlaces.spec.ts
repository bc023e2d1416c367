import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSearchService } from '../../../../src/main/search/worker/searchService'
import { scanArticle, scanForHits, type ScanQuery } from '../../../bench/hits/scan'
import { makeDocument, makeFolder } from '../libraryFixture'

const word = fc.constantFrom('aku', 'akan', 'akar', 'Aku', 'batu', 'bat', 'b')
const sign = fc.constantFrom(' ', ', ', '. ', '\n', ' – ', ' (')
const text = fc.array(fc.tuple(word, sign), { maxLength: 25 }).map(pieces => pieces.flat().join(''))
const library = fc.array(fc.record({ title: text, deck: text, byline: text, body: text }), {
  minLength: 1,
  maxLength: 30
})
const lower = fc.constantFrom('aku', 'akan', 'akar', 'batu', 'bat')
const query: fc.Arbitrary<ScanQuery> = fc.record({
  words: fc.uniqueArray(lower, { minLength: 1, maxLength: 3 }),
  isPhrase: fc.boolean(),
  isLastPrefix: fc.boolean(),
  without: fc.option(lower)
})

function write({ words, isPhrase, isLastPrefix, without }: ScanQuery): string {
  const row = words.join(' ')
  return `${isPhrase ? `"${row}"` : row + (isLastPrefix ? '*' : '')}${without === null ? '' : ` -${without}`}`
}

it('every hit is where a plain scan of the texts finds it, and no other is reported', async () => {
  await fc.assert(
    fc.asyncProperty(library, fc.array(query, { minLength: 1, maxLength: 5 }), async (texts, queries) => {
      const documents = texts.map((fields, number) => makeDocument(`a${number}`, { ...fields, language: null }))
      const service = createSearchService({
        folder: makeFolder(),
        loadDocuments: ids => Promise.resolve(documents.filter(({ articleId }) => ids.includes(articleId))),
        pause: () => Promise.resolve(),
        log: () => undefined,
        now: Date.now
      })
      await service.apply({ documents, facts: [], removed: [] })
      const scanned = documents.map(scanArticle)
      for (const drawn of queries) {
        // A phrase of one word is that word, and goes on only while it is typed.
        const asked = drawn.isPhrase ? { ...drawn, isPhrase: drawn.words.length > 1, isLastPrefix: false } : drawn
        const input = { query: write(asked), isTyping: false }
        const expected = scanned.flatMap(article => scanForHits(article, asked) ?? [])
        // Where nothing is found, what would be found instead is answered, and says so.
        if (expected.length === 0) continue
        const { total } = await service.query({ ...input, offset: 0, limit: 100 })
        const places = await Promise.all(
          expected.map(({ articleId }) => Promise.resolve(service.locate({ articleId, ...input })))
        )
        expect([total, places]).toEqual([expected.length, expected])
      }
    }),
    { numRuns: 150 }
  )
})
