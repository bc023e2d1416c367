// node tools/bench.mjs [NAME] [ARGUMENT…]: bundles tests/bench/NAME.bench.ts and runs it; without a name, every one.
// To add a benchmark, add such a file. The workers stand beside the bundle, as in the application.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

const outFolder = resolve('out/bench')
const benches = Object.fromEntries(
  globSync('tests/bench/*.bench.ts').map(file => [basename(file, '.bench.ts'), resolve(file)])
)
const [first, ...rest] = process.argv.slice(2)
const isNamed = first !== undefined && !first.startsWith('-')
const names = isNamed ? [first] : Object.keys(benches).toSorted()
const benchArguments = isNamed ? rest : process.argv.slice(2)

for (const name of names) {
  if (!benches[name]) {
    console.error(`There is no benchmark "${name}". There are: ${Object.keys(benches).toSorted().join(', ')}`)
    process.exit(2)
  }
  await bundle(name)
  const file = join(outFolder, name, `${name}.bench.js`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', file, ...benchArguments], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** @param {string} name */
async function bundle(name) {
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(outFolder, name),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { [`${name}.bench`]: benches[name], ...workersOf(name) },
        external: ['better-sqlite3', 'jsdom'],
        output: { entryFileNames: '[name].js' }
      }
    }
  })
}

/**
 * Benchmarks of search alone do not need the importer to build, and some of them no thread.
 * @param {string} name
 */
function workersOf(name) {
  const searchWorker = resolve('src/main/search/worker/searchWorker.ts')
  if (name === 'search') return { searchWorker }
  if (['hits', 'relevance', 'stemming'].includes(name)) return {}
  if (name === 'pages') {
    const jsdomWorker = resolve('tests/bench/pages/jsdomWorker.ts')
    return { jsdomWorker, importWorker: resolve('src/main/importing/worker/importWorker.ts') }
  }
  return {
    searchWorker,
    importWorker: resolve('src/main/importing/worker/importWorker.ts'),
    importThread: resolve('src/main/application/importing/importThread.ts')
  }
}
