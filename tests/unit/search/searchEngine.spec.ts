// What the engine does over a real worker: one subject, asked in many ways, over one small library. Long because its life has many turns.
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '@shared/errors'
import type { ResultOrder } from '@shared/model/search'
import type { ArticleId } from '@shared/model/common'
import { snapshotFileName } from '../../../src/main/search/index/snapshot'
import { sketchFileName } from '../../../src/main/search/similar/sketchFile'
import type { EngineResult, SearchEngine } from '../../../src/main/search/searchEngine'
import {
  makeDocument,
  makeEngine,
  makeFacts,
  makeFolder,
  makeLibrary,
  workerFile,
  type TestEngine
} from './libraryFixture'

const engines: SearchEngine[] = []
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.dispose()
})

function make(...parameters: Parameters<typeof makeEngine>): TestEngine {
  const made = makeEngine(...parameters)
  engines.push(made.engine)
  return made
}

const ask = (
  engine: SearchEngine,
  query: string,
  options: { isTyping?: boolean; order?: ResultOrder; offset?: number; limit?: number } = {}
) => engine.query({ query, isTyping: false, offset: 0, limit: 20, ...options })
const idsOf = ({ hits }: EngineResult): readonly string[] => hits.map(({ articleId }) => articleId)

const smallLibrary = () =>
  makeLibrary([
    makeDocument('war', {
      title: 'Rusia menyerang Ukraina',
      body: 'Korea Utara siap membantu Rusia.\nSenjata akan dikirim ke garis depan.'
    }),
    makeDocument('rice', { title: 'Harga beras naik', body: 'Utara kota sepi, kata Korea itu jauh. Beras mahal.' }),
    makeDocument('tokyo', { title: '東京の天気', body: '明日は雨です。', language: 'ja' })
  ])

async function startSmall(): Promise<SearchEngine> {
  const { engine } = make(smallLibrary())
  await engine.start()
  return engine
}

