// Owns the wiring of library, importing and search into one program without a window. Decides nothing itself.
import { join } from 'node:path'
import type { EmitEvent, RequestHandlers } from '@shared/ipc/contract'
import type { Environment } from '@shared/model/app'
import { createParserPool } from '../importing/importing'
import { toLibraryChanged } from '../library/changes'
import { openLibrary, type Library } from '../library/library'
import { createSearchEngine, type SearchEngine } from '../search/searchEngine'
import { createAppHandlers } from './appHandlers'
import type { Host } from './host'
import { createImportQueue, type ImportQueue } from './importing/importQueue'
import { createImportRunner } from './importing/importRunner'
import { createImportingHandlers } from './importingHandlers'
import { createLibraryHandlers, emptyOldTrash } from './libraryHandlers'
import { removeLeftFolders } from './importing/temporaryFolders'
import { createFolderWatch } from './importing/watchFolders'
import { adoptLeftFiles, resumeImports } from './recoverImports'
import { createSavedSearchHandlers } from './savedSearchHandlers'
import { createSearchHandlers, followLibrary } from './searchHandlers'
import { createSettingsHandlers, interfaceLanguage } from './settingsHandlers'
import { watchExternalChanges } from './watchExternalChanges'

/** What the application needs. */
export interface ApplicationDependencies {
  /** The data folder; made when it does not exist. */
  readonly folder: string
  /** The bundled files of the worker threads. */
  readonly workers: { readonly imports: string; readonly importing: string; readonly search: string }
  readonly host: Host
  readonly emit: EmitEvent
  /** The time in milliseconds since 1970. */
  readonly now: () => number
  /** Writes to the local log. Never gets article text. */
  readonly log: (message: string, error?: unknown) => void
}

/** A running application. */
export interface Application {
  readonly handlers: RequestHandlers
  readonly library: Library
  readonly imports: ImportQueue
  readonly search: SearchEngine
  /** The language of the interface as it stands. */
  readonly language: () => 'en' | 'id'
  /**
   * Begins the work in the background: the index, what a crash left over, old trash. Resolves when search is complete;
   * everything else works before that.
   */
  readonly start: () => Promise<void>
  /** Ends imports, writes the index down and closes the library. */
  readonly dispose: () => Promise<void>
}

/** Opens the library and puts the use cases together. @throws AppError as `openLibrary` says. */
export function createApplication(dependencies: ApplicationDependencies): Application {
  const { folder, workers, host, emit, now, log } = dependencies
  const library = openLibrary({ folder, now })
  // Before anything of this process runs: what is marked as running now belongs to a process that has ended.
  const interrupted = library.imports.markInterrupted(isProcessAlive)
  let recovery: Environment['recovery'] = interrupted > 0 ? { kind: 'interrupted_import', done: 0 } : null
  let starting: Promise<void> = Promise.resolve()

  const parser = createParserPool({ workerFile: workers.importing, log })
  const search = createSearchEngine({
    workerFile: workers.search,
    folder: join(folder, 'search'),
    listRevisions: library.searchFeed.listRevisions,
    loadDocuments: library.searchFeed.loadDocuments,
    loadFacts: library.searchFeed.loadFacts,
    onStatus: status => emit('search:statusChanged', status),
    log
  })
  const language = (): 'en' | 'id' => interfaceLanguage(library.settings.get(), host.systemLocale())
  const books = (): 'whole' | 'chapters' => library.settings.get().books
  const runner = createImportRunner({
    workerFile: workers.imports,
    parserFile: workers.importing,
    folder,
    onChange: library.changes.announce,
    log
  })
  const imports = createImportQueue({ library, runner, host, language, books, emit, now, log })
  const folders = createFolderWatch({ library, imports, now, log })

  const stops = [
    library.changes.listen(change => emit('library:changed', toLibraryChanged(change))),
    followLibrary(library, search, log),
    watchExternalChanges({ library, now, isImporting: () => imports.progress() !== null })
  ]

  let isDisposed = false
  const tidy = async (): Promise<void> => {
    try {
      await emptyOldTrash(library, now(), log)
    } catch (error) {
      log('Trash could not be emptied', error)
    }
  }
  const begin = async (): Promise<void> => {
    // The index loads beside the rest: neither waits for the other.
    const searching = search.start()
    // Whoever waits for the start hears of a failure below; until then it must not count as unheard.
    searching.catch(() => undefined)
    try {
      const resumed = resumeImports(library, imports)
      recovery = resumed.recovery ?? recovery
      await removeLeftFolders(folder, isProcessAlive)
      await resumed.ended
      const adopted = isDisposed ? 0 : await adoptLeftFiles(library, imports)
      if (adopted > 0) recovery = { kind: 'adopted_originals', done: adopted }
    } catch (error) {
      log('What an interrupted import left could not be taken in', error)
    }
    if (!isDisposed) await tidy()
    if (!isDisposed) stops.push(everyDay(tidy))
    if (!isDisposed) folders.start()
    await searching
  }

  return {
    library,
    imports,
    search,
    language,
    handlers: {
      ...createAppHandlers({ library, host, recovery: () => recovery, log }),
      ...createLibraryHandlers(library, log),
      ...createImportingHandlers({ library, queue: imports, parser, host, folders, now }),
      ...createSearchHandlers(library, search, log),
      ...createSavedSearchHandlers(library, search, emit),
      ...createSettingsHandlers(library, emit)
    },
    start: () => {
      starting = begin()
      return starting
    },
    dispose: async () => {
      for (const stop of stops) stop()
      isDisposed = true
      folders.dispose()
      await imports.dispose()
      await parser.dispose()
      await search.dispose()
      await starting.catch(() => undefined)
      library.close()
    }
  }
}

/** Repeats work daily in a program that is left open; gives the function that stops it. */
function everyDay(work: () => unknown): () => void {
  const timer = setInterval(work, 24 * 60 * 60 * 1000)
  timer.unref()
  return () => clearInterval(timer)
}

/** Whether a process of this number runs on this machine. */
function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
