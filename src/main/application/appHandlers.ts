// Owns the use cases that concern the program itself: its host, outside addresses, files shown in the desktop.
import { AppError } from '@shared/errors'
import type { RequestHandlers } from '@shared/ipc/contract'
import type { Environment } from '@shared/model/app'
import type { Library } from '../library/library'
import { toExternalAddress } from '../policy/addresses'
import type { Host } from './host'

/** The requests of this area. */
export type AppHandlers = Pick<RequestHandlers, Extract<keyof RequestHandlers, `app:${string}`>>

/** What the handlers need. */
export interface AppHandlerDependencies {
  readonly library: Library
  readonly host: Host
  /** What the library had to mend when it opened. */
  readonly recovery: () => Environment['recovery']
  readonly log: (message: string, error?: unknown) => void
}

/** Makes the handlers. */
export function createAppHandlers({ library, host, recovery, log }: AppHandlerDependencies): AppHandlers {
  return {
    'app:getEnvironment': () => ({
      host: host.kind,
      platform: platformOf(process.platform),
      version: host.version,
      systemLocale: host.systemLocale(),
      dataFolder: library.folder,
      canRevealFiles: host.canRevealFiles,
      hasFileDialogs: host.hasFileDialogs,
      recovery: recovery(),
      articleCount: library.lists.counts().all
    }),
    'app:openExternal': async ({ url }) => {
      const address = toExternalAddress(url)
      if (address === undefined) throw new AppError('url_refused', 'Only web and mail addresses can be opened')
      await host.openExternal(address)
      return null
    },
    'app:revealOriginal': async ({ articleId }) => {
      const { sha256, extension } = library.articles.getOriginal(articleId)
      await library.originals.read(sha256, extension)
      await host.revealFile(library.originals.pathOf(sha256, extension))
      return null
    },
    'app:openDataFolder': async () => {
      await host.openFolder(library.folder)
      return null
    },
    'app:reportProblem': ({ message }) => {
      log(`The window reported: ${message}`)
      return null
    }
  }
}

function platformOf(platform: NodeJS.Platform): Environment['platform'] {
  if (platform === 'darwin') return 'mac'
  return platform === 'win32' ? 'windows' : 'linux'
}
