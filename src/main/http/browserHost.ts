// Owns what browser mode can do for the use cases: next to nothing that a page cannot do itself.
import { join } from 'node:path'
import { AppError } from '@shared/errors'
import type { Host } from '../application/host'
import type { Uploads } from './uploads'

/** What the host needs. */
export interface BrowserHostDependencies {
  readonly version: string
  readonly resourcesFolder: string
  readonly uploads: Uploads
}

/** Makes the host. Outside addresses are opened by the page itself, in a new tab, after the same question. */
export function createBrowserHost({ version, resourcesFolder, uploads }: BrowserHostDependencies): Host {
  const refuse = (): Promise<never> =>
    Promise.reject(new AppError('not_available', 'Browser mode cannot do this; the desktop app can'))
  return {
    kind: 'browser',
    version,
    systemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    canRevealFiles: false,
    hasFileDialogs: false,
    openExternal: refuse,
    revealFile: refuse,
    openFolder: refuse,
    pickPaths: refuse,
    showProgress: () => undefined,
    takeUpload: uploads.take,
    samplePath: language => join(resourcesFolder, 'sample', `${language}.txt`)
  }
}
