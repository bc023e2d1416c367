// Owns what is measured of one engine, in a process of its own. Compares nothing.
import { mkdirSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ArticleId } from '@shared/model/common'
import { openDocuments, type DocumentStore } from './documents'
import { folderMegabytes, type BenchEngine, type OpenEngine } from './engines'
import { furtherClasses, queryClasses, type BenchQueries, type BenchQuery, type QueryClass } from './queries'

/** Milliseconds that half and 95 of 100 queries of a class took at most. */
export interface Percentiles {
  readonly p50: number
  readonly p95: number
}

/** What building an engine's index costs. */
export interface BuildCost {
  readonly buildPerSecond: number
  readonly diskMB: number
  /** The longest time that the main thread was kept while the index was built (of an engine with a thread of its own). */
  readonly buildWaitMs?: number
}

/** What an engine costs from its opening on. */
export interface QueryCost {
  /** Growth of the process's resident memory by opening and ten queries. */
  readonly memoryMB: number
  /** From nothing to the first answer. */
  readonly openMs: number
  /** A class that the engine lacks is left out. */
  readonly queries: Readonly<Partial<Record<QueryClass, Percentiles>>>
  readonly more: {
    /** Phrases of two common words. */
    readonly phraseOfTwo?: Percentiles
    /** What a page's snippets and hits take beyond finding the articles (Lontar alone). */
    readonly snippets?: Percentiles
    /** From the adding of an article to the answer that has it. */
    readonly add: Percentiles
    /** The longest time that the main thread was kept by opening and queries (as above). */
    readonly waitMs?: number
  }
}

/** No class is asked for longer, so that a slow engine does not hold up the others for hours. */
const longestClassMs = 30_000
const addedArticles = 20

/** Builds the index of the documents of a file. */
export async function measureBuild(engine: BenchEngine, documentsFile: string, folder: string): Promise<BuildCost> {
  mkdirSync(folder, { recursive: true })
  const documents = openDocuments(documentsFile)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  await engine.build(folder, documents)
  const seconds = (performance.now() - startedAt) / 1_000
  delay.disable()
  documents.close()
  return {
    buildPerSecond: Math.round(documents.count / seconds),
    diskMB: round(folderMegabytes(folder)),
    ...(engine.isThreaded ? { buildWaitMs: round(delay.max / 1e6) } : {})
  }
}

/** Opens an index and asks every query once, after a short warm-up. */
export async function measureQueries(
  engine: BenchEngine,
  documentsFile: string,
  folder: string,
  queriesFile: string
): Promise<QueryCost> {
  const documents = openDocuments(documentsFile)
  const queries = JSON.parse(readFileSync(queriesFile, 'utf8')) as BenchQueries
  globalThis.gc?.()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
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
  const further: Partial<Record<(typeof furtherClasses)[number], Percentiles>> = {}
  for (const name of queryClasses) {
    if (!engine.lacks.includes(name)) measured[name] = await measureClass(queries[name], query => opened.query(query))
  }
  for (const name of furtherClasses) {
    if (!engine.lacks.includes(name)) further[name] = await measureClass(queries[name], query => opened.query(query))
  }
  const snippets = engine.isThreaded && (await measureSnippets(opened, [...queries.common, ...queries.veryCommon]))
  delay.disable()
  const add = await measureAdding(opened, documents)
  await opened.close()
  documents.close()
  return {
    memoryMB: round(memoryMB),
    openMs: round(openMs),
    queries: measured,
    more: {
      ...further,
      ...(snippets ? { snippets } : {}),
      add,
      ...(engine.isThreaded ? { waitMs: round(delay.max / 1e6) } : {})
    }
  }
}

async function measureClass(
  queries: readonly BenchQuery[],
  ask: (query: BenchQuery) => Promise<unknown>
): Promise<Percentiles> {
  const times: number[] = []
  const endsAt = performance.now() + longestClassMs
  for (const query of queries) {
    if (performance.now() > endsAt) break
    const askedAt = performance.now()
    await ask(query)
    times.push(performance.now() - askedAt)
  }
  return percentiles(times)
}

/** The page of a ranking that is there already. */
async function measureSnippets(opened: OpenEngine, queries: readonly BenchQuery[]): Promise<Percentiles> {
  const times: number[] = []
  for (const query of queries) {
    await opened.query(query, 0)
    const askedAt = performance.now()
    await opened.query(query)
    times.push(performance.now() - askedAt)
  }
  return percentiles(times)
}

async function measureAdding(opened: OpenEngine, documents: DocumentStore): Promise<Percentiles> {
  const times: number[] = []
  const [template] = documents.all()
  if (!template) throw new RangeError('There are no articles')
  for (let number = 0; number < addedArticles; number++) {
    const word = `zzz${'abcdefghijklmnopqrstuvwxyz'.charAt(number)}zzz`
    const startedAt = performance.now()
    await opened.add({ ...template, articleId: `b${number}` as ArticleId, body: `${template.body} ${word}` })
    const found = await opened.query({ words: [word], isLastPrefix: false, isPhrase: false, isFuzzy: false })
    times.push(performance.now() - startedAt)
    if (found !== 1) throw new Error(`An article that was added was found ${found} times`)
  }
  return percentiles(times)
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
