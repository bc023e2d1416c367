// Owns the import of an archive: unpacked into a folder of our own, walked like a folder, and removed again.
import { rm } from 'node:fs/promises'
import { AppError } from '@shared/errors'
import { failedEntry, type EntryPlace, type KeptFile } from './pendingArticle'
import { streamTemporary, type ImportSource } from './importSources'
import { addFailure, type ImportTask } from './importTask'
import { makeTemporaryFolder } from './temporaryFolders'

/**
 * Imports what an archive holds; each file in it has a line of its own, in the place of the archive's. A file that is an
 * article is kept as an original of its own, so the archive itself is not kept.
 */
export async function importArchive(
  source: ImportSource,
  archive: KeptFile,
  place: EntryPlace,
  task: ImportTask
): Promise<void> {
  if (source.kind === 'file' && source.isUnpacked) {
    throw new AppError('archive_too_large', 'Archives lie too deep in each other here, so this one was not unpacked')
  }
  const folder = await makeTemporaryFolder(task.library.folder)
  try {
    const { fileName, bytes } = archive
    const { failures } = await task.parser.unpack({ fileName, bytes, folder }, { signal: task.signal })
    const { displayPath, retryPath } = place
    const lines = withFirstPosition(task, place.position)
    for (const { name, code, message } of failures) {
      const inner = `${displayPath}/${name}`
      if (task.isDone(inner)) continue
      const failed = { position: lines.takePosition(), displayPath: inner, retryPath }
      await addFailure(failed, new AppError(code, message), task)
    }
    const base = { folder, displayBase: displayPath, sourceBase: archive.sourcePath, retryPath, isUnpacked: true }
    await task.importAll(streamTemporary([folder], base, task.signal), lines)
    // What was broken off says nothing of the archive: cancelled, or to be gone on with at the next start.
    if (lines.isFirstFree()) task.signal.throwIfAborted()
    // Every file had been dealt with before the program was interrupted: the archive's own line stays free.
    if (lines.isFirstFree() && !lines.isAnyDone()) {
      await task.committer.addEntry(failedEntry(place, new AppError('folder_empty', 'The archive holds no file')))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The task with a first line that has been taken already, for what comes in the place of its file. */
function withFirstPosition(task: ImportTask, first: number) {
  let isFree = true
  let isAnyDone = false
  return {
    ...task,
    takePosition: () => {
      if (!isFree) return task.takePosition()
      isFree = false
      return first
    },
    isDone: (displayPath: string) => {
      const isDone = task.isDone(displayPath)
      isAnyDone ||= isDone
      return isDone
    },
    isFirstFree: () => isFree,
    isAnyDone: () => isAnyDone
  }
}
