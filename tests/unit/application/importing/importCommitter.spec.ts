import { describe, expect, it } from 'vitest'
import { createImportCommitter } from '../../../../src/main/application/importing/importCommitter'
import { keptFile } from '../../../../src/main/application/importing/readSource'
import { parseArticle } from '../../../../src/main/importing/pipeline'
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
})
