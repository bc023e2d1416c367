import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { createParserPool } from '/work/main/src/main/importing/importing'
test('x', async () => {
  const bytes = readFileSync('/work/shared/seeds/000_5c43ae279a1da39f.txt')
  const pool = createParserPool({ workerFile: '/work/main/out/test-workers/importWorker.js', log: console.log })
  const t0 = performance.now()
  await pool.parse({ fileName: 's.txt', path: null, bytes })
  console.log(performance.now() - t0, 'first')
  const t = performance.now()
  await Promise.all(Array.from({ length: 2000 }, () => pool.parse({ fileName: 's.txt', path: null, bytes })))
  console.log((performance.now() - t) / 2000, 'ms each')
  await pool.dispose()
}, 30000)
