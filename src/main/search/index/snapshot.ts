// Owns the file that keeps a segment between starts. Knows nothing of what its parts mean; never trusts the file.
import { closeSync, fstatSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { ANALYZER_VERSION } from '../analysis/analyzer'
import { partNames, partTypes, type SegmentParts } from './segments/segmentParts'
import { analyzerAt, checksumAt, checksumsAt, coveredFrom, formatAt, layOut, lengthsAt, magic } from './snapshotLayout'
import type { Layout, PartPlace } from './snapshotLayout'
import { latePartNames, pieceSize, readFully, SnapshotRest, type LatePart, type LatePartName } from './snapshotRest'

/** Grows with every change of the layout of the file or of a segment's parts. */
export const SNAPSHOT_FORMAT = 4
/** The snapshot's name in its folder. */
export const snapshotFileName = 'index.snapshot'

/** What reading a snapshot gives: the segment and what of it is read later, that there is none, or why it is no use. */
export type SnapshotReading =
  | { readonly kind: 'read'; readonly parts: SegmentParts; readonly rest: SnapshotRest }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly reason: string }

/**
 * Reads the snapshot of a folder, save what a question needs little of: that is read and checked when it is needed. A file
 * that is old, damaged or unreadable is a reading, not an exception.
 */
export function readSnapshot(folder: string): SnapshotReading {
  let file: number
  try {
    file = openSync(join(folder, snapshotFileName), 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' }
    return unusable(`cannot be read: ${String(error)}`)
  }
  const reading = readOpened(file)
  if (reading.kind !== 'read') closeSync(file)
  return reading
}

function readOpened(file: number): SnapshotReading {
  const size = fstatSync(file).size
  const fixed = Buffer.alloc(checksumsAt)
  if (!readFully(file, fixed, 0) || !fixed.subarray(0, magic.length).equals(magic)) return unusable('is no snapshot')
  if (fixed.readUInt32LE(formatAt) !== SNAPSHOT_FORMAT) return unusable('has another format')
  if (fixed.readUInt32LE(analyzerAt) !== ANALYZER_VERSION) {
    return unusable('was made by another version of the analyzer')
  }
  const lengths = partNames.map((_, index) => Number(fixed.readBigUInt64LE(lengthsAt + index * 8)))
  const layout = layOut(lengths)
  if (layout.fileSize !== size) return unusable('is cut off')
  const header = Buffer.alloc(layout.headerSize)
  if (!readFully(file, header, 0)) return unusable('cannot be read')
  if (crc32(header.subarray(coveredFrom)) !== fixed.readUInt32LE(checksumAt)) return unusable('is damaged')

  // Not zeroed first: every byte is read before it is used, or the file is refused. What is never read takes no memory.
  const body = Buffer.allocUnsafeSlow(size - layout.headerSize)
  const bytesOf = ({ position, span }: PartPlace): Buffer =>
    body.subarray(position - layout.headerSize, position - layout.headerSize + span)
  const checksumsOf = ({ firstPiece, pieceCount }: PartPlace): Uint32Array =>
    Uint32Array.from({ length: pieceCount }, (_, piece) => header.readUInt32LE(checksumsAt + (firstPiece + piece) * 4))
  const late: Partial<Record<LatePartName, LatePart>> = {}
  for (const place of layout.parts) {
    const bytes = bytesOf(place)
    const checksums = checksumsOf(place)
    if (isLate(place.name)) late[place.name] = { bytes, position: place.position, checksums }
    else if (!readFully(file, bytes, place.position) || !isSound(bytes, checksums)) return unusable('is damaged')
  }
  return {
    kind: 'read',
    parts: viewParts(body, layout),
    rest: new SnapshotRest(file, late as Record<LatePartName, LatePart>)
  }
}

function unusable(reason: string): SnapshotReading {
  return { kind: 'unusable', reason }
}

function isLate(name: keyof SegmentParts): name is LatePartName {
  return latePartNames.some(late => late === name)
}

function isSound(bytes: Buffer, checksums: Uint32Array): boolean {
  return checksums.every(
    (checksum, piece) => crc32(bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize)) === checksum
  )
}

function viewParts(body: Buffer<ArrayBuffer>, { parts, headerSize }: Layout): SegmentParts {
  const views = parts.map(({ name, position, length }) => {
    const type = partTypes[name]
    return [name, new type(body.buffer, body.byteOffset + position - headerSize, length / type.BYTES_PER_ELEMENT)]
  })
  return Object.fromEntries(views) as SegmentParts
}
