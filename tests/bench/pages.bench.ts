// Owns the page benchmark: articles out of pages a second, through the parser pool and through jsdom's chain, two threads each.
// `npm run bench -- pages [--rounds N] [--json]`
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { createParserPool } from '../../src/main/importing/worker/parserPool'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } }
})
const threads = 2
const folder = resolve('../shared/data/extraction/readability')

/** Reads pages and says how many a second; a first round warms the threads up and is not counted. */
async function measure(pages: readonly Buffer[], readAll: () => Promise<void>): Promise<number> {
  await readAll()
  const rates: number[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    const start = performance.now()
    await readAll()
    rates.push((pages.length / (performance.now() - start)) * 1_000)
  }
  return rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)] ?? 0
}

async function measureLontar(pages: readonly Buffer[]): Promise<number> {
  const pool = createParserPool({ workerFile: new URL('importWorker.js', import.meta.url), size: threads })
  const rate = await measure(pages, async () => {
    await Promise.all(pages.map(bytes => pool.parseFile({ fileName: 'page.html', path: null, bytes })))
  })
  await pool.dispose()
  return rate
}

/** Gives each thread the next page as soon as it has done one. */
function readWith(workers: readonly Worker[], pages: readonly string[]): Promise<unknown> {
  const queue = [...pages]
  return Promise.all(
    workers.map(
      worker =>
        new Promise<void>((done, fail) => {
          const next = (): void => {
            const page = queue.shift()
            if (page !== undefined) worker.postMessage(page, [])
            else {
              worker.off('message', next).off('error', fail)
              done()
            }
          }
          worker.on('message', next)
          worker.on('error', fail)
          next()
        })
    )
  )
}

async function measureJsdom(pages: readonly Buffer[]): Promise<number> {
  const texts = pages.map(page => page.toString())
  const workers = Array.from({ length: threads }, () => new Worker(new URL('jsdomWorker.js', import.meta.url)))
  const rate = await measure(pages, async () => {
    await readWith(workers, texts)
  })
  await Promise.all(workers.map(worker => worker.terminate()))
  return rate
}

const rounded = (rate: number): number => Math.round(rate * 10) / 10

if (existsSync(folder)) {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? entry.name : []))
  const pages = names.map(name => readFileSync(join(folder, name, 'source.html')))
  const lontar = rounded(await measureLontar(pages))
  const jsdom = rounded(await measureJsdom(pages))
  const perThread = (rate: number): number => rounded(rate / threads)
  if (values.json) {
    const figures = (rate: number): object => ({ pagesPerSecond: rate, perThread: perThread(rate) })
    const ratio = rounded(lontar / jsdom)
    console.log(JSON.stringify({ pages: pages.length, lontar: figures(lontar), jsdom: figures(jsdom), ratio }))
  } else {
    console.log(`${pages.length} pages, ${threads} threads, median of ${values.rounds} rounds`)
    console.log(`lontar: ${lontar} pages/s (${perThread(lontar)} a thread)`)
    console.log(`jsdom:  ${jsdom} pages/s (${perThread(jsdom)} a thread)`)
  }
} else {
  console.error('Skipped: the pages lie in ../shared/data/extraction/readability, which is absent here')
}
