import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { SearchDocument } from '@shared/model/searchDocument'
import { snapshotFileName } from '../../../src/main/search/index/snapshot'
import type { SearchEngine } from '../../../src/main/search/searchEngine'
import { createSearchService } from '../../../src/main/search/worker/searchService'
import { makeDocument, makeEngine, makeFolder, makeLibrary } from './libraryFixture'

const engines: SearchEngine[] = []
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.dispose()
})

const documents: readonly SearchDocument[] = [
  makeDocument('war', { body: 'Rusia menyerang Ukraina' }),
  makeDocument('rice', { body: 'Harga beras naik' })
]
const start = (folder: string) => {
  const made = makeEngine(makeLibrary([...documents]), folder)
  engines.push(made.engine)
  return made
}

/** A folder with a snapshot whose postings, which are read late and lie at the end, have a wrong byte. */
async function makeDamaged(): Promise<string> {
  const folder = makeFolder()
  const { engine } = start(folder)
  await engine.start()
  await engine.flush()
  await engine.dispose()
  const file = join(folder, snapshotFileName)
  const bytes = readFileSync(file)
  // The file ends with up to seven zeros after the postings.
  const last = bytes.findLastIndex(byte => byte !== 0)
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last)
  writeFileSync(file, bytes)
  return folder
}

describe('a snapshot whose postings are damaged', () => {
  it('is found out after the start without a question, and the index is built again', async () => {
    const { engine, messages } = start(await makeDamaged())
    await engine.start()
    const result = await engine.query({ query: 'rusia', isTyping: false, offset: 0, limit: 20 })
    expect([result.total, messages]).toEqual([
      1,
      ['The search snapshot is damaged in its records; the index is built again']
    ])
  })

  it('gives a question nothing rather than something wrong, and its articles are missing from then on', async () => {
    const service = createSearchService({
      folder: await makeDamaged(),
      loadDocuments: ids => Promise.resolve(documents.filter(({ articleId }) => ids.includes(articleId))),
      pause: () => Promise.resolve(),
      log: () => undefined,
      now: Date.now
    })
    await service.load(null)
    const answer = await service.query({ query: 'rusia', isTyping: false, offset: 0, limit: 20 })
    const missing = await service.compare(documents.map(({ articleId, revision }) => ({ articleId, revision })))
    expect([answer.total, missing, await service.settle(null)]).toEqual([
      0,
      ['war', 'rice'],
      'is damaged in its records'
    ])
  })
})
