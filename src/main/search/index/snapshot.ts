// Owns the file that keeps a segment between starts. Knows nothing of what its parts mean; never trusts the file.
import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import { open, rename, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { ANALYZER_VERSION } from '../analysis/analyzer'
import { partNames, partTypes, type SegmentParts } from './segments/segmentParts'

/** Grows with every change of the layout of the file or of a segment's parts. */
export const SNAPSHOT_FORMAT = 3
/** The snapshot's name in its folder. */
export const snapshotFileName = 'index.snapshot'

const magic = Buffer.from('LONTARIX')
const alignment = 8
// magic; format (u32); analyzer (u32); CRC-32 of all that follows (u32); unused (u32); the length of each part in bytes
// (u64). Then the parts, each from a multiple of 8 on. All numbers are little-endian, as on every system that we run on.
const checksumAt = magic.length + 8
const coveredFrom = checksumAt + 4
const lengthsAt = coveredFrom + 4
const headerSize = alignUp(lengthsAt + partNames.length * 8)
/** How much is read, written or summed up at once. */
const pieceSize = 1024 * 1024

/** What reading a snapshot gives: the segment, that there is none, or why it cannot be used. */
export type SnapshotReading =
  | { readonly kind: 'read'; readonly parts: SegmentParts }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly reason: string }

/** Reads the snapshot of a folder. A file that is old, damaged or unreadable is a reading, not an exception. */
export function readSnapshot(folder: string): SnapshotReading {
  let file: ReadFile
  try {
    file = readWhole(join(folder, snapshotFileName))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' }
    return { kind: 'unusable', reason: `cannot be read: ${String(error)}` }
  }
  const header = Buffer.from(file.bytes, 0, Math.min(headerSize, file.length))
  if (header.length < headerSize || !header.subarray(0, magic.length).equals(magic)) return unusable('is no snapshot')
  if (header.readUInt32LE(magic.length) !== SNAPSHOT_FORMAT) return unusable('has another format')
  if (header.readUInt32LE(magic.length + 4) !== ANALYZER_VERSION) {
    return unusable('was made by another version of the analyzer')
  }
  const lengths = partNames.map((_, index) => Number(header.readBigUInt64LE(lengthsAt + index * 8)))
  if (lengths.reduce((sum, length) => sum + alignUp(length), headerSize) !== file.length) return unusable('is cut off')
  if (file.checksum !== header.readUInt32LE(checksumAt)) return unusable('is damaged')
  return { kind: 'read', parts: viewParts(file.bytes, lengths) }
}

/**
 * Writes the snapshot of a folder so that at every moment the old file or the new one is whole: beside it, fsync, rename.
 * Rejects with what the file system throws (a full disk, a folder that cannot be written).
 */
export async function writeSnapshot(folder: string, parts: SegmentParts): Promise<void> {
  const path = join(folder, snapshotFileName)
  const besidePath = `${path}.new`
  mkdirSync(folder, { recursive: true })
  try {
    const file = await open(besidePath, 'w')
    try {
      const sum = await writeParts(file, parts)
      const field = Buffer.alloc(4)
      field.writeUInt32LE(sum)
      await file.write(field, 0, 4, checksumAt)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(besidePath, path)
  } catch (error) {
    rmSync(besidePath, { force: true })
    throw error
  }
  await syncFolder(folder)
}

function unusable(reason: string): SnapshotReading {
  return { kind: 'unusable', reason }
}

/** Writes the header without its checksum and the parts; gives the checksum. */
async function writeParts(file: FileHandle, parts: SegmentParts): Promise<number> {
  const header = Buffer.alloc(headerSize)
  magic.copy(header)
  header.writeUInt32LE(SNAPSHOT_FORMAT, magic.length)
  header.writeUInt32LE(ANALYZER_VERSION, magic.length + 4)
  for (const [index, name] of partNames.entries()) {
    header.writeBigUInt64LE(BigInt(parts[name].byteLength), lengthsAt + index * 8)
  }
  let at = headerSize
  let sum = crc32(header.subarray(coveredFrom))
  await writeAll(file, header, 0)
  for (const name of partNames) {
    const part = parts[name]
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    for (let from = 0; from < bytes.length; from += pieceSize) {
      const piece = bytes.subarray(from, from + pieceSize)
      sum = crc32(piece, sum)
      await writeAll(file, piece, at + from)
    }
    const padding = Buffer.alloc(alignUp(bytes.length) - bytes.length)
    sum = crc32(padding, sum)
    await writeAll(file, padding, at + bytes.length)
    at += bytes.length + padding.length
  }
  return sum
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }
}

interface ReadFile {
  readonly bytes: ArrayBuffer
  readonly length: number
  /** CRC-32 of what follows the checksum's own place. */
  readonly checksum: number
}

/** Reads a file into memory of its own, which begins where typed arrays can lie on it. */
function readWhole(path: string): ReadFile {
  const handle = openSync(path, 'r')
  try {
    // Not zeroed first: every byte is read or the file is refused.
    const bytes = Buffer.allocUnsafeSlow(fstatSync(handle).size)
    let length = 0
    let sum = 0
    while (length < bytes.length) {
      const read = readSync(handle, bytes, length, Math.min(pieceSize, bytes.length - length), length)
      if (read === 0) break
      // Each piece is summed up while the processor still has it at hand.
      sum = crc32(bytes.subarray(Math.max(length, coveredFrom), length + read), sum)
      length += read
    }
    return { bytes: bytes.buffer, length, checksum: sum }
  } finally {
    closeSync(handle)
  }
}

function viewParts(file: ArrayBuffer, lengths: readonly number[]): SegmentParts {
  let at = headerSize
  const parts = partNames.map((name, index) => {
    const type = partTypes[name]
    const length = lengths[index] ?? 0
    const part = new type(file, at, length / type.BYTES_PER_ELEMENT)
    at += alignUp(length)
    return [name, part]
  })
  return Object.fromEntries(parts) as SegmentParts
}

function alignUp(length: number): number {
  return Math.ceil(length / alignment) * alignment
}

/** Makes the rename itself durable. Windows cannot open a folder, and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
