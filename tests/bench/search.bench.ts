// Owns the search benchmark: the same articles and queries through each engine, each in processes of its own.
// `npm run bench -- search [--size N]… [--engine NAME]… [--json]`
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openDocuments, writeDocuments } from './search/documents'
import { engines } from './search/engines'
import { measureBuild, measureQueries, type BuildCost, type QueryCost } from './search/measure'
import { makeQueries } from './search/queries'
import { formatReport, type SizeReport } from './search/report'

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['1000', '10000'] },
    json: { type: 'boolean', default: false },
    engine: { type: 'string', multiple: true, default: Object.keys(engines) },
    // How this file calls itself for one measurement.
    measure: { type: 'string' },
    folder: { type: 'string', default: '' }
  }
})

const documentsFile = (folder: string): string => join(folder, 'documents.db')
const queriesFile = (folder: string): string => join(folder, 'queries.json')

if (values.measure) await measureOne(values.measure, values.engine[0] ?? '', values.folder)
else for (const size of values.size) compareEngines(readSize(size))

function readSize(text: string): number {
  const size = Number(text)
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`--size takes a whole number above 0, not ${text}`)
  return size
}

async function measureOne(measurement: string, name: string, folder: string): Promise<void> {
  const engine = engines[name]
  if (!engine) throw new RangeError(`There is no engine ${name}`)
  const [documents, own] = [documentsFile(folder), join(folder, name)]
  const cost =
    measurement === 'build'
      ? await measureBuild(engine, documents, own)
      : await measureQueries(engine, documents, own, queriesFile(folder))
  console.log(JSON.stringify(cost))
}

function compareEngines(size: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-bench-'))
  try {
    writeDocuments(documentsFile(folder), size)
    const documents = openDocuments(documentsFile(folder))
    writeFileSync(queriesFile(folder), JSON.stringify(makeQueries(documents.all())))
    documents.close()
    const report: SizeReport = {
      size,
      engines: Object.fromEntries(
        values.engine.map(name => [name, { ...runChild('build', name, folder), ...runChild('queries', name, folder) }])
      )
    }
    console.log(values.json ? JSON.stringify(report) : formatReport(report))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runChild(measurement: 'build', name: string, folder: string): BuildCost
function runChild(measurement: 'queries', name: string, folder: string): QueryCost
function runChild(measurement: string, name: string, folder: string): unknown {
  const own = fileURLToPath(import.meta.url)
  // MiniSearch needs several gigabytes for 100 000 articles, more than Node gives by itself.
  const childArguments = [
    '--expose-gc',
    '--max-old-space-size=8192',
    own,
    '--measure',
    measurement,
    '--engine',
    name,
    '--folder',
    folder
  ]
  return JSON.parse(
    execFileSync(process.execPath, childArguments, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  )
}
