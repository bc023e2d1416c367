// Owns removing files from the store that no article needs: the only place that deletes an original.
import type { Library } from '../library/library'

/**
 * Removes what is listed as discarded. Each file is looked at again right before it goes, while nothing else stores
 * files: one that came in again stays. A file that cannot be removed is logged and tried again next time.
 */
export async function removeDiscarded(library: Library, log: (message: string, error: unknown) => void): Promise<void> {
  for (const file of library.files.listDiscarded()) {
    await library.withOriginals(async () => {
      if (library.files.isDiscarded(file)) {
        try {
          await library.originals.remove(file.sha256, file.extension)
        } catch (error) {
          log('A file that is no longer needed could not be removed', error)
          return
        }
      }
      library.files.forgetDiscarded(file)
    })
  }
}
