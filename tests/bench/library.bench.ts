// Owns the library benchmark: importing, starting, listing and opening, each beside a plain peer in the same run.
// `npm run bench -- library [--size N]… [--json]`
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generateArticles } from './generate'
import { measureLontar, startLontar } from './library/lontar'
import { measurePlain, startPlain } from './library/plain'
import type { LibraryCost } from './library/measure'

interface SizeReport {
  readonly size: number
  readonly lontar: LibraryCost
  readonly plain: LibraryCost
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['1000', '10000', '20000'] },
    json: { type: 'boolean', default: false },
    // How this file calls itself for one measurement.
    measure: { type: 'string' },
    folder: { type: 'string', default: '' }
  }
})

const seed = 20_241_105
const startRuns = 5
const measurements = { lontar: measureLontar, plain: measurePlain }
const starts = { lontar: startLontar, plain: startPlain }
type Library = keyof typeof measurements

if (values.measure) await measureOne(values.measure, values.folder)
else for (const size of values.size) compare(readSize(size))

function readSize(text: string): number {
  const size = Number(text)
  if (!Number.isInteger(size) || size < 100)
    throw new RangeError(`--size takes a whole number from 100 on, not ${text}`)
  return size
}

async function measureOne(measurement: string, folder: string): Promise<void> {
  const [what, name = ''] = measurement.split('-')
  if (name !== 'lontar' && name !== 'plain') throw new RangeError(`There is no library ${name}`)
  const data = join(folder, name)
  if (what === 'start') await starts[name](data)
  else console.log(JSON.stringify(await measurements[name](join(folder, 'files'), data)))
}

function compare(size: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-bench-'))
  try {
    const files = join(folder, 'files')
    mkdirSync(files)
    for (const { fileName, text } of generateArticles(size, seed)) writeFileSync(join(files, fileName), text)
    const report: SizeReport = { size, lontar: measure('lontar', folder), plain: measure('plain', folder) }
    console.log(values.json ? JSON.stringify(report) : format(report))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(name: Library, folder: string): LibraryCost {
  const cost = JSON.parse(runSelf(`cost-${name}`, folder)) as Omit<LibraryCost, 'startMs'>
  const times = Array.from({ length: startRuns }, () => {
    const begin = performance.now()
    runSelf(`start-${name}`, folder)
    return performance.now() - begin
  }).toSorted((a, b) => a - b)
  return { ...cost, startMs: Math.round(times[Math.floor(startRuns / 2)] ?? 0) }
}

function runSelf(measurement: string, folder: string): string {
  const own = fileURLToPath(import.meta.url)
  return execFileSync(process.execPath, ['--expose-gc', own, '--measure', measurement, '--folder', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
}

function format({ size, lontar, plain }: SizeReport): string {
  const row = (title: string, cell: (cost: LibraryCost) => string): string =>
    title.padEnd(40) + cell(lontar).padStart(16) + cell(plain).padStart(16)
  return [
    `${size} articles`.padEnd(40) + 'lontar'.padStart(16) + 'plain'.padStart(16),
    row('import, files/s stored', cost => String(cost.storedPerSecond)),
    row('import, files/s stored and searchable', cost => String(cost.searchablePerSecond)),
    row('longest wait of the main thread, ms', cost => String(cost.longestWaitMs)),
    row('import, ms of processor time a file', cost => String(cost.processorMs)),
    row('import, most memory held, MB', cost => String(cost.peakMemoryMB)),
    row('process start to first list, ms', cost => String(cost.startMs)),
    row('a page of 100 at the top, ms p50 / p95', cost => `${cost.firstPage.p50} / ${cost.firstPage.p95}`),
    row('a page of 100 at the end, ms p50 / p95', cost => `${cost.lastPage.p50} / ${cost.lastPage.p95}`),
    row('open an article, ms p50 / p95', cost => `${cost.open.p50} / ${cost.open.p95}`),
    ''
  ].join('\n')
}
