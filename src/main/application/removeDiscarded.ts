// Owns removing files from the store that no article needs: the only place that deletes an original.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Library } from '../library/library'

/**
 * Removes what is listed as discarded. Each file is looked at again right before it goes, in the transaction that removes it:
 * no import, on another thread or of another program, can note meanwhile that it needs the file. A file that cannot be
 * removed is logged and tried again next time.
 */
export async function removeDiscarded(library: Library, log: (message: string, error: unknown) => void): Promise<void> {
  for (const file of library.files.listDiscarded()) {
    await library.withOriginals(async () => {
      try {
        library.note(() => {
          if (library.files.isDiscarded(file)) library.originals.remove(file.sha256, file.extension)
          library.files.forgetDiscarded(file)
        })
      } catch (error) {
        log('A file that is no longer needed could not be removed', error)
      }
      // Many files are removed one after the other; others get their turn in between.
      await nextTurn()
    })
  }
}
