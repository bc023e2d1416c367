// Owns the reading of ZIP archives in memory: the only importer of yauzl but for names. Writes nothing.
import { fromBufferPromise, type Entry } from 'yauzl'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../limits'
import { archiveTooLarge, damagedArchive, unsafeArchive } from './archiveErrors'
import { readEntryData } from './entryData'
import { decodeEntryName } from './entryNames'

/** An entry that is a file. */
export interface ZipEntry {
  /** As the archive gives it, with `/` between folders; not safe as a path. */
  readonly name: string
  /** Unpacked, as the archive states it; `read` gives so many bytes or fails. */
  readonly sizeBytes: number
  readonly isEncrypted: boolean
  /** True for links, devices and all else that is no ordinary file. */
  readonly isSpecial: boolean
  /** The bytes, a copy each time. Throws AppError `archive_damaged`, `archive_encrypted`, `file_unsupported`. */
  readonly read: () => Uint8Array
}

/** An open archive. It needs no closing: its bytes are in memory. */
export interface ZipArchive {
  /** The files in the order of the archive's directory; a name may come twice. */
  readonly entries: readonly ZipEntry[]
  /** The first file of this name, or null. Throws what `ZipEntry.read` throws. */
  readonly read: (name: string) => Uint8Array | null
}

const directoryEntryBytes = 46
const kindMask = 0o170000
const ordinaryFile = 0o100000

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

function entryOf(archive: Buffer, entry: Entry): ZipEntry {
  const kind = (entry.externalFileAttributes >>> 16) & kindMask
  const isEncrypted = entry.isEncrypted()
  const place = {
    offset: entry.relativeOffsetOfLocalHeader,
    packedBytes: entry.compressedSize,
    sizeBytes: entry.uncompressedSize,
    method: entry.compressionMethod,
    isEncrypted,
    checksum: entry.crc32
  }
  return {
    name: decodeEntryName(entry),
    sizeBytes: entry.uncompressedSize,
    isEncrypted,
    isSpecial: kind !== 0 && kind !== ordinaryFile,
    read: () => readEntryData(archive, place)
  }
}

/** Counts what a directory promises, entry by entry. */
function createGuard(archive: Buffer, limits: ImportLimits): (entry: Entry) => void {
  let packed = 0
  let unpacked = 0
  return entry => {
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
    if (packed > archive.length)
      throw unsafeArchive("The archive's entries lie over each other, which no program writes")
    if (entry.uncompressedSize > limits.archiveEntryBytes) {
      throw archiveTooLarge(`holds a file of more than ${megabytes(limits.archiveEntryBytes)}`)
    }
    if (unpacked > limits.archiveBytes) throw archiveTooLarge(`holds more than ${megabytes(limits.archiveBytes)}`)
    if (unpacked > limits.archiveRatioFreeBytes && unpacked > archive.length * limits.archiveRatio) {
      throw archiveTooLarge(`would become more than ${limits.archiveRatio} times as large`)
    }
  }
}

/**
 * Opens an archive, reading its directory alone. Throws AppError `archive_damaged`, `archive_too_large` (above a limit of
 * entries, size or ratio) and `archive_unsafe` (entries that lie over each other).
 */
export async function openZip(bytes: Uint8Array, limits: ImportLimits): Promise<ZipArchive> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const guard = createGuard(archive, limits)
  const entries: ZipEntry[] = []
  try {
    const zip = await fromBufferPromise(archive, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false })
    if (zip.entryCount > limits.archiveEntries) throw archiveTooLarge(`holds more than ${limits.archiveEntries} files`)
    if (zip.entryCount * directoryEntryBytes > archive.length) throw damagedArchive()
    for await (const entry of zip.eachEntry()) {
      guard(entry)
      const file = entryOf(archive, entry)
      if (!file.name.endsWith('/')) entries.push(file)
    }
  } catch (error) {
    throw error instanceof AppError ? error : damagedArchive(error)
  }
  const byName = new Map(entries.toReversed().map(entry => [entry.name, entry]))
  return { entries, read: name => byName.get(name)?.read() ?? null }
}
