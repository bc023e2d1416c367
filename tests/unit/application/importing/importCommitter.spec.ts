import { describe, expect, it } from 'vitest'
import { commitBatch, storeBatch } from '../../../../src/main/application/importing/commitBatch'
import { createImportCommitter } from '../../../../src/main/application/importing/importCommitter'
import { keptFile } from '../../../../src/main/application/importing/readSource'
import { parseArticle } from '../../../../src/main/importing/pipeline'
import { removeDiscarded } from '../../../../src/main/application/removeDiscarded'
import { openTestLibrary } from '../../support/testLibrary'

async function parsed(position: number) {
  const displayPath = `artikel-${position}.txt`
  const content = `Kabar nomor ${position} dari desa\n\nWarga desa nomor ${position} memperbaiki jembatan bambu.\n`
  const original = keptFile(displayPath, new TextEncoder().encode(content), null)
  const article = await parseArticle({ fileName: displayPath, path: null, bytes: original.bytes })
  return { position, displayPath, retryPath: null, original, part: '', article, parseOptions: {}, record: null }
}

describe('the committer of an import', () => {
  it('lets one article that cannot be stored fail by itself, and leaves no file of it', async () => {
    const { library } = openTestLibrary()
    const importId = library.imports.begin(null)
    const committer = createImportCommitter({ library, importId, now: Date.now, onCommitted: () => undefined })
    const articles = await Promise.all([0, 1, 2].map(parsed))
    for (const each of articles) {
      const { article, position } = each
      await committer.addParsed({ ...each, article: { ...article, wordCount: position === 1 ? -1 : 7 } })
    }
    await committer.flush()
    expect(library.imports.listEntries(importId, 0, 10).map(({ path, outcome }) => [path, outcome])).toEqual([
      ['artikel-0.txt', 'imported'],
      ['artikel-1.txt', 'failed'],
      ['artikel-2.txt', 'imported']
    ])
    expect(library.files.listDiscarded()).toEqual([{ sha256: articles[1]?.original.sha256, extension: '.txt' }])
  })

  it('has a file again that was removed between its storing and its article', async () => {
    const { library } = openTestLibrary()
    const importId = library.imports.begin(null)
    const dependencies = { library, importId, now: Date.now, onCommitted: () => undefined }
    const article = await parsed(0)
    const batch = [{ kind: 'parsed', parsed: article }] as const
    const stored = await storeBatch(batch, dependencies)
    // As an earlier batch with the same file does, which did not need it.
    library.transact(() => library.files.settle(importId, [article.original]))
    await removeDiscarded(library, () => undefined)
    await commitBatch(batch, stored, dependencies)
    const { sha256, extension, bytes } = article.original
    expect(Buffer.from(await library.originals.read(sha256, extension))).toEqual(Buffer.from(bytes))
  })
})
