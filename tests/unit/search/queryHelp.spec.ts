// What helps a person to ask, through a real worker: facets, explanation, suggestions and completion.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '../../../src/main/search/searchEngine'
import { makeDocument, makeEngine, makeFacts, makeLibrary } from './libraryFixture'

const library = makeLibrary(
  [
    makeDocument('a0', { title: 'Tentara menyerang kota', body: 'serangan ke kota', siteName: 'Kompas' }),
    makeDocument('a1', { title: 'Senjata', body: 'senjata dan serangan balasan', siteName: 'Kompas' }),
    makeDocument('a2', { title: 'Café baru', body: 'cafe di kota', siteName: 'Warta Desa' }),
    makeDocument('a3', { title: 'Serang', body: 'serangkaian acara' })
  ],
  [
    makeFacts('a0', { siteName: 'Kompas', published: '2023-05-01', isStarred: true, tags: ['Perang', 'Kota besar'] }),
    makeFacts('a1', { siteName: 'Kompas', published: '2023-05-30', isRead: true, tags: ['Perang'] }),
    makeFacts('a2', { siteName: 'Warta Desa', published: '2024-01-01', language: 'en', sourceCredit: 'VOA' }),
    makeFacts('a3')
  ]
)

let engine: SearchEngine
beforeAll(async () => {
  ;({ engine } = makeEngine(library))
  await engine.start()
})
afterAll(() => engine.dispose())

describe('without an index', () => {
  it('nothing is counted, explained or offered, and nothing fails', async () => {
    const { engine: idle } = makeEngine(library)
    expect(await idle.facets({ query: 'kota', isTyping: false })).toMatchObject({ total: 0, isComplete: false })
    expect(await idle.explain({ query: 'kota', isTyping: false })).toEqual({ words: [], suggestions: [] })
    expect(await idle.complete({ query: 'kot', caret: 3 })).toEqual({ start: 3, end: 3, items: [] })
    expect(await idle.count(['kota'])).toBeNull()
    await idle.dispose()
  })
})

describe('facets', () => {
  it('count the whole result', async () => {
    expect(await engine.facets({ query: 'kota OR serangan', isTyping: false })).toEqual({
      total: 4,
      isComplete: true,
      publishers: {
        values: [
          { value: 'Kompas', count: 2 },
          { value: 'Warta Desa', count: 1 }
        ],
        distinct: 2
      },
      credits: { values: [{ value: 'VOA', count: 1 }], distinct: 1 },
      tags: {
        values: [
          { value: 'Perang', count: 2 },
          { value: 'Kota besar', count: 1 }
        ],
        distinct: 2
      },
      languages: {
        values: [
          { value: 'id', count: 3 },
          { value: 'en', count: 1 }
        ],
        distinct: 2
      },
      formats: { values: [{ value: 'text', count: 4 }], distinct: 1 },
      states: { unread: 3, read: 1, starred: 1, archived: 0, highlight: 0, note: 0, image: 0 },
      months: [
        { year: 2023, month: 5, count: 2 },
        { year: 2024, month: 1, count: 1 }
      ],
      undated: 1
    })
  })

  it('count only what a phrase leaves, and nothing of nothing', async () => {
    const totals = await Promise.all(
      ['"serangan ke"', '-"serangan ke"', 'xyzzy'].map(query => engine.facets({ query, isTyping: false }))
    )
    expect(totals.map(({ total, isComplete }) => [total, isComplete])).toEqual([
      [1, true],
      [3, true],
      [0, true]
    ])
  })
})

