// Owns what the program and the thread of its imports say to each other. Types only.
import type { ImportId } from '@shared/model/common'
import type { LibraryChange } from '../../library/changes'
import type { ImportOrder } from './importOrder'
import type { Committed } from './pendingArticle'

/** What the thread is started with. */
export interface ImportThreadSettings {
  /** The data folder. */
  readonly folder: string
  /** The bundled worker of the parser. */
  readonly parserFile: string
}

/** An import to run. */
export interface ImportRun {
  readonly importId: ImportId
  readonly order: ImportOrder
  /** What becomes of a file that holds several articles. */
  readonly books: 'whole' | 'chapters'
  /** The sample's file in the interface's language. */
  readonly samplePath: string
}

/** What the thread is told. One import runs at a time. */
export type MessageToImports =
  | { readonly kind: 'run'; readonly run: ImportRun }
  /** Breaks the import off: for good, or so that the next start goes on with it. */
  | { readonly kind: 'abort'; readonly isEndOfProgram: boolean }
  /** Closes the library and ends the thread. */
  | { readonly kind: 'close' }

/** What the thread tells. */
export type MessageFromImports =
  | { readonly kind: 'progressed'; readonly found: number; readonly currentPath: string | null }
  | { readonly kind: 'changed'; readonly change: LibraryChange }
  | { readonly kind: 'committed'; readonly committed: readonly Committed[] }
  | { readonly kind: 'log'; readonly message: string; readonly detail: string | null }
  /** `failure` is null where the import ran to its end. */
  | { readonly kind: 'ended'; readonly failure: string | null }
