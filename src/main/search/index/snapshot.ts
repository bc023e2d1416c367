// Owns the file that keeps the index between starts. Knows nothing of what the index means; never trusts the file.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { ANALYZER_VERSION } from '../analysis/analyzer'
import type { IndexState } from './liveIndex'

/** Grows with every change of the layout of the header or of IndexState. */
export const SNAPSHOT_FORMAT = 1
/** The snapshot's name in its folder. */
export const snapshotFileName = 'index.snapshot'

const magic = Buffer.from('LONTARIX')
// magic, format (u32), analyzer (u32), payload length (u64), SHA-256 of the payload; numbers are little-endian.
const headerSize = magic.length + 4 + 4 + 8 + 32

/** What reading a snapshot gives: the state, that there is none, or why it cannot be used. */
export type SnapshotReading =
  | { readonly kind: 'read'; readonly state: IndexState }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly reason: string }

/** Reads the snapshot of a folder. A file that is old, damaged or unreadable is a reading, not an exception. */
export function readSnapshot(folder: string): SnapshotReading {
  let file: Buffer
  try {
    file = readFileSync(join(folder, snapshotFileName))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' }
    return { kind: 'unusable', reason: `cannot be read: ${String(error)}` }
  }
  const reason = findDefect(file)
  if (reason !== null) return { kind: 'unusable', reason }
  try {
    return { kind: 'read', state: deserialize(file.subarray(headerSize)) as IndexState }
  } catch (error) {
    // Another version of V8 may have written it in a form that this one does not know.
    return { kind: 'unusable', reason: `cannot be decoded: ${String(error)}` }
  }
}

/**
 * Writes the snapshot of a folder so that at every moment the old file or the new one is whole: beside it, fsync, rename.
 * Throws what the file system throws (a full disk, a folder that cannot be written).
 */
export function writeSnapshot(folder: string, state: IndexState): void {
  const path = join(folder, snapshotFileName)
  const besidePath = `${path}.new`
  const payload = serialize(state)
  mkdirSync(folder, { recursive: true })
  try {
    const file = openSync(besidePath, 'w')
    try {
      writeWhole(file, makeHeader(payload))
      writeWhole(file, payload)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(besidePath, path)
  } catch (error) {
    rmSync(besidePath, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

function makeHeader(payload: Buffer): Buffer {
  const header = Buffer.alloc(headerSize)
  magic.copy(header)
  header.writeUInt32LE(SNAPSHOT_FORMAT, magic.length)
  header.writeUInt32LE(ANALYZER_VERSION, magic.length + 4)
  header.writeBigUInt64LE(BigInt(payload.length), magic.length + 8)
  checksum(payload).copy(header, magic.length + 16)
  return header
}

function findDefect(file: Buffer): string | null {
  if (file.length < headerSize || !file.subarray(0, magic.length).equals(magic)) return 'is no snapshot'
  if (file.readUInt32LE(magic.length) !== SNAPSHOT_FORMAT) return 'has another format'
  if (file.readUInt32LE(magic.length + 4) !== ANALYZER_VERSION) return 'was made by another version of the analyzer'
  const payload = file.subarray(headerSize)
  if (file.readBigUInt64LE(magic.length + 8) !== BigInt(payload.length)) return 'is cut off'
  if (!checksum(payload).equals(file.subarray(magic.length + 16, headerSize))) return 'is damaged'
  return null
}

function checksum(payload: Uint8Array): Buffer {
  return createHash('sha256').update(payload).digest()
}

function writeWhole(file: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}

/** Makes the rename itself durable. Windows cannot open a folder, and needs no such step. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
