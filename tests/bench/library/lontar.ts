// Owns Lontar's side of the library benchmark: the whole application with its workers, as every shell runs it.
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { ArticleId } from '@shared/model/common'
import { createApplication, type Application } from '../../../src/main/application/createApplication'
import { createLimitedHost } from '../../../src/main/application/limitedHost'
import { rateSince, spreadOf, watchCosts, watchMainThread, type LibraryCost } from './measure'

const pageSize = 100

/** The whole application over a library in `folder`, without a window. */
export function openApplication(folder: string): Application {
  const host = createLimitedHost({ kind: 'browser', version: '0', resourcesFolder: 'resources', refusal: 'no' })
  return createApplication({
    folder,
    workers: {
      importing: join(import.meta.dirname, 'importWorker.js'),
      search: join(import.meta.dirname, 'searchWorker.js'),
      imports: join(import.meta.dirname, 'importThread.js')
    },
    host,
    emit: () => undefined,
    now: Date.now,
    log: (message, error) => console.error(message, error ?? '')
  })
}

/** Imports a folder of files into a new library, then lists and opens. */
export async function measureLontar(files: string, folder: string): Promise<Omit<LibraryCost, 'startMs'>> {
  const application = openApplication(folder)
  await application.start()
  const stopWatching = watchMainThread()
  const stopCounting = watchCosts()
  const begin = performance.now()
  const items = [{ kind: 'path', path: files } as const]
  const { totals } = await application.imports.waitFor(application.imports.enqueue({ kind: 'items', items }))
  const storedPerSecond = rateSince(begin, totals.imported)
  while (application.search.status().indexed < totals.imported) await new Promise(resolve => setTimeout(resolve, 5))
  const searchablePerSecond = rateSince(begin, totals.imported)
  const longestWaitMs = stopWatching()
  const costs = stopCounting(totals.imported)

  const { lists, articles } = application.library
  const ids: ArticleId[] = []
  for (let offset = 0; offset < totals.imported; offset += 500) {
    ids.push(...lists.page({ kind: 'all' }, 'imported', offset, 500).articles.map(article => article.id))
  }
  const last = totals.imported - pageSize
  const cost = {
    storedPerSecond,
    searchablePerSecond,
    longestWaitMs,
    ...costs,
    firstPage: spreadOf(() => lists.page({ kind: 'inbox' }, 'imported', 0, pageSize)),
    lastPage: spreadOf(() => lists.page({ kind: 'inbox' }, 'imported', last, pageSize)),
    open: spreadOf(turn => articles.get(ids[(turn * 7919) % ids.length] as ArticleId))
  }
  await application.dispose()
  return cost
}

/** Opens the library and reads the first page, as a window does before it shows anything. */
export async function startLontar(folder: string): Promise<void> {
  const application = openApplication(folder)
  const page = application.library.lists.page({ kind: 'inbox' }, 'imported', 0, pageSize)
  if (page.articles.length !== pageSize) throw new Error('The first page is not full')
  // The measurement ends here: what a window does next goes on behind its list.
  process.exit(0)
}
