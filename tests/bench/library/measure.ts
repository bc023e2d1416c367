// Owns the figures of the library benchmark and how they are taken.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'

/** Milliseconds, rounded to hundredths. */
export interface Spread {
  readonly p50: number
  readonly p95: number
}

/** What a library costs. */
export interface LibraryCost {
  /** Files a second until all are on disk. */
  readonly storedPerSecond: number
  /** Files a second until all can be found by their words. */
  readonly searchablePerSecond: number
  /** The longest time in milliseconds for which the main thread did not answer during the import. */
  readonly longestWaitMs: number
  /** Processor time of all threads for one file, in milliseconds: what two cores could do is 2 000 by this. */
  readonly processorMs: number
  /** The most memory that the process held during the import, in megabytes (2^20 bytes). */
  readonly peakMemoryMB: number
  /** From starting the process to having the first 100 articles, in milliseconds: the median of five. */
  readonly startMs: number
  readonly firstPage: Spread
  readonly lastPage: Spread
  readonly open: Spread
}

/** Times `action` many times, each with its turn's number. */
export function spreadOf(action: (turn: number) => unknown, turns = 200): Spread {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const begin = performance.now()
    action(turn)
    times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100
  return { p50: at(0.5), p95: at(0.95) }
}

/** Files a second since `begin`, a `performance.now()`. */
export function rateSince(begin: number, files: number): number {
  return Math.round(files / ((performance.now() - begin) / 1000))
}

/** Watches memory and processor time; gives the function that ends it with both, for so many files. */
export function watchCosts(): (files: number) => Pick<LibraryCost, 'processorMs' | 'peakMemoryMB'> {
  const before = process.cpuUsage()
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 100)
  return files => {
    clearInterval(timer)
    const { user, system } = process.cpuUsage(before)
    return {
      processorMs: Math.round((user + system) / files / 10) / 100,
      peakMemoryMB: Math.round(Math.max(peak, process.memoryUsage.rss()) / 2 ** 20)
    }
  }
}

/** Watches how long the main thread goes without answering; gives the function that ends it with the longest wait in ms. */
export function watchMainThread(): () => number {
  const resolutionMs = 5
  const delays = monitorEventLoopDelay({ resolution: resolutionMs })
  delays.enable()
  return () => {
    delays.disable()
    return Math.max(0, Math.round(delays.max / 1e6) - resolutionMs)
  }
}
