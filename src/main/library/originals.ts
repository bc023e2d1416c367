// Owns the imported bytes on disk: written whole or not at all, never changed, named by their SHA-256.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '@shared/errors'
import { writeLarge } from './largeFiles'
import { syncFolders, writeFiles, type WholeFile } from './wholeFiles'

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
  /**
   * Writes, fsyncs and renames every file into place. One that is there already is left alone; `isNew` says of which files
   * that is out of the question. Their new names last once `syncFolders` has been called; should the power go before
   * that, `read` finds them by the names under which they were written.
   * @throws AppError `disk_full` | `storage_failed`
   */
  readonly store: (files: readonly OriginalFile[], isNew?: (file: OriginalFile) => boolean) => Promise<void>
  /** Makes the names of everything that was stored so far last. @throws AppError `disk_full` | `storage_failed` */
  readonly syncFolders: () => Promise<void>
  /** The absolute path of an original, whether it is there or not. */
  readonly pathOf: (sha256: string, extension: string) => string
  /** Its bytes, checked against its name. @throws AppError `original_missing` | `original_damaged` */
  readonly read: (sha256: string, extension: string) => Promise<Uint8Array>
  /**
   * Removes it, and what a crash left half written of it; quiet where it is gone already. At once, so that it can be a part
   * of the transaction that finds that nobody needs it.
   */
  readonly remove: (sha256: string, extension: string) => void
}

/** The extension under which an original is kept: the file's own in lower case, if it is a plain short one. */
export function originalExtension(fileName: string): string {
  const extension = extname(fileName).toLowerCase()
  return /^\.[a-z0-9]{1,10}$/.test(extension) ? extension : '.bin'
}

/** Writing so many bytes into the system's memory takes less time than handing them to another thread. */
const smallBytes = 64 * 1024

/** Makes the store of a folder such as `<data-dir>/originals`; the folder is made when first needed. */
export function createOriginalsStore(folder: string): OriginalsStore {
  const pathOf = (sha256: string, extension: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Not a SHA-256: ${sha256}`)
    return join(folder, sha256.slice(0, 2), sha256 + extension)
  }
  /** Folders with names that may not last yet. */
  const unsynced = new Set<string>()
  // Making a file in one and the same folder and moving it costs a tenth of making it in one of many.
  const incoming = join(folder, 'incoming')
  const partialOf = (path: string): string => join(incoming, `${basename(path)}.${process.pid}${partialEnding}`)
  /** The bytes of a file that was written whole and whose new name a power cut took back. */
  const readPartial = async (path: string): Promise<Uint8Array> => {
    const names = await readdir(incoming)
    const partial = names.find(name => name.startsWith(`${basename(path)}.`) && name.endsWith(partialEnding))
    if (partial === undefined) throw new Error('There is no partial file either')
    return readFile(join(incoming, partial))
  }
  const storeLarge = async ({ path, partial, bytes, mayBeThere }: WholeFile): Promise<void> => {
    if (!mayBeThere || !(await isThere(path))) await writeLarge(partial, bytes, path)
  }
  return {
    folder,
    pathOf,
    store: async (files, isNew = () => false) => {
      try {
        // Two articles of a batch may share an image: each path is written once.
        const byPath = new Map(files.map(file => [pathOf(file.sha256, file.extension), file]))
        const wanted = [...byPath].map(([path, file]): WholeFile => {
          return { path, partial: partialOf(path), bytes: file.bytes, mayBeThere: !isNew(file) }
        })
        const isSmall = ({ bytes }: WholeFile): boolean => bytes.length <= smallBytes
        const small = wanted.filter(isSmall)
        const large = wanted.filter(file => !isSmall(file))
        await Promise.all([small.length > 0 ? writeFiles(small) : undefined, ...large.map(storeLarge)])
        for (const path of byPath.keys()) unsynced.add(dirname(path))
      } catch (error) {
        throw toStorageError(error)
      }
    },
    syncFolders: async () => {
      if (unsynced.size === 0) return
      const parents = [...unsynced]
      unsynced.clear()
      try {
        // A rename lasts only once its folder is on disk, and a new folder once the one above it is.
        syncFolders([...parents, folder])
      } catch (error) {
        for (const parent of parents) unsynced.add(parent)
        throw toStorageError(error)
      }
    },
    read: async (sha256, extension) => {
      let bytes: Uint8Array
      const path = pathOf(sha256, extension)
      try {
        bytes = await readFile(path).catch(() => readPartial(path))
      } catch (error) {
        throw new AppError('original_missing', 'The original file is no longer in the library folder', { cause: error })
      }
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new AppError('original_damaged', 'The original file in the library folder has changed')
      }
      return bytes
    },
    remove: (sha256, extension) => {
      const path = pathOf(sha256, extension)
      rmSync(path, { force: true })
      const written = existsSync(incoming) ? readdirSync(incoming) : []
      for (const name of written) {
        if (name.startsWith(`${basename(path)}.`) && name.endsWith(partialEnding))
          rmSync(join(incoming, name), { force: true })
      }
    }
  }
}

/** The ending of a file that is being written. */
const partialEnding = '.partial'

function toStorageError(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('disk_full', 'There is no room left on the disk of the library', { cause: error })
  }
  return new AppError('storage_failed', 'The library folder cannot be written', { cause: error })
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
