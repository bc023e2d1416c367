// Owns the host of shells without a desktop window: whatever needs one is refused with the same words everywhere.
import { join } from 'node:path'
import { AppError } from '@shared/errors'
import type { Host } from './host'

/** What a shell without a window still knows. */
export interface LimitedHostOptions {
  readonly kind: Host['kind']
  readonly version: string
  /** The folder that holds the samples. */
  readonly resourcesFolder: string
  /** Why something is refused: one sentence for a person. */
  readonly refusal: string
  readonly openExternal?: Host['openExternal']
  readonly takeUpload?: Host['takeUpload']
}

/** Makes a host that shows no dialog and no file. */
export function createLimitedHost(options: LimitedHostOptions): Host {
  const { kind, version, resourcesFolder, refusal } = options
  const refuse = (): Promise<never> => Promise.reject(new AppError('not_available', refusal))
  return {
    kind,
    version,
    systemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    canRevealFiles: false,
    hasFileDialogs: false,
    openExternal: options.openExternal ?? refuse,
    revealFile: refuse,
    openFolder: refuse,
    pickPaths: refuse,
    saveText: refuse,
    showProgress: () => undefined,
    takeUpload: options.takeUpload ?? (() => undefined),
    samplePath: language => join(resourcesFolder, 'sample', `${language}.txt`)
  }
}
