// Owns where everything lies in a snapshot's file. Reads and writes nothing.
import { partNames, type SegmentParts } from './segments/segmentParts'
import { pieceSize } from './snapshotRest'

// magic; format (u32); analyzer (u32); CRC-32 of the rest of the header (u32); unused (u32); the length of each part in
// bytes (u64); the CRC-32 of each piece of each part (u32). Then the parts, each from a multiple of 8 on and with zeros up
// to the next. All numbers are little-endian, as on every system that we run on.

/** What the file begins with. */
export const magic = Buffer.from('LONTARIX')
const alignment = 8
/** Where the number of the format lies. */
export const formatAt = magic.length
/** Where the version of the analyzer lies. */
export const analyzerAt = formatAt + 4
/** Where the checksum of the header lies. */
export const checksumAt = analyzerAt + 4
/** Where that begins which the header's checksum covers. */
export const coveredFrom = checksumAt + 4
/** Where the lengths of the parts lie. */
export const lengthsAt = coveredFrom + 4
/** Where the checksums of the pieces lie. */
export const checksumsAt = lengthsAt + partNames.length * 8

/** A part's place. */
export interface PartPlace {
  readonly name: keyof SegmentParts
  /** In the file. */
  readonly position: number
  /** Its bytes, and with the zeros that follow. */
  readonly length: number
  readonly span: number
  /** The number of its first piece, and how many it has. */
  readonly firstPiece: number
  readonly pieceCount: number
}

/** The places of everything. */
export interface Layout {
  readonly parts: readonly PartPlace[]
  readonly headerSize: number
  readonly fileSize: number
}

/** Lays out parts of such lengths, in the order of `partNames`. */
export function layOut(lengths: readonly number[]): Layout {
  const pieceCounts = lengths.map(length => Math.ceil(alignUp(length) / pieceSize))
  const headerSize = alignUp(checksumsAt + pieceCounts.reduce((sum, count) => sum + count, 0) * 4)
  let position = headerSize
  let firstPiece = 0
  const parts = partNames.map((name, index): PartPlace => {
    const length = lengths[index] ?? 0
    const pieceCount = pieceCounts[index] ?? 0
    const place = { name, position, length, span: alignUp(length), firstPiece, pieceCount }
    position += place.span
    firstPiece += pieceCount
    return place
  })
  return { parts, headerSize, fileSize: position }
}

function alignUp(length: number): number {
  return Math.ceil(length / alignment) * alignment
}
