// Owns files that are written whole or not at all, many at a time, and that last. Keeps its thread while it makes them, not
// while the disk takes them.
import { closeSync, existsSync, fsync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

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

/**
 * Writes files, waits until all are on disk, and only then gives them their own names. Folders are made as needed. Where
 * one fails nothing is left of any, but those that were there.
 */
export async function writeFiles(files: readonly WholeFile[]): Promise<void> {
  const wanted = files.filter(({ path, mayBeThere }) => !mayBeThere || !existsSync(path))
  const open: number[] = []
  try {
    for (const file of wanted) open.push(writeOpen(file))
    // Waiting for all at once lets the file system write its journal once for many of them.
    await waitForAll(open.map(descriptor => sync(descriptor)))
    closeAll(open)
    for (const { partial, path } of wanted) withFolder(path, () => renameSync(partial, path))
  } catch (error) {
    closeAll(open)
    for (const { partial } of wanted) removeQuietly(partial)
    throw error
  }
}

/** Waits until the names in folders are on disk. */
export function syncFolders(folders: readonly string[]): void {
  // Windows cannot open a folder for syncing; its file system journals the rename by itself.
  if (process.platform === 'win32') return
  for (const folder of folders) {
    const descriptor = openSync(folder, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
}

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
function closeAll(descriptors: number[]): void {
  for (const descriptor of descriptors.splice(0)) closeSync(descriptor)
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
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    mkdirSync(dirname(path), { recursive: true })
    return work()
  }
}
