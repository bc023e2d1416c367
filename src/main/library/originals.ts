// Owns the imported bytes on disk: written whole or not at all, never changed, named by their SHA-256.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '@shared/errors'

/** An original to keep. */
export interface OriginalFile {
  /** Lower-case hexadecimal SHA-256 of `bytes`. */
  readonly sha256: string
  /** With its dot, lower case, `.bin` where there is none: see `originalExtension`. */
  readonly extension: string
  readonly bytes: Uint8Array
}

/** The store of originals. */
export interface OriginalsStore {
  readonly folder: string
  /** Writes, fsyncs and renames every file into place. One that is there already is left alone. @throws AppError `disk_full` | `storage_failed` */
  readonly store: (files: readonly OriginalFile[]) => Promise<void>
  /** The absolute path of an original, whether it is there or not. */
  readonly pathOf: (sha256: string, extension: string) => string
  /** Its bytes, checked against its name. @throws AppError `original_missing` | `original_damaged` */
  readonly read: (sha256: string, extension: string) => Promise<Uint8Array>
  /** Removes it, and what a crash left half written of it; quiet where it is gone already. */
  readonly remove: (sha256: string, extension: string) => Promise<void>
}

/** The extension under which an original is kept: the file's own in lower case, if it is a plain short one. */
export function originalExtension(fileName: string): string {
  const extension = extname(fileName).toLowerCase()
  return /^\.[a-z0-9]{1,10}$/.test(extension) ? extension : '.bin'
}

/** Makes the store of a folder such as `<data-dir>/originals`; the folder is made when first needed. */
export function createOriginalsStore(folder: string): OriginalsStore {
  const pathOf = (sha256: string, extension: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Not a SHA-256: ${sha256}`)
    return join(folder, sha256.slice(0, 2), sha256 + extension)
  }
  return {
    folder,
    pathOf,
    store: async files => {
      try {
        // Two articles of a batch may share an image: each path is written once.
        const byPath = new Map(files.map(file => [pathOf(file.sha256, file.extension), file.bytes]))
        const written = await Promise.all([...byPath].map(([path, bytes]) => writeWhole(path, bytes)))
        // A rename lasts only once its folder is on disk, and a new folder once the one above it is.
        const parents = new Set(written.filter(parent => parent !== undefined))
        if (parents.size > 0) await Promise.all([...parents, folder].map(syncFolder))
      } catch (error) {
        throw toStorageError(error)
      }
    },
    read: async (sha256, extension) => {
      let bytes: Uint8Array
      try {
        bytes = await readFile(pathOf(sha256, extension))
      } catch (error) {
        throw new AppError('original_missing', 'The original file is no longer in the library folder', { cause: error })
      }
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new AppError('original_damaged', 'The original file in the library folder has changed')
      }
      return bytes
    },
    remove: async (sha256, extension) => {
      const path = pathOf(sha256, extension)
      await rm(path, { force: true })
      const beside = await readdir(dirname(path)).catch(() => [])
      const partials = beside.filter(name => name.startsWith(`${basename(path)}.`) && name.endsWith(partialEnding))
      await Promise.all(partials.map(name => rm(join(dirname(path), name), { force: true })))
    }
  }
}

/** The ending of a file that is being written. */
const partialEnding = '.partial'

/** Writes a file beside its place and renames it; gives its folder, or undefined where it was there already. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<string | undefined> {
  if (await isThere(path)) return undefined
  const parent = dirname(path)
  await mkdir(parent, { recursive: true })
  const partial = `${path}.${process.pid}${partialEnding}`
  const handle = await open(partial, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } catch (error) {
    await handle.close()
    await rm(partial, { force: true })
    throw error
  }
  await handle.close()
  await rename(partial, path)
  return parent
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path, constants.F_OK)
    return true
  } catch {
    return false
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing; its file system journals the rename by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function toStorageError(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('disk_full', 'There is no room left on the disk of the library', { cause: error })
  }
  return new AppError('storage_failed', 'The library folder cannot be written', { cause: error })
}
