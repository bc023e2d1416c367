// Owns the asking for completions while somebody types. Never in the way of typing: see latest.ts.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useServices } from '../../app/services'
import type { CompletionAnswer, EditedQuery } from './completion'
import { createLatest } from './latest'

/** So that the search of the same letter goes first, and letters typed in one breath ask once. */
const delayMs = 60

/** The newest answer and the ways to another one. */
export interface AskedCompletions {
  readonly answer: CompletionAnswer | null
  readonly ask: (edited: EditedQuery) => void
  /** Wants none, until somebody types again. */
  readonly drop: () => void
}

/** The completions of what is being typed. */
export function useCompletions(): AskedCompletions {
  const { client } = useServices()
  const [answer, setAnswer] = useState<CompletionAnswer | null>(null)
  const latest = useMemo(
    () =>
      createLatest({
        work: (edited: EditedQuery) => client.request('search:complete', edited),
        onAnswer: ({ query }, completions) => setAnswer(completions && { query, completions }),
        delayMs
      }),
    [client]
  )
  useEffect(() => latest.drop, [latest])
  const drop = useCallback(() => {
    latest.drop()
    setAnswer(null)
  }, [latest])
  return { answer, ask: latest.ask, drop }
}
