// Owns what is measured of one engine, in a process of its own. Compares nothing.
import { mkdirSync } from 'node:fs'
import { openDocuments } from './documents'
import { folderMegabytes, type BenchEngine } from './engines'
import { makeQueries, queryClasses, type QueryClass } from './queries'

/** Milliseconds that half and 95 of 100 queries of a class took at most. */
export interface Percentiles {
  readonly p50: number
  readonly p95: number
}

/** What building an engine's index costs. */
export interface BuildCost {
  readonly buildPerSecond: number
  readonly diskMB: number
}

/** What an engine costs from its opening on. */
export interface QueryCost {
  /** Growth of the process's resident memory by opening and ten queries. */
  readonly memoryMB: number
  /** From nothing to the first answer. */
  readonly openMs: number
  /** A class that the engine lacks is left out. */
  readonly queries: Readonly<Partial<Record<QueryClass, Percentiles>>>
}

/** Builds the index of the documents of a file. */
export async function measureBuild(engine: BenchEngine, documentsFile: string, folder: string): Promise<BuildCost> {
  mkdirSync(folder, { recursive: true })
  const documents = openDocuments(documentsFile)
  const count = documents.listRevisions().length
  const startedAt = performance.now()
  await engine.build(folder, documents)
  const seconds = (performance.now() - startedAt) / 1_000
  documents.close()
  return { buildPerSecond: Math.round(count / seconds), diskMB: round(folderMegabytes(folder)) }
}

/** No class is asked for longer, so that a slow engine does not hold up the others for hours. */
const longestClassMs = 30_000

/** Opens an index and asks every query once, after a short warm-up. */
export async function measureQueries(engine: BenchEngine, documentsFile: string, folder: string): Promise<QueryCost> {
  const documents = openDocuments(documentsFile)
  const queries = makeQueries(documents.all())
  globalThis.gc?.()
  const memoryBefore = process.memoryUsage.rss()
  const startedAt = performance.now()
  const opened = await engine.open(folder, documents)
  for (const query of queries.common.slice(0, 1)) await opened.query(query)
  const openMs = performance.now() - startedAt
  await opened.settle()
  for (const query of queries.common.slice(0, 10)) await opened.query(query)
  globalThis.gc?.()
  const memoryMB = (process.memoryUsage.rss() - memoryBefore) / 1_000_000

  const measured: Partial<Record<QueryClass, Percentiles>> = {}
  for (const name of queryClasses) {
    if (engine.lacks.includes(name)) continue
    const times: number[] = []
    const endsAt = performance.now() + longestClassMs
    for (const query of queries[name]) {
      if (performance.now() > endsAt) break
      const askedAt = performance.now()
      await opened.query(query)
      times.push(performance.now() - askedAt)
    }
    measured[name] = percentiles(times)
  }
  await opened.close()
  documents.close()
  return { memoryMB: round(memoryMB), openMs: round(openMs), queries: measured }
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((first, second) => first - second)
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
