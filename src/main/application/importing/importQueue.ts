// Owns the imports of a running program: one after the other, their progress, cancelling, and their end.
import { rm } from 'node:fs/promises'
import { AppError } from '@shared/errors'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportFinished, ImportProgress, ImportTotals } from '@shared/model/importing'
import type { EmitEvent } from '@shared/ipc/contract'
import { aliveForMs } from '../../library/imports'
import type { Library } from '../../library/library'
import type { Host } from '../host'
import type { Committed } from './pendingArticle'
import { writeOrder, type ImportOrder } from './importOrder'
import type { ImportRunner } from './importRunner'
import { endOfProgram } from './importTask'

/** Runs imports. */
export interface ImportQueue {
  /** Begins an import, or puts it behind those that run; gives its id at once. */
  readonly enqueue: (order: ImportOrder) => ImportId
  /** Goes on with an interrupted import, passing over what its receipt has lines of. */
  readonly resume: (importId: ImportId, order: ImportOrder) => void
  /** Resolves with the end of an import. @throws AppError `import_not_found` */
  readonly waitFor: (importId: ImportId) => Promise<ImportFinished>
  /** Stops an import after the files in work; those that were found and not done fail with `import_cancelled`. */
  readonly cancel: (importId: ImportId) => void
  /** The import that runs, or null. */
  readonly progress: () => ImportProgress | null
  /** Breaks everything off, so that the next start can go on with it, and resolves when nothing runs any more. */
  readonly dispose: () => Promise<void>
}

/** What the queue needs. */
export interface ImportQueueDependencies {
  readonly library: Library
  readonly runner: ImportRunner
  readonly host: Pick<Host, 'samplePath' | 'showProgress'>
  readonly language: () => string
  /** What becomes of a file that holds several articles. */
  readonly books: () => 'whole' | 'chapters'
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
  readonly fail: (error: unknown) => void
  readonly progress: { -readonly [Key in keyof ImportProgress]: ImportProgress[Key] }
  readonly broughtIn: ArticleId[]
}

/** Progress is told at most so often, in milliseconds. */
const progressIntervalMs = 100
/** So many ended imports can still be waited for. */
const mostRemembered = 50

/** Makes the queue. */
export function createImportQueue(dependencies: ImportQueueDependencies): ImportQueue {
  const { library, runner, emit, host, language, books, now, log } = dependencies
  const jobs = new Map<ImportId, Job>()
  const running = new Set<ImportId>()
  const aliveTimer = setInterval(() => library.imports.keepAlive([...running]), aliveForMs / 4)
  aliveTimer.unref()
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
    let isWhole = true
    try {
      const { importId, order } = job
      const samplePath = host.samplePath(language())
      await runner.run({ importId, order, books: books(), samplePath }, signal, {
        onProgress: (found, currentPath) => {
          job.progress.found = found
          job.progress.currentPath = currentPath
          tell(job)
        },
        onCommitted: committed => count(job, committed)
      })
    } catch (error) {
      // The receipt says so: files of which it has no line were not imported.
      isWhole = false
      if (signal.reason !== endOfProgram) log('An import ended early', error)
    }
    if (signal.reason !== endOfProgram) await removeUploads(job.order)
    try {
      finish(job, endOf(isWhole, signal))
    } catch (error) {
      job.fail(error)
      throw error
    } finally {
      current = undefined
      running.delete(job.importId)
    }
  }

  const finish = (job: Job, state: 'finished' | 'cancelled' | 'interrupted'): void => {
    const [only, ...others] = job.broughtIn
    const onlyArticleId = job.progress.done === 1 && only && others.length === 0 ? only : null
    const finished: ImportFinished = { ...library.imports.end(job.importId, state), onlyArticleId }
    job.progress.isCounting = false
    job.progress.currentPath = null
    tell(job, true)
    emit('importing:finished', finished)
    job.settle(finished)
    forgetOldest(jobs)
  }

  const start = (importId: ImportId, order: ImportOrder): void => {
    const { promise: finished, settle, fail } = createSettled<ImportFinished>()
    const job: Job = {
      importId,
      order,
      controller: new AbortController(),
      finished,
      settle,
      fail,
      progress: startProgress(importId, library.imports.getSummary(importId).totals),
      broughtIn: []
    }
    jobs.set(importId, job)
    running.add(importId)
    tail = tail.then(() => run(job)).catch((error: unknown) => log('An import could not be ended', error))
  }

  return {
    enqueue: order => {
      const importId = library.imports.begin(writeOrder(order))
      start(importId, order)
      return importId
    },
    resume: (importId, order) => {
      library.imports.resume(importId)
      start(importId, order)
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
      clearInterval(aliveTimer)
      for (const job of jobs.values()) job.controller.abort(endOfProgram)
      await tail
      await runner.dispose()
    }
  }
}

/** `totals` are those of an interrupted import's lines. */
function startProgress(importId: ImportId, totals: ImportTotals): ImportProgress {
  const done = Object.values(totals).reduce((sum, count) => sum + count, 0)
  return { importId, found: done, done, isCounting: true, isCancelling: false, currentPath: null, totals }
}

/** An upload's files have been read: what is worth keeping lies in the library. */
async function removeUploads(order: ImportOrder): Promise<void> {
  if (order.kind !== 'items') return
  const folders = order.items.flatMap(item => (item.kind === 'uploaded' ? [item.folder] : []))
  await Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true })))
}

interface Settled<Value> {
  readonly promise: Promise<Value>
  readonly settle: (value: Value) => void
  readonly fail: (error: unknown) => void
}

function createSettled<Value>(): Settled<Value> {
  let settle: Settled<Value>['settle'] = () => undefined
  let fail: Settled<Value>['fail'] = () => undefined
  const promise = new Promise<Value>((resolve, reject) => {
    settle = resolve
    fail = reject
  })
  // Nobody need wait for an import; its failure is logged where it happens.
  promise.catch(() => undefined)
  return { promise, settle, fail }
}

function endOf(isWhole: boolean, signal: AbortSignal): 'finished' | 'cancelled' | 'interrupted' {
  if (signal.aborted && signal.reason !== endOfProgram) return 'cancelled'
  return isWhole ? 'finished' : 'interrupted'
}

function forgetOldest(jobs: Map<ImportId, Job>): void {
  const [oldest] = jobs.keys()
  if (jobs.size > mostRemembered && oldest) jobs.delete(oldest)
}
