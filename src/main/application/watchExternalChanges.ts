// Owns noticing that another program (the CLI beside an open window) has written to the library.
import type { ArticleId } from '@shared/model/common'
import type { Library } from '../library/library'

/** How often the library is asked, in milliseconds. The question reads a counter in shared memory. */
const intervalMs = 2_000
/** Two programs' clocks are one machine's; a change may still be committed a little after its time was taken. */
const clockSlackMs = 10_000

/** What watching needs. */
export interface ExternalChangesDependencies {
  readonly library: Library
  readonly now: () => number
  /** True while this program imports: its own thread then writes all the time, and others are looked for afterwards. */
  readonly isImporting: () => boolean
}

/** Announces outside changes as `external`; gives the function that stops it. */
export function watchExternalChanges({ library, now, isImporting }: ExternalChangesDependencies): () => void {
  let version = library.externalVersion()
  let seenAt = now()
  /** What this program itself has announced since the last look, and when. */
  const announced = new Map<ArticleId, number>()
  const stopListening = library.changes.listen(({ reason, articleIds }) => {
    if (reason !== 'external') for (const id of articleIds) announced.set(id, now())
  })
  const look = (): void => {
    if (isImporting()) return
    const current = library.externalVersion()
    const since = seenAt - clockSlackMs
    seenAt = now()
    if (current !== version) {
      version = current
      const changed = library.searchFeed.changedSince(since)
      // What changed again after it was announced was changed by another.
      const isForeign = ({ articleId, changedAt }: (typeof changed)[number]): boolean =>
        changedAt > (announced.get(articleId) ?? -Infinity)
      const articleIds = changed.filter(isForeign).map(({ articleId }) => articleId)
      library.changes.announce({ reason: 'external', articleIds })
    }
    forgetBefore(announced, seenAt - clockSlackMs)
  }
  const timer = setInterval(look, intervalMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    stopListening()
  }
}

function forgetBefore(announced: Map<ArticleId, number>, time: number): void {
  for (const [id, announcedAt] of announced) if (announcedAt < time) announced.delete(id)
}
