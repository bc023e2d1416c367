// Owns the use cases of importing: beginning, watching, cancelling, receipts and undoing. Reads no file itself.
import { AppError } from '@shared/errors'
import type { RequestHandlers } from '@shared/ipc/contract'
import type { Library } from '../library/library'
import type { Host } from './host'
import type { ImportQueue } from './importing/importQueue'

/** The requests of this area. */
export type ImportingHandlers = Pick<RequestHandlers, Extract<keyof RequestHandlers, `importing:${string}`>>

/** Makes the handlers. */
export function createImportingHandlers(library: Library, queue: ImportQueue, host: Host): ImportingHandlers {
  return {
    'importing:pickFiles': async ({ kind }) => {
      const paths = await host.pickPaths(kind)
      if (paths.length === 0) return { importId: null }
      const items = paths.map(path => ({ kind: 'path', path }) as const)
      return { importId: queue.enqueue({ kind: 'items', items }) }
    },
    'importing:enqueue': ({ items }) => {
      // A page in browser mode may not name files of the machine: it uploads them.
      if (host.kind === 'browser' && items.some(item => item.kind === 'path')) {
        throw new AppError('not_available', 'Browser mode takes uploaded files, not paths')
      }
      return { importId: queue.enqueue({ kind: 'items', items }) }
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
      return library.actions.changeStates(
        library.articles.idsOfImport(importId),
        { isTrashed: true },
        { kind: 'undoImport' }
      )
    }
  }
}