describe('an explanation', () => {
  const readings = async (query: string, isTyping = false): Promise<readonly string[]> => {
    const { words } = await engine.explain({ query, isTyping })
    return words.map(
      ({ word, articles, matched }) =>
        `${word} ${articles}: ${matched.map(each => `${each.kind} ${each.word} ${each.articles}`).join(', ')}`
    )
  }

  it.each([
    ['stems', 'serangan', false, ['serangan 3: exact serangan 2, stem menyerang 1, stem serang 1']],
    ['nothing but the word in quotes', '"serangan"', false, ['serangan 2: exact serangan 2']],
    ['a beginning', 'seran', true, ['seran 3: prefix serangan 2, prefix serang 1, prefix serangkaian 1']],
    ['accents', 'cafe', false, ['cafe 1: exact cafe 1, folded café 1']],
    ['spelling errors', 'senjaat', false, ['senjaat 1: fuzzy senjata 1']],
    ['a field', 'title:kota', false, ['kota 1: exact kota 1']],
    [
      'words of groups and phrases, each',
      '(kota OR "serangan balasan")',
      false,
      ['kota 2: exact kota 2', 'serangan 2: exact serangan 2', 'balasan 1: exact balasan 1']
    ]
  ])('tells of %s', async (_, query, isTyping, expected) => {
    expect(await readings(query, isTyping)).toEqual(expected)
  })

  it('gives the query with each word as written, and says where it stands', async () => {
    const { words } = await engine.explain({ query: 'kota -baru serang* =acara', isTyping: false })
    expect(words.map(({ start, end, exactQuery }) => [start, end, exactQuery])).toEqual([
      [0, 4, '"kota" -baru serang* =acara'],
      [11, 17, 'kota -baru "serang" =acara'],
      [20, 25, null]
    ])
  })
})

describe('a query that finds nothing', () => {
  it.each([
    ['is respelt', 'senjaat balasan', ['respelt senjata: senjata balasan 1', 'withoutWord senjaat: balasan 1']],
    [
      'does without a filter',
      'senjata is:starred',
      ['withoutFilter is:starred: senjata 1', 'withoutWord senjata: is:starred 1']
    ],
    ['does without quotes', '"kota ke"', ['withoutQuotes "kota ke": kota ke 1']],
    ['does without a word', 'senjata acara', ['withoutWord senjata: acara 1', 'withoutWord acara: senjata 1']]
  ])('%s', async (_, query, expected) => {
    const { suggestions } = await engine.explain({ query, isTyping: false })
    expect(
      suggestions.map(({ kind, changed, query: other, total }) => `${kind} ${changed}: ${other} ${total}`)
    ).toEqual(expected)
  })

  it('has nothing to say where it finds something', async () => {
    expect((await engine.explain({ query: 'kota', isTyping: false })).suggestions).toEqual([])
  })

  it('is counted as nothing, without words that are nearly right', async () => {
    expect(await engine.count(['senjaat', 'kota', 'is:starred', '"ke kota"', ''])).toEqual([0, 2, 1, 1, 0])
  })
})

describe('completion', () => {
  const complete = async (query: string): Promise<string> => {
    const caret = query.indexOf('^')
    const { start, end, items } = await engine.complete({ query: query.replace('^', ''), caret })
    return `${start}-${end} ${items.map(({ text, count }) => `${text}${count ?? ''}`).join(' ')}`
  }

  it.each([
    ['nothing of nothing', '^', '0-0 '],
    ['nothing of a letter that begins no field', 'z^', '0-1 '],
    ['words of the library, the most frequent first', 'rusia sera^', '6-10 serangan2 serang1 serangkaian1'],
    ['the whole word when the caret is inside it', 'sera^ng', '0-6 serangan2 serang1 serangkaian1'],
    ['fields', 'so^', '0-2 source:'],
    ['publishers', 'source:^', '7-7 Kompas2 "Warta Desa"1'],
    ['publishers by any of their words', 'source:des^', '7-10 "Warta Desa"1'],
    ['values in quotes', 'kota source:"Wa^', '12-15 "Warta Desa"1'],
    ['values in a group', 'tag:(Perang OR ko^', '15-17 "Kota besar"1'],
    ['excluded values', '-lang:e^', '6-7 en1'],
    ['states', 'is:st^', '3-5 starred'],
    ['contents', 'has:^', '4-4 highlight note image tag date'],
    ['words of a field without names of fields', 'title:se^', '6-8 serangan2 senjata1 serang1 serangkaian1'],
    ['nothing in a closed phrase', '"kota"^', '6-6 ']
  ])('offers %s', async (_, query, expected) => {
    expect(await complete(query)).toBe(expected)
  })
})
