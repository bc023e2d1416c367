// Owns the unpacking of archives, and of archives within them, below a folder. Writes nowhere else, and no link.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, type ErrorCode } from '@shared/errors'
import { detectFormat } from '../detect'
import { fileError } from '../files/fileErrors'
import type { ImportLimits } from '../limits'
import { archiveTooLarge, encryptedArchive, unsafeArchive } from './archiveErrors'
import { safePath } from './entryNames'
import { createFilePlaces } from './filePlaces'
import { openZip, type ZipEntry } from './openZip'

/** A file that came out. */
export interface UnpackedFile {
  /** Where it is now: an absolute path where the folder's is one. */
  readonly path: string
  /** Its name in the archive, that of an archive within it in front: `more.zip/a.txt`. */
  readonly name: string
  readonly sizeBytes: number
}

/** An entry that did not come out. */
export interface UnpackFailure {
  readonly name: string
  readonly code: ErrorCode
  readonly message: string
}

/** What became of an archive's entries, in their order. */
export interface UnpackedArchive {
  readonly files: readonly UnpackedFile[]
  readonly failures: readonly UnpackFailure[]
}

interface Unpacking {
  readonly files: UnpackedFile[]
  readonly failures: UnpackFailure[]
  readonly placeFile: (segments: readonly string[]) => readonly string[]
  readonly folder: string
  readonly limits: ImportLimits
  /** The size of the outermost archive. */
  readonly packedBytes: number
  entries: number
  bytes: number
}

interface Level {
  readonly depth: number
  /** The names of the archives around this one. */
  readonly outer: readonly string[]
}

function isArchive(name: string, bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  try {
    return detectFormat(name, bytes) === 'archive'
  } catch {
    // What detection refuses stays a file, so that its import says why.
    return false
  }
}

/** Counts what all archives within each other give together. */
function count(unpacking: Unpacking, sizeBytes: number): void {
  const { limits } = unpacking
  unpacking.entries++
  unpacking.bytes += sizeBytes
  if (unpacking.entries > limits.archiveEntries) {
    throw archiveTooLarge(`and those within it hold more than ${limits.archiveEntries} files`)
  }
  if (unpacking.bytes > limits.archiveBytes) {
    throw archiveTooLarge(`and those within it hold more than ${Math.round(limits.archiveBytes / 1024 / 1024)} MB`)
  }
  if (unpacking.bytes > limits.archiveRatioFreeBytes && unpacking.bytes > unpacking.packedBytes * limits.archiveRatio) {
    throw archiveTooLarge(`and those within it would become more than ${limits.archiveRatio} times as large`)
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    // Never over what is there: a link that somebody else put there would be followed.
    await writeFile(path, bytes, { flag: 'wx' })
  } catch (error) {
    throw fileError(error)
  }
}

async function unpackEntry(unpacking: Unpacking, entry: ZipEntry, level: Level): Promise<void> {
  const segments = safePath(entry.name)
  if (segments.length === 0) return
  if (entry.isSpecial) throw unsafeArchive('This is a link or a device and no file, so it was not unpacked')
  count(unpacking, entry.sizeBytes)
  const bytes = entry.read()
  const inner = { depth: level.depth + 1, outer: [...level.outer, ...segments] }
  if (inner.depth < unpacking.limits.archiveDepth && isArchive(entry.name, bytes)) {
    await unpackLevel(unpacking, bytes, inner)
    return
  }
  const path = join(unpacking.folder, ...unpacking.placeFile([...level.outer, ...segments]))
  await write(path, bytes)
  unpacking.files.push({ path, name: [...level.outer, entry.name].join('/'), sizeBytes: bytes.length })
}

async function unpackLevel(unpacking: Unpacking, bytes: Uint8Array, level: Level): Promise<void> {
  const { entries } = await openZip(bytes, unpacking.limits)
  if (entries.length > 0 && entries.every(entry => entry.isEncrypted)) throw encryptedArchive()
  for (const entry of entries) {
    try {
      await unpackEntry(unpacking, entry, level)
    } catch (error) {
      // A bomb fails all of it, anything else that entry alone.
      if (!(error instanceof AppError) || error.code === 'archive_too_large') throw error
      const name = [...level.outer, entry.name].join('/')
      unpacking.failures.push({ name, code: error.code, message: error.message })
    }
  }
}

/**
 * Writes the files of an archive below `folder`, which must exist and belong to the caller: whatever happens, what was
 * written stays there for the caller to remove. Archives within the archive become folders of their name, down to
 * `limits.archiveDepth`; below that they stay files. Throws AppError `archive_damaged`, `archive_too_large`,
 * `archive_unsafe`, `archive_encrypted` where nothing can come out; an entry that cannot is a failure beside the others.
 */
export async function unpackZip(bytes: Uint8Array, folder: string, limits: ImportLimits): Promise<UnpackedArchive> {
  const unpacking: Unpacking = {
    files: [],
    failures: [],
    placeFile: createFilePlaces(),
    folder,
    limits,
    packedBytes: bytes.length,
    entries: 0,
    bytes: 0
  }
  await unpackLevel(unpacking, bytes, { depth: 0, outer: [] })
  return { files: unpacking.files, failures: unpacking.failures }
}
