// Owns the walk through what was dropped or chosen: folders into files with relative paths. Reads no file's content.
import type { UploadFile } from '../../bridge/client'

/** As much of a FileSystemEntry as the walk needs. Source: File and Directory Entries API, WICG draft. */
export interface DroppedEntry {
  readonly isFile: boolean
  readonly isDirectory: boolean
  readonly name: string
  file?(resolve: (file: File) => void, reject: (error: unknown) => void): void
  createReader?(): { readEntries(resolve: (entries: DroppedEntry[]) => void, reject: (error: unknown) => void): void }
}

/** Files that were read, and the paths of those that could not be. */
export interface WalkedFiles {
  readonly files: readonly UploadFile[]
  readonly unreadable: readonly string[]
}

/** Every file in the entries and below, in the order of the folders; a broken one does not stop the others. */
export async function walkEntries(entries: readonly DroppedEntry[]): Promise<WalkedFiles> {
  const files: UploadFile[] = []
  const unreadable: string[] = []
  const pending = entries.map(entry => ({ entry, path: entry.name })).toReversed()
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { entry, path } = next
    try {
      // A folder is read piece by piece; going through folders side by side would hold them all in memory.
      // oxlint-disable no-await-in-loop
      if (entry.isFile) files.push({ relativePath: path, file: await readFile(entry) })
      else if (entry.isDirectory) {
        const children = await readFolder(entry)
        for (const child of children.toReversed()) pending.push({ entry: child, path: `${path}/${child.name}` })
      }
      // oxlint-enable no-await-in-loop
    } catch {
      unreadable.push(path)
    }
  }
  return { files, unreadable }
}

/** The files of a file input, with the folder's paths where a folder was chosen. */
export function chosenFiles(files: Iterable<File>): readonly UploadFile[] {
  return [...files].map(file => ({ relativePath: file.webkitRelativePath || file.name, file }))
}

function readFile(entry: DroppedEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    if (entry.file) entry.file(resolve, reject)
    else reject(new Error('not a file'))
  })
}

async function readFolder(entry: DroppedEntry): Promise<DroppedEntry[]> {
  const reader = entry.createReader?.()
  if (!reader) return []
  const children: DroppedEntry[] = []
  // readEntries gives at most 100 at a time and an empty list at the end.
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const batch = await new Promise<DroppedEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (batch.length === 0) return children
    children.push(...batch)
  }
}
