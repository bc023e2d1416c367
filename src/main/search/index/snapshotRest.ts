// Owns what of an opened snapshot is read only when it is needed, piece by piece, each checked as it is read.
// Knows nothing of what the bytes mean.
import { closeSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { SegmentParts } from './segments/segmentParts'

/** The parts that are read piece by piece: most of the file, and a question needs little of them. */
export const latePartNames = ['pairBytes', 'records'] as const satisfies ReadonlyArray<keyof SegmentParts>
/** A part that is read piece by piece. */
export type LatePartName = (typeof latePartNames)[number]

/** How many bytes have a checksum of their own. */
export const pieceSize = 256 * 1024

/** A piece of the snapshot is not as it was written. What was read before it is right. */
export class SnapshotDamage extends Error {
  override readonly name = 'SnapshotDamage'
}

/** Where a late part lies: in the file, in memory, and the checksums of its pieces. */
export interface LatePart {
  readonly bytes: Uint8Array
  readonly position: number
  readonly checksums: Uint32Array
}

/** The unread pieces of a snapshot. The file stays open until all have been read, or until `close`. */
export class SnapshotRest {
  readonly #file: number
  readonly #parts: Readonly<Record<LatePartName, LatePart>>
  readonly #read: Readonly<Record<LatePartName, Uint8Array>>
  #isClosed = false
  #isWhole = false

  constructor(file: number, parts: Readonly<Record<LatePartName, LatePart>>) {
    this.#file = file
    this.#parts = parts
    const flags = (name: LatePartName): Uint8Array => new Uint8Array(parts[name].checksums.length)
    this.#read = { pairBytes: flags('pairBytes'), records: flags('records') }
  }

  /** True once everything has been read. */
  get isWhole(): boolean {
    return this.#isWhole
  }

  /** Reads what lies between two places of a part, where it has not been. Throws `SnapshotDamage`. */
  need(name: LatePartName, start: number, end: number): void {
    if (this.#isWhole) return
    const read = this.#read[name]
    const last = Math.floor(Math.max(start, end - 1) / pieceSize)
    for (let piece = Math.floor(start / pieceSize); piece <= last; piece++) {
      if (read[piece] === 0) this.#readPiece(name, piece)
    }
  }

  /** Reads all that is left, awaiting `pause` between pieces. Rejects with `SnapshotDamage`. */
  async readAll(pause: () => Promise<void>): Promise<void> {
    for (const name of latePartNames) {
      for (let piece = 0; piece < this.#read[name].length; piece++) {
        this.need(name, piece * pieceSize, piece * pieceSize + 1)
        await pause()
      }
    }
    this.#isWhole = true
    this.close()
  }

  /** Reads all that is left at once. Throws `SnapshotDamage`. */
  readAllNow(): void {
    for (const name of latePartNames) this.need(name, 0, this.#parts[name].bytes.length)
    this.#isWhole = true
    this.close()
  }

  /** Lets go of the file. What has not been read by then is damaged. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    closeSync(this.#file)
  }

  #readPiece(name: LatePartName, piece: number): void {
    const { bytes, position, checksums } = this.#parts[name]
    const start = piece * pieceSize
    const wanted = bytes.subarray(start, start + pieceSize)
    if (this.#isClosed || !readFully(this.#file, wanted, position + start) || crc32(wanted) !== checksums[piece]) {
      throw new SnapshotDamage(`is damaged in its ${name}`)
    }
    this.#read[name][piece] = 1
  }
}

/** Fills bytes from a file; false where the file ends before or cannot be read. */
export function readFully(file: number, into: Uint8Array, position: number): boolean {
  try {
    for (let done = 0; done < into.length;) {
      const count = readSync(file, into, done, into.length - done, position + done)
      if (count === 0) return false
      done += count
    }
    return true
  } catch {
    return false
  }
}
