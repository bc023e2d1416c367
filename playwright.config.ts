import { defineConfig } from '@playwright/test'

/**
 * The same stories in two hosts: the Electron window, and browser mode in a Chromium. `tools/test.mjs` finds out which of
 * the two this machine has and names the one it had to leave out.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.story.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: process.env['LONTAR_E2E_REPORT'] ?? 'out/reports/stories.json' }]],
  projects: [
    { name: 'electron' },
    // What only a desktop program has: files opened by the system, a second start.
    { name: 'browser', testIgnore: 'tests/e2e/electron/**' }
  ]
})
