// Owns the file that keeps sketches between starts. It is a cache: what is wrong with it means that texts are read again.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { sketchLength } from './sketch'
import type { SketchParts } from './sketchTable'

/** Grows with every change of how sketches are made or kept. */
const sketchFormat = 1
/** The file's name in the folder of the snapshot. */
export const sketchFileName = 'sketches.cache'

const magic = Buffer.from('LONTARSK')
// magic; format (u32); CRC-32 of all that follows (u32); number of rows (u32); unused (u32); then the parts. Little-endian.
const headerSize = magic.length + 16
const coveredFrom = magic.length + 8

/** Reads the sketches of a folder; null where there are none that can be used. */
export function readSketches(folder: string): SketchParts | null {
  let file: Buffer
  try {
    file = readFileSync(join(folder, sketchFileName))
  } catch {
    return null
  }
  if (file.length < headerSize || !file.subarray(0, magic.length).equals(magic)) return null
  const format = file.readUInt32LE(magic.length)
  const count = file.readUInt32LE(coveredFrom)
  if (format !== sketchFormat || file.length !== headerSize + count * (2 + sketchLength) * 4) return null
  if (crc32(file.subarray(coveredFrom)) !== file.readUInt32LE(magic.length + 4)) return null
  const numbers = new Uint32Array(file.buffer.slice(file.byteOffset + headerSize, file.byteOffset + file.length))
  return {
    high: numbers.subarray(0, count),
    low: numbers.subarray(count, count * 2),
    sketches: numbers.subarray(count * 2)
  }
}

/** Writes the sketches of a folder: beside the old file, then in its place. Rejects with what the file system throws. */
export async function writeSketches(folder: string, { high, low, sketches }: SketchParts): Promise<void> {
  const numbers = new Uint32Array(high.length + low.length + sketches.length)
  numbers.set(high)
  numbers.set(low, high.length)
  numbers.set(sketches, high.length + low.length)
  const header = Buffer.alloc(headerSize)
  magic.copy(header)
  header.writeUInt32LE(sketchFormat, magic.length)
  header.writeUInt32LE(high.length, coveredFrom)
  const body = Buffer.from(numbers.buffer)
  header.writeUInt32LE(crc32(body, crc32(header.subarray(coveredFrom))), magic.length + 4)
  const path = join(folder, sketchFileName)
  const besidePath = `${path}.new`
  mkdirSync(folder, { recursive: true })
  try {
    const file = await open(besidePath, 'w')
    try {
      await file.writev([header, body])
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(besidePath, path)
  } catch (error) {
    rmSync(besidePath, { force: true })
    throw error
  }
}
