import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

if (Number(process.versions.node.split('.')[0]) < 22) {
  throw new Error(
    `Node ${process.version} is too old: run "npm run test:unit", which uses the Node that the project pins`
  )
}

export default defineConfig({
  resolve: { alias: { '@shared': resolve('src/shared') } },
  test: {
    include: ['tests/unit/**/*.spec.ts', 'tests/unit/**/*.spec.tsx'],
    globalSetup: ['tests/unit/buildWorkers.ts'],
    pool: 'forks',
    // No test measures time; these only end a test that hangs, on a machine however busy.
    testTimeout: 30_000,
    expect: { poll: { timeout: 15_000 } }
  }
})
