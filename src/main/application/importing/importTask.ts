// Owns what the parts of a running import share. Holds no step of it.
import { AppError, toAppError } from '@shared/errors'
import type { ParserPool } from '../../importing/importing'
import type { Library } from '../../library/library'
import type { ByteBudget } from './byteBudget'
import type { ImportCommitter } from './importCommitter'
import { failedEntry, type Committed, type EntryPlace } from './pendingArticle'
import type { ImportSource } from './importSources'

/** What one import needs. */
export interface RunImportDependencies {
  readonly library: Library
  readonly parser: ParserPool
  /** The time in milliseconds since 1970. */
  readonly now: () => number
  /** What becomes of a file that holds several articles. */
  readonly books: 'whole' | 'chapters'
  /** Told how many files were found so far; what archives and exports hold counts in their place. */
  readonly onFound: (found: number) => void
  readonly onStarted: (displayPath: string) => void
  readonly onCommitted: (committed: readonly Committed[]) => void
}

/** An import at work. */
export interface ImportTask extends RunImportDependencies {
  readonly committer: ImportCommitter
  readonly signal: AbortSignal
  readonly budget: ByteBudget
  /** The next free line of the receipt; one more file counts as found. */
  readonly takePosition: () => number
  /** True, once, for each line that the receipt has of this path from before the import was interrupted. */
  readonly isDone: (displayPath: string) => boolean
  /** Imports what a file turned out to hold, many at a time. */
  readonly importAll: (sources: AsyncIterable<ImportSource>, task: ImportTask) => Promise<void>
}

/** The reason with which an import is aborted so that the next start goes on with it. */
export const endOfProgram = 'end of program'

/** Hands over the line of a file that could not be brought in. */
export async function addFailure(place: EntryPlace, error: unknown, task: ImportTask): Promise<void> {
  // What the end of the program broke off is no failure: the next start goes on with it.
  if (task.signal.reason === endOfProgram) return
  await task.committer.addEntry(failedEntry(place, toFileError(error, task.signal)))
}

function toFileError(error: unknown, signal: AbortSignal): AppError {
  if (signal.aborted) {
    return new AppError('import_cancelled', 'The import was cancelled before this file was added', { cause: error })
  }
  return toAppError(error, 'parse_failed')
}

/** Runs `work` for each item, so many at a time, and rejects with the first failure once nothing runs any more. */
export async function inParallel<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<void>
): Promise<void> {
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  for await (const item of items) {
    const current = work(item)
      .catch((error: unknown) => {
        failures.push(error)
      })
      .finally(() => running.delete(current))
    running.add(current)
    while (running.size >= most) await Promise.race(running)
    if (failures.length > 0) break
  }
  await Promise.all(running)
  if (failures.length > 0) throw failures[0]
}
