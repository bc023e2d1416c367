// Writes ZIP files byte by byte, also such as no honest program writes: names, sizes, flags and offsets are what they are told.
import { crc32, deflateRawSync } from 'node:zlib'

/** One entry; everything but its name is what it would be in an honest archive unless given. */
export interface WrittenEntry {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  /** The size that is stated. */
  readonly statedBytes?: number
  readonly flags?: number
  /** Unix mode, such as 0o120777 for a link. */
  readonly mode?: number
  readonly isStored?: boolean
  /** The number of an earlier entry whose bytes this one shares. */
  readonly sharesWith?: number
}

interface Placed {
  readonly offset: number
  readonly packed: Buffer
  readonly checksum: number
  readonly sizeBytes: number
}

function header(signature: number, before: readonly number[], entry: WrittenEntry, placed: Placed): Buffer {
  const bytes = Buffer.alloc(4 + before.length * 2 + 24)
  bytes.writeUInt32LE(signature, 0)
  before.forEach((value, index) => bytes.writeUInt16LE(value, 4 + index * 2))
  const at = 4 + before.length * 2
  bytes.writeUInt16LE(entry.flags ?? 0x800, at)
  bytes.writeUInt16LE(entry.isStored ? 0 : 8, at + 2)
  bytes.writeUInt32LE(0x5a8f6000, at + 4)
  bytes.writeUInt32LE(placed.checksum, at + 8)
  bytes.writeUInt32LE(placed.packed.length, at + 12)
  bytes.writeUInt32LE(entry.statedBytes ?? placed.sizeBytes, at + 16)
  bytes.writeUInt16LE(Buffer.from(entry.name as string).length, at + 20)
  return bytes
}

/** The bytes of an archive; `count` is the number of entries that its end states. */
export function writeZip(entries: readonly WrittenEntry[], count = entries.length): Buffer {
  const parts: Buffer[] = []
  const placed: Placed[] = []
  let length = 0
  const add = (bytes: Buffer): void => {
    parts.push(bytes)
    length += bytes.length
  }
  for (const entry of entries) {
    const shared = entry.sharesWith === undefined ? undefined : placed[entry.sharesWith]
    if (shared) {
      placed.push(shared)
      continue
    }
    const content = Buffer.from((entry.content ?? '') as string)
    const packed = entry.isStored ? content : deflateRawSync(content)
    const place = { offset: length, packed, checksum: crc32(content), sizeBytes: content.length }
    placed.push(place)
    add(header(0x04034b50, [20], entry, place))
    add(Buffer.from(entry.name as string))
    add(packed)
  }
  const directory = length
  entries.forEach((entry, index) => {
    const place = placed[index]
    if (!place) return
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0o100644) * 0x10000) >>> 0, 6)
    tail.writeUInt32LE(place.offset, 10)
    add(header(0x02014b50, [0x0314, 20], entry, place))
    add(tail)
    add(Buffer.from(entry.name as string))
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count & 0xffff, 8)
  end.writeUInt16LE(count & 0xffff, 10)
  end.writeUInt32LE(length - directory, 12)
  end.writeUInt32LE(directory, 16)
  return Buffer.concat([...parts, end])
}
