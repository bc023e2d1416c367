// Owns the few calls by which a file or a folder's names are made to last. An import makes several of them for each file, so
// they make no handle object, and only what waits for the disk is waited for.
import { access, close, closeSync, fsync, open, openSync, renameSync, write, writeSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'

const openFile = promisify(open)
const closeFile = promisify(close)
const syncFile = promisify(fsync)
const writeFile = promisify(write)

/** Writing so many bytes into the system's memory takes less time than handing them to another thread. */
const smallBytes = 64 * 1024

async function writeLarge(path: string, bytes: Uint8Array): Promise<number> {
  const descriptor = await openFile(path, 'w')
  try {
    for (let offset = 0; offset < bytes.length;) {
      offset += (await writeFile(descriptor, bytes, offset, bytes.length - offset)).bytesWritten
    }
    return descriptor
  } catch (error) {
    await closeFile(descriptor)
    throw error
  }
}

function writeSmall(path: string, bytes: Uint8Array): number {
  const descriptor = openSync(path, 'w')
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset)
    return descriptor
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

/** Writes a whole file under a first name, waits until it is on disk, and gives it its own; nothing is left where that fails. */
export async function writeSynced(partial: string, bytes: Uint8Array, path: string): Promise<void> {
  const isSmall = bytes.length <= smallBytes
  try {
    const descriptor = isSmall ? writeSmall(partial, bytes) : await writeLarge(partial, bytes)
    try {
      await syncFile(descriptor)
    } finally {
      if (isSmall) closeSync(descriptor)
      else await closeFile(descriptor)
    }
    if (isSmall) renameSync(partial, path)
    else await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** Waits until the names in a folder are on disk. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing; its file system journals the rename by itself.
  if (process.platform === 'win32') return
  const descriptor = await openFile(folder, 'r')
  try {
    await syncFile(descriptor)
  } finally {
    await closeFile(descriptor)
  }
}

/** Whether there is something at a path. */
export function isThere(path: string): Promise<boolean> {
  return new Promise(resolve => access(path, error => resolve(error === null)))
}
