// Owns the unpacking of one entry in memory, never beyond the size that its directory states. Reads no directory.
// Source: APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.4.5.
import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '@shared/errors'
import { damagedArchive, encryptedArchive } from './archiveErrors'

/** Where an entry's bytes are and what its directory says of them. */
export interface EntryPlace {
  /** Offset of the local header. */
  readonly offset: number
  readonly packedBytes: number
  readonly sizeBytes: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly checksum: number
}

const localHeaderBytes = 30
const localSignature = 0x04034b50

function packedBytesOf(archive: Buffer, place: EntryPlace): Buffer {
  const { offset } = place
  if (offset + localHeaderBytes > archive.length || archive.readUInt32LE(offset) !== localSignature) {
    throw damagedArchive()
  }
  const start = offset + localHeaderBytes + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (start + place.packedBytes > archive.length) throw damagedArchive()
  return archive.subarray(start, start + place.packedBytes)
}

function inflate(packed: Buffer, sizeBytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, sizeBytes) })
  } catch (error) {
    throw damagedArchive(error)
  }
}

/**
 * An entry's bytes, a copy. Throws AppError `archive_damaged` (also where it unpacks to more or less than it states),
 * `archive_encrypted`, and `file_unsupported` for a method that nobody uses any more.
 */
export function readEntryData(archive: Buffer, place: EntryPlace): Uint8Array {
  if (place.isEncrypted) throw encryptedArchive()
  if (place.method !== 0 && place.method !== 8) {
    throw new AppError('file_unsupported', `The file is packed by a method (${place.method}) that Lontar does not know`)
  }
  const packed = packedBytesOf(archive, place)
  const data = place.method === 0 ? packed : inflate(packed, place.sizeBytes)
  if (data.length !== place.sizeBytes || crc32(data) !== place.checksum) throw damagedArchive()
  return new Uint8Array(data)
}
