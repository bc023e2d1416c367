// Bundles the worker entries once before the unit tests, so that tests can start real worker threads.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'vite'

/** Where the bundled workers are: `importWorker.js`, `searchWorker.js` and `importThread.js`. */
export const testWorkersFolder = resolve('out/test-workers')

/** Vitest calls this once before all tests. */
export default async function setup(): Promise<void> {
  const candidates = {
    importWorker: resolve('src/main/importing/worker/importWorker.ts'),
    searchWorker: resolve('src/main/search/worker/searchWorker.ts'),
    importThread: resolve('src/main/application/importing/importThread.ts')
  }
  const input = Object.fromEntries(Object.entries(candidates).filter(([, file]) => existsSync(file)))
  if (Object.keys(input).length === 0) return
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: testWorkersFolder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { input, external: ['better-sqlite3'], output: { entryFileNames: '[name].js' } }
    }
  })
}
