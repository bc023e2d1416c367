// Owns writing the file that keeps a segment between starts: at every moment the old file or the new one is whole.
import { mkdirSync, rmSync } from 'node:fs'
import { open, rename, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { ANALYZER_VERSION } from '../analysis/analyzer'
import { partNames, type SegmentParts } from './segments/segmentParts'
import { SNAPSHOT_FORMAT, snapshotFileName } from './snapshot'
import { analyzerAt, checksumAt, checksumsAt, coveredFrom, formatAt, layOut, lengthsAt, magic } from './snapshotLayout'
import { pieceSize } from './snapshotRest'

/**
 * Writes the snapshot of a folder: beside the old one, fsync, rename. Rejects with what the file system throws (a full
 * disk, a folder that cannot be written).
 */
export async function writeSnapshot(folder: string, parts: SegmentParts): Promise<void> {
  const path = join(folder, snapshotFileName)
  const besidePath = `${path}.new`
  mkdirSync(folder, { recursive: true })
  try {
    const file = await open(besidePath, 'w')
    try {
      await writeParts(file, parts)
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

/** Writes the parts, and then the header that tells their checksums. */
async function writeParts(file: FileHandle, parts: SegmentParts): Promise<void> {
  const layout = layOut(partNames.map(name => parts[name].byteLength))
  const header = Buffer.alloc(layout.headerSize)
  magic.copy(header)
  header.writeUInt32LE(SNAPSHOT_FORMAT, formatAt)
  header.writeUInt32LE(ANALYZER_VERSION, analyzerAt)
  for (const [index, { name, position, length, span, firstPiece, pieceCount }] of layout.parts.entries()) {
    header.writeBigUInt64LE(BigInt(length), lengthsAt + index * 8)
    const part = parts[name]
    const bytes = Buffer.from(part.buffer, part.byteOffset, length)
    for (let piece = 0; piece < pieceCount; piece++) {
      const from = piece * pieceSize
      const end = Math.min(from + pieceSize, span)
      const whole = bytes.subarray(from, Math.min(end, length))
      const written = end <= length ? whole : Buffer.concat([whole, Buffer.alloc(end - from - whole.length)])
      header.writeUInt32LE(crc32(written), checksumsAt + (firstPiece + piece) * 4)
      await writeAll(file, written, position + from)
    }
  }
  header.writeUInt32LE(crc32(header.subarray(coveredFrom)), checksumAt)
  await writeAll(file, header, 0)
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }
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
