// Owns the use cases of importing: beginning, watching, cancelling, receipts, undoing, reading again. Reads no file itself.
import { AppError } from '@shared/errors'
import type { RequestHandlers } from '@shared/ipc/contract'
import { selectableEncodings, type ParserPool } from '../importing/importing'
import type { Library } from '../library/library'
import type { Host } from './host'
import { takeItems } from './importing/importOrder'
import type { ImportQueue } from './importing/importQueue'
import { previewOriginal, readAgain } from './importing/readAgain'
import { receiptCsv } from './importing/receiptCsv'
import type { FolderWatch } from './importing/watchFolders'

/** The requests of this area. */
export type ImportingHandlers = Pick<RequestHandlers, Extract<keyof RequestHandlers, `importing:${string}`>>

/** What the handlers need. */
export interface ImportingHandlerDependencies {
  readonly library: Library
  readonly queue: ImportQueue
  readonly parser: ParserPool
  readonly host: Host
  readonly folders: FolderWatch
  /** The time in milliseconds since 1970. */
  readonly now: () => number
}

/** Makes the handlers. */
export function createImportingHandlers(dependencies: ImportingHandlerDependencies): ImportingHandlers {
  const { library, queue, host, folders } = dependencies
  const enqueuePaths = (paths: readonly string[]) =>
    queue.enqueue({ kind: 'items', items: paths.map(path => ({ kind: 'path', path }) as const) })

  return {
    'importing:pickFiles': async ({ kind }) => {
      const paths = await host.pickPaths(kind)
      return { importId: paths.length === 0 ? null : enqueuePaths(paths) }
    },
    'importing:enqueue': ({ items }) => {
      // A page in browser mode may not name files of the machine: it uploads them.
      if (host.kind === 'browser' && items.some(item => item.kind === 'path')) {
        throw new AppError('not_available', 'Browser mode takes uploaded files, not paths')
      }
      return { importId: queue.enqueue({ kind: 'items', items: takeItems(items, host) }) }
    },
    'importing:cancel': ({ importId }) => {
      queue.cancel(importId)
      return null
    },
    'importing:getProgress': () => queue.progress(),
    'importing:listImports': ({ offset, limit }) => library.imports.list(offset, limit),
    'importing:getReceipt': ({ importId, outcome, offset, limit }) =>
      library.imports.getReceipt(importId, outcome, offset, limit),
    'importing:undoImport': ({ importId }) => {
      library.imports.getSummary(importId)
      return library.actions.undoImport(
        importId,
        library.imports.listChanges(importId),
        library.articles.idsOfImport(importId)
      )
    },
    'importing:retry': ({ importId, positions }) => {
      library.imports.getSummary(importId)
      const paths = [...new Set(library.imports.retryPaths(importId, positions))]
      if (paths.length === 0) throw new AppError('file_missing', 'None of these came from a file on this machine')
      return { importId: enqueuePaths(paths) }
    },
    'importing:revealFile': async ({ importId, position }) => {
      const [path] = library.imports.retryPaths(importId, [position])
      if (!path) throw new AppError('file_missing', 'This did not come from a file on this machine')
      await host.revealFile(path)
      return null
    },
    'importing:saveReceipt': async ({ importId }) => {
      const csv = await receiptCsv(library, importId)
      if (!host.hasFileDialogs) return { csv, path: null }
      return { csv: null, path: await host.saveText(`lontar-import-${importId}.csv`, csv) }
    },
    'importing:listEncodings': () => selectableEncodings.map(({ label, name, group }) => ({ label, name, group })),
    'importing:previewEncodings': ({ articleId, labels }) => previewOriginal(articleId, labels, dependencies),
    'importing:readAgain': ({ articleId, options }) => readAgain(articleId, options, dependencies),
    'importing:listWatchedFolders': () => folders.list(),
    'importing:watchFolder': async () => {
      const [path] = await host.pickPaths('folder')
      if (path) folders.add(path)
      return { path: path ?? null }
    },
    'importing:unwatchFolder': ({ path }) => {
      folders.remove(path)
      return null
    }
  }
}
