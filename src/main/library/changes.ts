// Owns telling others that articles changed, after the change is on disk. Holds no data.
import type { ArticleId } from '@shared/model/common'
import type { LibraryChanged } from '@shared/model/library'

/** More ids than this are not named one by one. */
const mostNamed = 500

/** What changed, with every id, for those inside the main process. */
export interface LibraryChange {
  readonly reason: LibraryChanged['reason']
  readonly articleIds: readonly ArticleId[]
}

/** Tells and listens. */
export interface LibraryChanges {
  readonly announce: (change: LibraryChange) => void
  /** Calls `listener` for each change until the returned function is called. */
  readonly listen: (listener: (change: LibraryChange) => void) => () => void
}

/** Makes the place where repositories announce changes. */
export function createLibraryChanges(): LibraryChanges {
  const listeners = new Set<(change: LibraryChange) => void>()
  return {
    announce: change => {
      for (const listener of listeners) listener(change)
    },
    listen: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

/** The change as it crosses to the renderer: ids are left out where they are too many. */
export function toLibraryChanged(change: LibraryChange): LibraryChanged {
  return {
    reason: change.reason,
    articleIds: change.articleIds.length > mostNamed ? null : [...change.articleIds]
  }
}