/** A worker that does what the real one does, and ends at once when it is asked for `crash`. */
function writeMortalWorker(): string {
  const file = join(makeFolder(), 'mortalWorker.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ input }) => { if (input?.query === 'crash') process.exit(7) })
     await import(${JSON.stringify(pathToFileURL(workerFile).href)})`
  )
  return file
}

async function crash(engine: SearchEngine): Promise<unknown> {
  return ask(engine, 'crash').catch((error: unknown) => error)
}

/** Waits for a state that the engine reaches by itself. */
async function waitFor({ statuses }: TestEngine, state: string, count: number): Promise<void> {
  const reached = (): boolean => statuses.filter(status => status.state === state).length >= count
  while (!reached()) await new Promise(resolve => setTimeout(resolve, 5))
}

describe('search that is not ready', () => {
  it('answers from the newest articles before it is started', async () => {
    const { engine } = make(smallLibrary())
    const result = await ask(engine, 'serangan rusia')
    expect([idsOf(result), result.isPartial]).toEqual([['war'], true])
  })

  it('locates hits before it is started', async () => {
    const { engine } = make(smallLibrary())
    const hits = await engine.locateHits({ articleId: 'war' as ArticleId, query: '"korea utara"', isTyping: false })
    expect(hits.body).toEqual([[0, 11]])
  })

  it('answers with what is indexed while the library is being read', async () => {
    const documents = Array.from({ length: 600 }, (_, number) =>
      makeDocument(`a${number}`, { body: `kata nomor${number}` })
    )
    const made = make(makeLibrary(documents))
    const started = made.engine.start()
    await waitFor(made, 'building', 3)
    const result = await ask(made.engine, 'kata')
    expect([result.isPartial, result.total > 0, result.total <= 600]).toEqual([true, true, true])
    await started
    expect(await ask(made.engine, 'kata')).toMatchObject({ isPartial: false, total: 600 })
  })

  it('fails with words, not with an exception, where its worker cannot be started', async () => {
    const made = make(smallLibrary(), makeFolder(), join(makeFolder(), 'missing.js'))
    await made.engine.start()
    await waitFor(made, 'failed', 1)
    const result = await ask(made.engine, 'rusia')
    expect([made.engine.status().state, idsOf(result), result.isPartial]).toEqual(['failed', ['war'], true])
  })

  it('refuses questions after it was closed', async () => {
    const { engine } = make(smallLibrary())
    await engine.dispose()
    await expect(ask(engine, 'rusia')).rejects.toMatchObject({ code: 'not_available' })
    await expect(engine.start()).rejects.toMatchObject({ code: 'not_available' })
  })
})

describe('a worker that dies', () => {
  it('rejects what was asked, is started again, and is given up when it dies again', async () => {
    const made = make(smallLibrary(), makeFolder(), writeMortalWorker())
    const { engine } = made
    await engine.start()

    const failures = await Promise.all([crash(engine), crash(engine)])
    expect(failures.map(error => error instanceof AppError && error.code)).toEqual(['not_available', 'not_available'])
    await waitFor(made, 'ready', 2)
    expect(await ask(engine, 'rusia')).toMatchObject({ total: 1, isPartial: false })

    await crash(engine)
    await waitFor(made, 'failed', 1)
    expect(await ask(engine, 'rusia')).toMatchObject({ total: 1, isPartial: true })
    expect(made.messages).toEqual([
      'The search worker died: it ended by itself (exit code 7); it is started again',
      'The search worker died: it ended by itself (exit code 7); it stays off'
    ])
  })

  it('is not started again while the engine is being closed', async () => {
    const { engine, statuses, messages } = make(smallLibrary(), makeFolder(), writeMortalWorker())
    await engine.start()
    const reported = statuses.length
    const [failure] = await Promise.all([crash(engine), engine.dispose()])
    expect(failure).toMatchObject({ code: 'not_available' })
    expect([statuses.length, messages]).toEqual([
      reported,
      ['The search snapshot was not written: The search index has stopped. Search again in a moment']
    ])
  })

  it('has lost no change when it is back', async () => {
    const library = smallLibrary()
    const made = make(library, makeFolder(), writeMortalWorker())
    await made.engine.start()
    const added = makeDocument('new', { body: 'gunung meletus' })
    library.documents.set(added.articleId, added)
    const [update] = await Promise.allSettled([made.engine.update([added.articleId]), crash(made.engine)])
    expect(['fulfilled', 'rejected']).toContain(update.status)
    await waitFor(made, 'ready', 2)
    expect(idsOf(await ask(made.engine, 'meletus'))).toEqual(['new'])
  })
})

describe('a snapshot', () => {
  it('is loaded, and only what has changed since is read again', async () => {
    const library = smallLibrary()
    const folder = makeFolder()
    const first = make(library, folder)
    await first.engine.start()
    await first.engine.dispose()

    library.documents.delete('rice' as ArticleId)
    const changed = makeDocument('war', { title: 'Damai', body: 'Tidak ada perang.', revision: 2 })
    library.documents.set(changed.articleId, changed)
    const read: ArticleId[] = []
    const second = make({ ...library, loadDocuments: ids => (read.push(...ids), library.loadDocuments(ids)) }, folder)
    await second.engine.start()
    expect([read, second.messages]).toEqual([['war'], []])

    const totals = await Promise.all(['beras', 'rusia', 'damai', '東京'].map(query => ask(second.engine, query)))
    expect(totals.map(({ total }) => total)).toEqual([0, 0, 1, 1])
  })

  it('that was cut off is built again, and the log says why', async () => {
    const folder = makeFolder()
    const first = make(smallLibrary(), folder)
    await first.engine.start()
    await first.engine.flush()
    await first.engine.dispose()
    truncateSync(join(folder, snapshotFileName), 200)

    const second = make(smallLibrary(), folder)
    await second.engine.start()
    expect([(await ask(second.engine, 'rusia')).total, second.messages]).toEqual([
      1,
      ['The search snapshot is cut off; the index is built again']
    ])
    await second.engine.flush()
    expect(readFileSync(join(folder, snapshotFileName)).length).toBeGreaterThan(200)
  })

  it('is whole where it is asked for twice at once', async () => {
    const folder = makeFolder()
    const made = make(makeLibrary(Array.from({ length: 300 }, (_, number) => makeDocument(`a${number}`))), folder)
    await made.engine.start()
    await Promise.all([made.engine.flush(), made.engine.flush(), made.engine.dispose()])
    const again = make(makeLibrary([]), folder)
    await again.engine.start()
    expect(again.messages).toEqual([])
  })

  it('that cannot be written is an error of flush, and not of closing', async () => {
    const folder = join(makeFolder(), 'file')
    writeFileSync(folder, '')
    const made = make(smallLibrary(), folder)
    await made.engine.start()
    await expect(made.engine.flush()).rejects.toMatchObject({ code: 'internal' })
    await made.engine.dispose()
    expect(made.messages.some(message => message.startsWith('The search snapshot was not written'))).toBe(true)
  })

  it('of many articles is not written again for one change, which the next start reads from the library', async () => {
    const library = makeLibrary(
      Array.from({ length: 1_200 }, (_, number) => makeDocument(`a${number}`, { body: 'kata' }))
    )
    const folder = makeFolder()
    const first = make(library, folder)
    await first.engine.start()
    await first.engine.flush()
    // Sketches of many new articles follow behind the snapshot.
    await expect.poll(() => statSync(join(folder, sketchFileName)).size).toBeGreaterThan(1_200 * 40)
    const written = readFileSync(join(folder, snapshotFileName))
    const added = makeDocument('new', { body: 'gunung' })
    library.documents.set(added.articleId, added)
    await first.engine.update([added.articleId])
    await first.engine.dispose()
    expect(readFileSync(join(folder, snapshotFileName)).equals(written)).toBe(true)

    const read: ArticleId[] = []
    const second = make({ ...library, loadDocuments: ids => (read.push(...ids), library.loadDocuments(ids)) }, folder)
    await second.engine.start()
    expect(read).toEqual(['new'])
    expect((await ask(second.engine, 'gunung')).total).toBe(1)
  })

  it('is not written again where nothing has changed', async () => {
    const folder = makeFolder()
    const made = make(makeLibrary([]), folder)
    await made.engine.start()
    await made.engine.flush()
    expect(existsSync(join(folder, snapshotFileName))).toBe(false)
  })
})

describe('search that is ready', () => {
  it('has told its way there', async () => {
    const { engine, statuses } = make(smallLibrary())
    await engine.start()
    expect([...new Set(statuses.map(({ state }) => state))]).toEqual(['loading', 'building', 'ready'])
    expect(engine.status()).toEqual({ state: 'ready', indexed: 3, total: 3 })
  })

  it.each([
    ['all words', 'rusia senjata', ['war'], 'none'],
    ['a word’s family', 'serangan', ['war'], 'none'],
    ['a phrase, and not its words apart', '"korea utara"', ['war'], 'none'],
    ['words without an excluded phrase', 'utara -"korea utara"', ['rice'], 'none'],
    ['words without an excluded word', 'utara -beras', ['war'], 'none'],
    ['Japanese', '東京', ['tokyo'], 'none'],
    ['a misspelt word', 'ukriana', ['war'], 'fuzzy'],
    ['some of the words', 'beras gunung', ['rice'], 'someWords'],
    ['the words of a phrase that does not occur', '"beras korea"', ['rice'], 'someWords'],
    ['nothing', 'gunung', [], 'none']
  ])('finds %s', async (_, query, ids, widened) => {
    const result = await ask(await startSmall(), query)
    expect([idsOf(result), result.total, result.widened]).toEqual([ids, ids.length, widened])
  })

  it('finds the beginnings of words while they are typed, and not afterwards', async () => {
    const engine = await startSmall()
    const [typing, typed] = await Promise.all([ask(engine, 'ukra', { isTyping: true }), ask(engine, 'ukra')])
    expect([idsOf(typing), idsOf(typed)]).toEqual([['war'], []])
  })

  it('answers every question of a person who types fast, each for itself', async () => {
    const engine = await startSmall()
    const typed = ['r', 'ru', 'rus', 'rusi', 'rusia', 'rusia s', 'rusia se', 'rusia sen']
    const results = await Promise.all(typed.map(query => ask(engine, query, { isTyping: true })))
    expect(results.map(idsOf)).toEqual(typed.map(() => ['war']))
  })

  it('gives a result page by page, phrases too', async () => {
    const documents = Array.from({ length: 95 }, (_, number) =>
      makeDocument(`a${number}`, { body: number % 2 === 0 ? 'beras merah' : 'merah beras' })
    )
    const { engine } = make(makeLibrary(documents))
    await engine.start()
    const ids: string[] = []
    for (let offset = 0; offset < 60; offset += 20) {
      const result = await ask(engine, '"beras merah"', { offset })
      expect(result.total).toBe(48)
      ids.push(...idsOf(result))
    }
    expect(new Set(ids).size).toBe(48)
  })

  it('marks in an article what made it be found, a misspelt word too', async () => {
    const engine = await startSmall()
    await expect(
      engine.locateHits({ articleId: 'war' as ArticleId, query: 'ukriana', isTyping: false })
    ).resolves.toEqual({
      articleId: 'war',
      title: [[16, 23]],
      deck: [],
      byline: [],
      body: []
    })
  })

  it('locates nothing in an article that does not exist', async () => {
    const engine = await startSmall()
    const hits = await engine.locateHits({ articleId: 'gone' as ArticleId, query: 'rusia', isTyping: false })
    expect(hits).toEqual({ articleId: 'gone', title: [], deck: [], byline: [], body: [] })
  })

  it('follows changes: new, changed and deleted articles', async () => {
    const library = smallLibrary()
    const { engine } = make(library)
    await engine.start()
    const added = makeDocument('new', { body: 'gunung meletus' })
    const changed = makeDocument('war', { body: 'gunung damai', revision: 2 })
    for (const document of [added, changed]) library.documents.set(document.articleId, document)
    library.documents.delete('rice' as ArticleId)
    await engine.update(['new', 'war', 'rice'] as ArticleId[])

    const results = await Promise.all(['gunung', 'rusia', 'beras'].map(query => ask(engine, query)))
    expect(results.map(({ total }) => total)).toEqual([2, 0, 0])
    expect(engine.status()).toEqual({ state: 'ready', indexed: 3, total: 3 })
  })

  it('answers without an article whose text cannot be read, and logs it', async () => {
    const library = smallLibrary()
    let isBroken = false
    const { engine, messages } = make({
      ...library,
      loadDocuments: ids => {
        if (isBroken) throw new Error('disk I/O error')
        return library.loadDocuments(ids)
      }
    })
    await engine.start()
    isBroken = true
    expect((await ask(engine, 'rusia')).hits).toEqual([])
    expect(messages).toEqual(['Articles could not be read for search: Error: disk I/O error'])
  })
})

describe('facts', () => {
  const datedLibrary = () =>
    makeLibrary(
      ['a0', 'a1', 'a2'].map(id => makeDocument(id, { body: id === 'a2' ? 'rusia "kita"' : 'rusia dan kita' })),
      [
        makeFacts('a0', { published: '2022-05-01', siteName: 'Warta' }),
        makeFacts('a1', { published: '2024-05-01', siteName: 'Antara', tags: ['Sawah'] }),
        makeFacts('a2', { published: '2023-05-01', isStarred: true })
      ]
    )

  it('filter and order what is found, and a query of filters alone gives the newest first', async () => {
    const { engine } = make(datedLibrary())
    await engine.start()
    const asked: Array<Promise<EngineResult>> = [
      ask(engine, 'after:2023'),
      ask(engine, 'rusia -is:starred', { order: 'oldest' }),
      ask(engine, 'rusia OR tag:sawah', { order: 'publisher' }),
      ask(engine, '"dan kita" before:2023'),
      ask(engine, '-"dan kita"'),
      ask(engine, 'rusia NEAR/0 kita')
    ]
    expect((await Promise.all(asked)).map(result => [idsOf(result), result.total])).toEqual([
      [['a1', 'a2'], 2],
      [['a0', 'a1'], 2],
      [['a1', 'a0', 'a2'], 3],
      [['a0'], 1],
      [['a2'], 1],
      [['a2'], 1]
    ])
  })

  it('that change are followed without indexing the article again', async () => {
    const library = datedLibrary()
    const loaded: ArticleId[] = []
    const { engine } = make({ ...library, loadDocuments: ids => (loaded.push(...ids), library.loadDocuments(ids)) })
    await engine.start()
    loaded.length = 0
    library.facts.set('a0' as ArticleId, makeFacts('a0', { isStarred: true }))
    await engine.updateFacts(['a0' as ArticleId])
    const read = [...loaded]
    expect([read, idsOf(await ask(engine, 'is:starred is:unread'))]).toEqual([[], ['a2', 'a0']])
  })

  it('of a new article come with its words', async () => {
    const library = datedLibrary()
    const { engine } = make(library)
    await engine.start()
    const added = makeDocument('new', { body: 'gunung meletus' })
    library.documents.set(added.articleId, added)
    library.facts.set(added.articleId, makeFacts('new', { isStarred: true }))
    await engine.update([added.articleId])
    expect(idsOf(await ask(engine, 'meletus is:starred'))).toEqual(['new'])
  })

  it('filter before the index is there', async () => {
    const { engine } = make(datedLibrary())
    expect(idsOf(await ask(engine, 'rusia is:starred'))).toEqual(['a2'])
  })

  it('and problems of the query are told with the answer', async () => {
    const { engine } = make(datedLibrary())
    await engine.start()
    const { problems, filters, total } = await ask(engine, 'rusia (is:biru tag:"sawah" -lang:en')
    expect({ problems, filters, total }).toEqual({
      problems: [
        { code: 'group_not_closed', start: 6, end: 7 },
        { code: 'value_unknown', start: 10, end: 14 }
      ],
      filters: [
        { field: 'is', value: 'biru', isExcluded: false, start: 7, end: 14 },
        { field: 'tag', value: 'sawah', isExcluded: false, start: 15, end: 26 },
        { field: 'lang', value: 'en', isExcluded: true, start: 27, end: 35 }
      ],
      total: 1
    })
  })
})

describe('a result whose articles are alike', () => {
  const sharedText = Array.from({ length: 80 }, (_, number) => `kata${number}`).join(' ')
  const library = () =>
    makeLibrary([
      makeDocument('a0', { title: 'Rusia', body: `rusia ${sharedText}`, siteName: 'Kompas' }),
      makeDocument('a1', { title: 'Kabar', body: `rusia ${sharedText}`, siteName: 'Antara' }),
      makeDocument('a2', { title: 'Lain', body: 'rusia dan pasar' })
    ])

  it('gathers many that came in at once a moment later', async () => {
    const body = Array.from({ length: 60 }, (_, number) => `kata${number}`).join(' ')
    const documents = Array.from({ length: 40 }, (_, number) => makeDocument(`b${number}`, { title: 'Serupa', body }))
    const { engine } = make(makeLibrary(documents))
    await engine.start()
    const input = { query: 'serupa', isTyping: false, offset: 0, limit: 50, groupSimilar: true }
    await engine.flush()
    await expect.poll(async () => (await engine.query(input)).rowCount, { timeout: 10_000 }).toBe(1)
  })

  it('gathers them where it is asked to, after a restart too', async () => {
    const folder = makeFolder()
    for (let start = 0; start < 2; start++) {
      const { engine } = make(library(), folder)
      await engine.start()
      const input = { query: 'rusia', isTyping: false, offset: 0, limit: 5 }
      const apart = await engine.query(input)
      const { hits, total, rowCount } = await engine.query({ ...input, groupSimilar: true })
      expect([apart.rowCount, apart.hits.flatMap(({ similar }) => similar)]).toEqual([3, []])
      expect([total, rowCount, hits.map(({ articleId, similar }) => [articleId, similar])]).toEqual([
        3,
        2,
        [
          ['a0', ['a1']],
          ['a2', []]
        ]
      ])
      await engine.dispose()
    }
  })
})

describe('an index that differs from the library', () => {
  const whole = { missing: 0, outdated: 0, surplus: 0, wrong: 0 }

  it('refuses to be verified before it is there', async () => {
    const { engine } = make(smallLibrary())
    await expect(engine.verify(false)).rejects.toMatchObject({ code: 'not_available' })
  })

  it('is mended where articles are missing or gone', async () => {
    const library = smallLibrary()
    const { engine } = make(library)
    await engine.start()
    // Changes that nobody has told of.
    library.documents.set('new' as ArticleId, makeDocument('new', { title: 'Jembatan baru' }))
    library.documents.delete('rice' as ArticleId)
    expect(await engine.verify(false)).toMatchObject({ ...whole, missing: 1, surplus: 1 })
    expect(await engine.verify(true)).toMatchObject({ articles: 3, indexed: 3, ...whole })
    expect(idsOf(await ask(engine, 'jembatan'))).toEqual(['new'])
    expect(idsOf(await ask(engine, 'beras'))).toEqual([])
  })

  it('is built anew where it has the wrong words', async () => {
    const library = smallLibrary()
    const { engine, statuses } = make(library)
    await engine.start()
    library.documents.set('rice' as ArticleId, makeDocument('rice', { title: 'Harga gula turun' }))
    expect(await engine.verify(false)).toMatchObject({ ...whole, wrong: 1 })
    const before = statuses.length
    expect(await engine.verify(true)).toMatchObject(whole)
    expect(statuses.slice(before).map(({ state }) => state)).toContain('building')
    expect(idsOf(await ask(engine, 'gula'))).toEqual(['rice'])
  })

  it('answers questions while it is being built anew', async () => {
    const { engine } = make(smallLibrary())
    await engine.start()
    const rebuilt = engine.rebuild()
    const { hits, isPartial } = await ask(engine, 'senjata')
    expect([hits.map(({ articleId }) => articleId), isPartial]).toEqual([['war'], true])
    await rebuilt
    expect((await ask(engine, 'senjata')).isPartial).toBe(false)
  })
})
