// Owns watched folders: notices new files in them, has them imported, and remembers which. Moves and changes no file.
import { watch, type FSWatcher } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type { WatchedFolder } from '@shared/model/importing'
import { collectFiles } from '../../importing/importing'
import type { Library } from '../../library/library'
import type { WatchedFile } from '../../library/watchedFiles'
import type { ImportQueue } from './importQueue'

/** Watches folders. */
export interface FolderWatch {
  readonly list: () => Promise<WatchedFolder[]>
  /** Watches a folder from now on; what lies in it already is imported too. */
  readonly add: (path: string) => void
  readonly remove: (path: string) => void
  /** Begins to watch what the settings name. */
  readonly start: () => void
  readonly dispose: () => void
}

/** What watching needs. */
export interface FolderWatchDependencies {
  readonly library: Library
  readonly imports: Pick<ImportQueue, 'enqueue' | 'waitFor'>
  readonly now: () => number
  readonly log: (message: string, error?: unknown) => void
}

/** After a change in a folder so long nothing must happen: a file that is being copied is not read half. In milliseconds. */
const quietMs = 1_500
/** Where the system tells nothing of changes (network drives), a folder is looked at so often. In milliseconds. */
const pollMs = 60_000

/** So many files are remembered at once; others get their turn in between. */
const rememberedAtOnce = 500

interface Watched {
  readonly watcher: FSWatcher | null
  timer: NodeJS.Timeout | undefined
}

/** Makes the watch; nothing is watched before `start`. */
export function createFolderWatch({ library, imports, now, log }: FolderWatchDependencies): FolderWatch {
  const watched = new Map<string, Watched>()
  let looking: Promise<void> = Promise.resolve()
  let poll: NodeJS.Timeout | undefined

  const look = async (folder: string): Promise<void> => {
    const controller = new AbortController()
    const unseen: WatchedFile[] = []
    for await (const found of collectFiles([folder], { signal: controller.signal })) {
      if (!watched.has(folder)) controller.abort()
      if (found.kind !== 'file') continue
      const stats = await stat(found.path).catch(() => null)
      if (!stats) continue
      const file = { path: found.path, sizeBytes: stats.size, modifiedAt: Math.trunc(stats.mtimeMs) }
      unseen.push(...library.watchedFiles.unseen([file]))
    }
    if (controller.signal.aborted) return
    const finished = unseen.filter(file => file.modifiedAt <= now() - quietMs || file.modifiedAt > now())
    if (finished.length < unseen.length) lookSoon(folder)
    if (finished.length === 0) return
    const items = finished.map(({ path }) => ({ kind: 'path', path }) as const)
    const { state } = await imports.waitFor(imports.enqueue({ kind: 'items', items }))
    // A cancelled import may be asked for again by hand; one that the program's end broke off goes on by itself.
    if (state === 'interrupted') return
    for (let index = 0; index < finished.length; index += rememberedAtOnce) {
      library.watchedFiles.remember(finished.slice(index, index + rememberedAtOnce))
      await setImmediate()
    }
  }
  const lookInTurn = (folder: string): void => {
    looking = looking
      .then(() => (watched.has(folder) ? look(folder) : undefined))
      .catch((error: unknown) => log('A watched folder could not be read', error))
  }
  const lookSoon = (folder: string): void => {
    const entry = watched.get(folder)
    if (!entry) return
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => lookInTurn(folder), quietMs)
    entry.timer.unref()
  }
  const begin = (folder: string): void => {
    if (watched.has(folder)) return
    let watcher: FSWatcher | null = null
    try {
      watcher = watch(folder, { recursive: true, persistent: false }, () => lookSoon(folder))
      watcher.on('error', error => log('A watched folder tells nothing of changes any more', error))
    } catch (error) {
      log('A watched folder cannot be watched, so it is looked at now and then', error)
    }
    watched.set(folder, { watcher, timer: undefined })
    lookInTurn(folder)
  }
  const end = (folder: string): void => {
    const entry = watched.get(folder)
    watched.delete(folder)
    clearTimeout(entry?.timer)
    entry?.watcher?.close()
  }

  return {
    list: () =>
      Promise.all(
        library.settings.get().watchedFolders.map(async path => ({
          path,
          isThere: await stat(path).then(
            stats => stats.isDirectory(),
            () => false
          )
        }))
      ),
    add: path => {
      const { watchedFolders } = library.settings.get()
      if (!watchedFolders.includes(path)) library.settings.change({ watchedFolders: [...watchedFolders, path] })
      begin(path)
    },
    remove: path => {
      const { watchedFolders } = library.settings.get()
      library.settings.change({ watchedFolders: watchedFolders.filter(folder => folder !== path) })
      end(path)
    },
    start: () => {
      for (const folder of library.settings.get().watchedFolders) begin(folder)
      poll = setInterval(() => {
        for (const folder of watched.keys()) lookInTurn(folder)
      }, pollMs)
      poll.unref()
    },
    dispose: () => {
      clearInterval(poll)
      for (const folder of watched.keys()) end(folder)
    }
  }
}
