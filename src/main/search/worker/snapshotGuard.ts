// Owns the index's snapshot from its opening until all of it has been checked: a damaged one is dropped, whoever meets it.
import type { SearchIndex } from '../index/searchIndex'
import { readSnapshot } from '../index/snapshot'
import { SnapshotDamage, type SnapshotRest } from '../index/snapshotRest'

/** What the guard needs. */
export interface SnapshotGuardDependencies {
  /** The folder of the snapshot. */
  readonly folder: string
  readonly index: SearchIndex
  readonly pause: () => Promise<void>
  /** Told when a damaged snapshot's articles have left the index. */
  readonly onDropped: () => void
}

/** Keeps a damaged snapshot from doing harm. */
export interface SnapshotGuard {
  /** Opens the snapshot; gives why it cannot be used, or null. */
  load(): string | null
  /** Reads what has not been read; gives what is wrong with it, in which case its articles have left the index. */
  settle(): Promise<string | null>
  /** Does what reads the index, and does it again without the snapshot where that turns out to be damaged. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Creates the guard of an index. */
export function createSnapshotGuard({ folder, index, pause, onDropped }: SnapshotGuardDependencies): SnapshotGuard {
  let rest: SnapshotRest | null = null

  const drop = (): void => {
    rest?.close()
    index.dropAdopted()
    onDropped()
  }

  return {
    load: () => {
      const reading = readSnapshot(folder)
      if (reading.kind !== 'read') return reading.kind === 'unusable' ? reading.reason : null
      rest = reading.rest
      index.adopt(reading.parts, rest)
      return null
    },

    settle: async () => {
      try {
        await rest?.readAll(pause)
        return null
      } catch (error) {
        if (!(error instanceof SnapshotDamage)) throw error
        drop()
        return error.message
      }
    },

    run: async work => {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof SnapshotDamage)) throw error
        drop()
        return work()
      }
    }
  }
}
