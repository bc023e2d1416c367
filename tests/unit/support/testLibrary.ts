// Owns real libraries for tests: a real database in a temporary folder, with a clock that the test sets.
import { createHash } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { ArticleId } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { temporaryFolder } from './temporaryFolder'

/** A clock that stands still until it is moved. */
export interface TestClock {
  now: number
}

/** A library in a folder of its own (or the given one), closed when the test ends. */
export function openTestLibrary(folder = temporaryFolder()): { library: Library; clock: TestClock; folder: string } {
  const clock: TestClock = { now: Date.UTC(2024, 0, 1) }
  const library = openLibrary({ folder, now: () => clock.now })
  let isClosed = false
  const close = library.close
  const closable: Library = {
    ...library,
    close: () => {
      isClosed = true
      close()
    }
  }
  onTestFinished(() => {
    if (!isClosed) close()
  })
  return { library: closable, clock, folder }
}

/** A parsed article with everything set; parts are replaced by `changes`. */
function parsedArticle(changes: Partial<ImportedArticle> = {}): ImportedArticle {
  const title = changes.title ?? 'Panen raya dimulai'
  return {
    format: 'text',
    title,
    deck: 'Petani turun ke sawah lebih awal.',
    byline: 'Sri',
    siteName: 'Warta Desa',
    sourceCredit: null,
    publishedAt: '2023-05-06',
    datelinePlace: null,
    language: 'id',
    direction: 'ltr',
    url: null,
    excerpt: 'Panen raya dimulai hari ini.',
    html: `<p>${title}: panen raya dimulai hari ini.</p>`,
    text: `${title}: panen raya dimulai hari ini.`,
    wordCount: 7,
    readingMinutes: 1,
    outline: [],
    relatedMentions: [],
    resources: [],
    tags: [],
    inferred: {},
    warnings: [],
    removed: { scripts: 0, frames: 0, forms: 0, remoteImages: 0, eventHandlers: 0, trackers: 0 },
    encoding: 'utf-8',
    ...changes
  }
}

/** Stores and inserts an article as an import would, and announces nothing. */
export function addArticle(
  library: Library,
  changes: Partial<ImportedArticle> = {},
  now = Date.UTC(2024, 0, 1)
): ArticleId {
  const parsed = parsedArticle(changes)
  const sha256 = createHash('sha256').update(JSON.stringify(parsed)).digest('hex')
  const importId = library.imports.begin(null)
  const articleId = library.transact(() =>
    library.writer.insert({
      parsed,
      original: { sha256, extension: '.txt', sizeBytes: 10 },
      resources: parsed.resources.map(resource => ({ sha256: resource.sha256, extension: '.png', sizeBytes: 1 })),
      part: '',
      parseOptions: {},
      record: null,
      fileName: 'berita.txt',
      sourcePath: null,
      importId,
      now
    })
  )
  library.imports.end(importId, 'finished')
  return articleId
}
