// Owns how long work may keep a thread before it lets others have their turn.
import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long a thread may be kept at a time, in milliseconds. */
export const turnMs = 8

/** The members of a list in pieces of at most `size`, each made only when it is wanted. */
export function* chunksOf<Member>(list: Iterable<Member>, size: number): Generator<readonly Member[]> {
  let chunk: Member[] = []
  for (const member of list) {
    chunk.push(member)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** Gives a function to await between small pieces of work: it waits for the next turn once this one has lasted `turnMs`. */
export function createTurns(now: () => number = () => performance.now()): () => Promise<void> {
  let startedAt = now()
  return async () => {
    if (now() - startedAt < turnMs) return
    await nextTurn()
    startedAt = now()
  }
}
