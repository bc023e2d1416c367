// Owns what is asked of the disk. Most of it keeps whoever asks until the disk has answered, so that an import asks on a
// thread that may be kept.
import {
  closeSync,
  existsSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
  type PathLike
} from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import SqliteDatabase from 'better-sqlite3'

const sync = promisify(fsync)

/** A file to write whole or not at all. */
export interface WholeFile {
  readonly path: string
  /** The name under which it is written first, in a folder of the same disk. */
  readonly partial: string
  readonly bytes: Uint8Array
  /** True where a file of that path may be there already, which is then left alone. */
  readonly mayBeThere: boolean
}

/** What a disk can be asked for, by name, each with its one argument. */
export const diskWork = {
  /** Writes files, waits until all are on disk, and only then gives them their own names. Folders are made as needed. */
  writeFiles: async (files: readonly WholeFile[]): Promise<void> => {
    const wanted = files.filter(({ path, mayBeThere }) => !mayBeThere || !existsSync(path))
    const open = new Map<WholeFile, number>()
    try {
      for (const file of wanted) open.set(file, writeOpen(file))
      // Waiting for all at once lets the file system write its journal once for many of them.
      await waitForAll([...open.values()].map(descriptor => sync(descriptor)))
      closeAll(open)
      for (const { partial, path } of wanted) withFolder(path, () => renameSync(partial, path))
    } catch (error) {
      closeAll(open)
      for (const { partial } of wanted) removeQuietly(partial)
      throw error
    }
  },

  /** Waits until the names in folders are on disk. */
  syncFolders: (folders: readonly string[]): void => {
    // Windows cannot open a folder for syncing; its file system journals the rename by itself.
    if (process.platform !== 'win32') for (const folder of folders) syncPath(folder, 'r')
  },

  /** Waits until a database's newest transactions are on disk, also those that were not waited for. */
  syncDatabase: (file: string): void => {
    try {
      syncPath(`${file}-wal`, 'r+')
    } catch (error) {
      // Without a log there is nothing that the database itself does not have, and it is synced before its log goes.
      if (!isMissing(error)) throw error
    }
  },

  /** Moves a database's log into the database, as far as no reader is in the way. */
  checkpoint: (file: string): void => {
    const database = new SqliteDatabase(file, { fileMustExist: true })
    try {
      database.pragma('wal_checkpoint(PASSIVE)')
    } finally {
      database.close()
    }
  }
} as const satisfies Record<string, (argument: never) => void | Promise<void>>

/** The name of what a disk can be asked for. */
export type DiskWorkName = keyof typeof diskWork

/** Resolves when all have ended, also where one of them fails. */
async function waitForAll(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

function writeOpen({ partial, bytes }: WholeFile): number {
  const descriptor = withFolder(partial, () => openSync(partial, 'w'))
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset)
    return descriptor
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

/** Closes each once, whatever happened in between. */
function closeAll(open: Map<WholeFile, number>): void {
  const descriptors = [...open.values()]
  open.clear()
  for (const descriptor of descriptors) closeSync(descriptor)
}

/** Removes a file; where that fails, what went wrong before it is what must be heard of. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Whoever removes an original removes what is left of it under this name too.
  }
}

/** Does something with a path; makes its folder and tries again where there is none. */
function withFolder<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!isMissing(error)) throw error
    mkdirSync(dirname(path), { recursive: true })
    return work()
  }
}

function syncPath(path: PathLike, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
