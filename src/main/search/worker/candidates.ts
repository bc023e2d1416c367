// Owns the pages of a ranking whose articles must still be checked against their texts (phrases). Ranks nothing itself.
import type { RankedSlot } from '../index/scoring'

/** How many articles are checked at once: a few milliseconds of the library's time. */
const chunkSize = 40
/** How many articles are checked for the sake of the total alone. */
const fullyCheckedCount = 500

/** The pages of a ranking. */
export interface Candidates {
  /** The found articles from `offset` on, at most `limit`. */
  page(offset: number, limit: number): Promise<readonly RankedSlot[]>
  /** How many are found in all. After `fullyCheckedCount` checks the rest is estimated by the share found so far. */
  readonly total: number
}

/** Checks some ranked articles; gives those that hold. */
export type CheckSlots = (slots: readonly RankedSlot[]) => Promise<readonly RankedSlot[]>

/** Pages over a ranking that needs no check. */
export function createPlainCandidates(ranked: readonly RankedSlot[]): Candidates {
  return {
    page: (offset, limit) => Promise.resolve(ranked.slice(offset, offset + limit)),
    total: ranked.length
  }
}

/** Pages over a ranking of which each article is checked, best first and never twice. */
export function createCheckedCandidates(ranked: readonly RankedSlot[], check: CheckSlots): Candidates {
  const found: RankedSlot[] = []
  let checked = 0
  let running: Promise<void> = Promise.resolve()

  const advance = async (wanted: number): Promise<void> => {
    while (checked < ranked.length && (found.length < wanted || checked < fullyCheckedCount)) {
      const chunk = ranked.slice(checked, checked + chunkSize)
      const held = await check(chunk)
      checked += chunk.length
      found.push(...held)
    }
  }

  return {
    page: async (offset, limit) => {
      // One after the other, so that two pages asked for at once check each article once.
      running = running.then(() => advance(offset + limit))
      await running
      return found.slice(offset, offset + limit)
    },
    get total() {
      const unchecked = ranked.length - checked
      return found.length + (checked === 0 ? unchecked : Math.round((unchecked * found.length) / checked))
    }
  }
}
