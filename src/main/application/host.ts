// Owns what the use cases may ask of a shell. Holds no code: each shell brings its own.
import type { AppError } from '@shared/errors'
import type { Environment } from '@shared/model/app'

/** What a shell offers the use cases. Everything that a host cannot do fails with AppError `not_available`. */
export interface Host {
  readonly kind: Environment['host']
  readonly version: string
  /** The desktop's language, BCP 47. */
  readonly systemLocale: () => string
  readonly canRevealFiles: boolean
  readonly hasFileDialogs: boolean
  /** Hands an address to the person's browser. The address has passed `toExternalAddress`. */
  readonly openExternal: (address: string) => Promise<void>
  /** Shows a file in the desktop's file manager. */
  readonly revealFile: (path: string) => Promise<void>
  readonly openFolder: (path: string) => Promise<void>
  /** Shows the open dialog; an empty list where the person cancelled. */
  readonly pickPaths: (kind: 'files' | 'folder') => Promise<readonly string[]>
  /** Asks where to save a text and saves it there; gives the path, or null where the person cancelled. */
  readonly saveText: (fileName: string, text: string) => Promise<string | null>
  /** Shows how far an import is on the task bar: 0 to 1, or null for none. */
  readonly showProgress: (fraction: number | null) => void
  /** The paths of an upload, the folder to remove afterwards, and what did not arrive; browser mode only. */
  readonly takeUpload: (uploadId: string) =>
    | {
        readonly paths: readonly string[]
        readonly folder: string
        readonly failures: readonly { readonly displayPath: string; readonly error: AppError }[]
      }
    | undefined
  /** The sample article's file in the interface's language. */
  readonly samplePath: (language: string) => string
}
