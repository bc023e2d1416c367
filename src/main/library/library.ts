// Owns a data folder: opens its database and store and puts the repositories together. Holds no logic of theirs.
import { join } from 'node:path'
import { createActionRepository, type ActionRepository } from './actions'
import { createAnnotationRepository } from './annotations'
import { createArticleContents } from './articleContent'
import { createArticleRepository, type ArticleRepository } from './articles'
import { createLibraryChanges, type LibraryChanges } from './changes'
import { openDatabase } from './database'
import { createFileLedger, type FileLedger } from './fileLedger'
import { createImportRepository, type ImportRepository } from './imports'
import { createArticleWriter, type ArticleWriter } from './insertArticle'
import { createArticleLists, type ArticleLists } from './lists'
import { createArticleMatches, type ArticleMatches } from './matches'
import { createOriginalsStore, type OriginalsStore } from './originals'
import { createSavedSearches, type SavedSearchRepository } from './savedSearches'
import { createSearchFeed, type SearchFeed } from './searchFeed'
import { createSearchHistory, type SearchHistory } from './searchHistory'
import { createSettingsRepository, type SettingsRepository } from './settings'
import { createTagRepository } from './tags'
import { createVersionRepository, type VersionRepository } from './versions'
import { createWatchedFiles, type WatchedFiles } from './watchedFiles'

/** What opening a library needs. */
export interface LibraryOptions {
  /** The data folder; made when it does not exist. */
  readonly folder: string
  /** The time in milliseconds since 1970. */
  readonly now: () => number
}

/** An open library. */
export interface Library {
  readonly folder: string
  readonly articles: ArticleRepository
  /** Writes articles that come in. Every call belongs inside a transaction. */
  readonly writer: ArticleWriter
  readonly matches: ArticleMatches
  readonly versions: VersionRepository
  readonly watchedFiles: WatchedFiles
  readonly lists: ArticleLists
  readonly actions: ActionRepository
  readonly imports: ImportRepository
  readonly settings: SettingsRepository
  readonly savedSearches: SavedSearchRepository
  readonly searchHistory: SearchHistory
  readonly searchFeed: SearchFeed
  readonly originals: OriginalsStore
  readonly files: FileLedger
  /**
   * Runs `work` while no other such work of this library object stores or removes originals, for files that are not noted in the
   * ledger before they are stored. Imports note theirs, and need no turn.
   */
  readonly withOriginals: <Result>(work: () => Promise<Result>) => Promise<Result>
  readonly changes: LibraryChanges
  /** Runs `work` in one transaction that writes; nothing of it lasts when it throws. */
  readonly transact: <Result>(work: () => Result) => Result
  /**
   * Like `transact`, for what may be forgotten in a power cut, though not in a crash: it does not wait for the disk. What
   * `transact` writes afterwards takes it along.
   */
  readonly note: <Result>(work: () => Result) => Result
  /** A number that grows whenever another program has written to the library. Source: SQLite's `PRAGMA data_version`. */
  readonly externalVersion: () => number
  /** Writes everything down and closes; the library must not be used afterwards. */
  readonly close: () => void
}

/** Opens the library of a data folder. @throws AppError as `openDatabase` says. */
export function openLibrary({ folder, now }: LibraryOptions): Library {
  const database = openDatabase({ file: join(folder, 'library.db'), backupsFolder: join(folder, 'backups') })
  const changes = createLibraryChanges()
  const tags = createTagRepository(database)
  const contents = createArticleContents(database)
  const annotations = createAnnotationRepository(database, now)
  const versions = createVersionRepository(database, contents, annotations)
  return {
    folder,
    articles: createArticleRepository(database, tags, annotations),
    writer: createArticleWriter({ database, tags, contents, versions, annotations }),
    matches: createArticleMatches(database),
    versions,
    watchedFiles: createWatchedFiles(database),
    lists: createArticleLists(database, tags),
    actions: createActionRepository({ database, tags, versions, changes, now }),
    imports: createImportRepository(database, now),
    settings: createSettingsRepository(database),
    savedSearches: createSavedSearches(database, now),
    searchHistory: createSearchHistory(database, now),
    searchFeed: createSearchFeed(database, tags),
    originals: createOriginalsStore(join(folder, 'originals')),
    files: createFileLedger(database),
    withOriginals: createMutex(),
    changes,
    transact: work => database.transaction(work).immediate(),
    note: work => {
      database.pragma('synchronous = NORMAL')
      try {
        return database.transaction(work).immediate()
      } finally {
        database.pragma('synchronous = FULL')
      }
    },
    externalVersion: () => Number(database.pragma('data_version', { simple: true })),
    close: () => {
      database.pragma('optimize')
      database.close()
    }
  }
}

function createMutex(): Library['withOriginals'] {
  let tail: Promise<unknown> = Promise.resolve()
  return work => {
    const result = tail.then(work)
    tail = result.catch(() => undefined)
    return result
  }
}
