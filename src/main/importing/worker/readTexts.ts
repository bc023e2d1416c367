// Owns the reading and parsing of many small text files in one go. Explains no failure: such a file is left to the way that does.
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import type { ImportLimits } from '../limits'
import { parseFile } from '../pipeline'
import type { ReadText } from './messages'

/** A larger file is read by itself, so that what is held at once stays small. */
export const mostTextBytes = 256 * 1024

/** A small file's bytes, or null where there is something to explain. This thread may wait for the disk. */
function readSmall(path: string): Uint8Array | null {
  const descriptor = openSync(path, 'r')
  try {
    const stats = fstatSync(descriptor)
    if (!stats.isFile() || stats.size === 0 || stats.size > mostTextBytes) return null
    // What is shorter or longer than the system says is being written just now: one byte more is asked for.
    const bytes = new Uint8Array(stats.size + 1)
    return readSync(descriptor, bytes, 0, bytes.length, null) === stats.size ? bytes.subarray(0, stats.size) : null
  } finally {
    closeSync(descriptor)
  }
}

async function readText(path: string, limits: ImportLimits): Promise<ReadText | null> {
  try {
    const bytes = readSmall(path)
    if (!bytes) return null
    const parsed = await parseFile({ fileName: basename(path), path, bytes }, limits)
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), parsed }
  } catch {
    // Whatever it is, the file's own import says so.
    return null
  }
}

/** Reads and parses files; gives null for each that is missing, large, empty, unreadable or no article. */
export async function readTexts(paths: readonly string[], limits: ImportLimits): Promise<readonly (ReadText | null)[]> {
  const texts: (ReadText | null)[] = []
  for (const path of paths) texts.push(await readText(path, limits))
  return texts
}
