// Owns noticing that another program (the CLI beside an open window) has written to the library.
import type { Library } from '../library/library'

/** How often the library is asked, in milliseconds. The question reads a counter in shared memory. */
const intervalMs = 2_000
/** Two programs' clocks are one machine's; a change may still be committed a little after its time was taken. */
const clockSlackMs = 10_000

/** Announces outside changes as `external`; gives the function that stops it. */
export function watchExternalChanges(library: Library, now: () => number): () => void {
  let version = library.externalVersion()
  let seenAt = now()
  const timer = setInterval(() => {
    const current = library.externalVersion()
    const previous = seenAt
    seenAt = now()
    if (current === version) return
    version = current
    library.changes.announce({
      reason: 'external',
      articleIds: library.searchFeed.changedSince(previous - clockSlackMs)
    })
  }, intervalMs)
  timer.unref()
  return () => clearInterval(timer)
}
