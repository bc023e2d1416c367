// Owns the folders in which archives are unpacked: below the library's, named by the process that uses them.
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const folderName = 'temporary'

/** Makes an empty folder; whoever asked removes it. */
export async function makeTemporaryFolder(libraryFolder: string): Promise<string> {
  const parent = join(libraryFolder, folderName)
  await mkdir(parent, { recursive: true })
  return mkdtemp(join(parent, `${process.pid}-`))
}

/** Removes what processes left that have ended, an earlier one of this process's number too. */
export async function removeLeftFolders(
  libraryFolder: string,
  isProcessAlive: (pid: number) => boolean
): Promise<void> {
  const parent = join(libraryFolder, folderName)
  const names = await readdir(parent).catch(() => [])
  const startedAt = Date.now() - process.uptime() * 1_000
  for (const name of names) {
    const folder = join(parent, name)
    const owner = Number(/^(\d+)-/.exec(name)?.[1] ?? 0)
    const isOwn = owner === process.pid && (await stat(folder)).birthtimeMs >= startedAt
    if (!isOwn && (owner === process.pid || owner === 0 || !isProcessAlive(owner))) {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
