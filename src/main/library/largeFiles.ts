// Owns the writing of large files, in calls that wait elsewhere.
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a whole file under a first name, waits until it is on disk, and gives it its own; nothing is left where that fails. */
export async function writeLarge(partial: string, bytes: Uint8Array, path: string): Promise<void> {
  for (const name of [partial, path]) await mkdir(dirname(name), { recursive: true })
  try {
    const file = await open(partial, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
