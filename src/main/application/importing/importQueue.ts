// Owns the imports of a running program: one after the other, their progress, cancelling, and their end.
import { rm } from 'node:fs/promises'
import { AppError } from '@shared/errors'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportFinished, ImportProgress, ImportTotals } from '@shared/model/importing'
import type { EmitEvent } from '@shared/ipc/contract'
import type { ParserPool } from '../../importing/importing'
import type { Library } from '../../library/library'
import type { Host } from '../host'
import type { Committed } from './importCommitter'
import { streamSources, type ImportOrder } from './importSources'
import { runImport } from './runImport'

/** Runs imports. */
export interface ImportQueue {
  /** Begins an import, or puts it behind those that run; gives its id at once. */
  readonly enqueue: (order: ImportOrder) => ImportId
  /** Resolves with the end of an import. @throws AppError `import_not_found` */
  readonly waitFor: (importId: ImportId) => Promise<ImportFinished>
  /** Stops an import after the files in work; those that were found and not done fail with `import_cancelled`. */
  readonly cancel: (importId: ImportId) => void
  /** The import that runs, or null. */
  readonly progress: () => ImportProgress | null
  /** Cancels everything and resolves when nothing runs any more. */
  readonly dispose: () => Promise<void>
}

/** What the queue needs. */
export interface ImportQueueDependencies {
  readonly library: Library
  readonly parser: ParserPool
  readonly host: Pick<Host, 'takeUpload' | 'samplePath' | 'showProgress'>
  readonly language: () => string
  readonly emit: EmitEvent
  readonly now: () => number
  readonly log: (message: string, error?: unknown) => void
}

interface Job {
  readonly importId: ImportId
  readonly order: ImportOrder
  readonly controller: AbortController
  readonly finished: Promise<ImportFinished>
  readonly settle: (finished: ImportFinished) => void
  readonly progress: { -readonly [Key in keyof ImportProgress]: ImportProgress[Key] }
  readonly broughtIn: ArticleId[]
}

/** Progress is told at most so often, in milliseconds. */
const progressIntervalMs = 100
/** So many ended imports can still be waited for. */
const mostRemembered = 50

/** Makes the queue. */
export function createImportQueue(dependencies: ImportQueueDependencies): ImportQueue {
  const { library, emit, host, now, log } = dependencies
  const jobs = new Map<ImportId, Job>()
  let current: Job | undefined
  let tail: Promise<void> = Promise.resolve()
  let toldAt = 0

  const tell = (job: Job, isLast = false): void => {
    if (!isLast && now() - toldAt < progressIntervalMs) return
    toldAt = now()
    emit('importing:progressed', { ...job.progress, totals: { ...job.progress.totals } })
    const { done, found } = job.progress
    host.showProgress(isLast || found === 0 ? null : done / found)
  }

  const count = (job: Job, committed: readonly Committed[]): void => {
    for (const { outcome, articleId } of committed) {
      job.progress.done++
      job.progress.totals[outcome]++
      if (articleId && job.broughtIn.length < 2) job.broughtIn.push(articleId)
    }
    tell(job)
  }

  const run = async (job: Job): Promise<void> => {
    current = job
    const { signal } = job.controller
    const temporaryFolders: string[] = []
    try {
      const onTemporaryFolder = (folder: string): unknown => temporaryFolders.push(folder)
      const sources = streamSources(job.order, { ...dependencies, onTemporaryFolder }, signal)
      await runImport(job.importId, sources, signal, {
        ...dependencies,
        onFound: found => {
          job.progress.found = found
          tell(job)
        },
        onStarted: displayPath => {
          job.progress.currentPath = displayPath
        },
        onCommitted: committed => count(job, committed)
      })
    } catch (error) {
      log('An import ended early', error)
    }
    await Promise.all(temporaryFolders.map(folder => rm(folder, { recursive: true, force: true })))
    finish(job, signal.aborted ? 'cancelled' : 'finished')
  }

  const finish = (job: Job, state: 'finished' | 'cancelled'): void => {
    const [only, ...others] = job.broughtIn
    const onlyArticleId = job.progress.done === 1 && only && others.length === 0 ? only : null
    const finished: ImportFinished = { ...library.imports.end(job.importId, state), onlyArticleId }
    current = undefined
    job.progress.isCounting = false
    job.progress.currentPath = null
    tell(job, true)
    emit('importing:finished', finished)
    job.settle(finished)
    forgetOldest(jobs)
  }

  return {
    enqueue: order => {
      const importId = library.imports.begin()
      const { promise: finished, settle } = createSettled<ImportFinished>()
      const job: Job = {
        importId,
        order,
        controller: new AbortController(),
        finished,
        settle,
        progress: startProgress(importId),
        broughtIn: []
      }
      jobs.set(importId, job)
      tail = tail.then(() => run(job)).catch((error: unknown) => log('An import could not be ended', error))
      return importId
    },
    waitFor: async importId => {
      const job = jobs.get(importId)
      if (!job) throw new AppError('import_not_found', 'This import does not run')
      return job.finished
    },
    cancel: importId => {
      const job = jobs.get(importId)
      if (!job) return
      job.progress.isCancelling = true
      job.controller.abort()
    },
    progress: () => current?.progress ?? null,
    dispose: async () => {
      for (const job of jobs.values()) job.controller.abort()
      await tail
    }
  }
}

function startProgress(importId: ImportId): ImportProgress {
  const totals: ImportTotals = { imported: 0, updated: 0, duplicate: 0, stub: 0, failed: 0 }
  return { importId, found: 0, done: 0, isCounting: true, isCancelling: false, currentPath: null, totals }
}

function createSettled<Value>(): { promise: Promise<Value>; settle: (value: Value) => void } {
  let settle: (value: Value) => void = () => undefined
  const promise = new Promise<Value>(resolve => {
    settle = resolve
  })
  return { promise, settle }
}

function forgetOldest(jobs: Map<ImportId, Job>): void {
  const [oldest] = jobs.keys()
  if (jobs.size > mostRemembered && oldest) jobs.delete(oldest)
}
