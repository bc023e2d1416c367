// npm test: every check and test that this machine can run, and a line for each runtime that it had to leave out.
// `node tools/test.mjs e2e` runs the end-to-end stories alone. Words after `--` go to Playwright.
//
// LONTAR_ELECTRON_RUNNER  a command in front of Electron's stories, for a machine without a display (a script that
//                         starts one, such as xvfb-run)
// LONTAR_REQUIRE          runtimes that must not be left out, such as `electron,browser`
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhenStale } from './build.mjs'
import { locateElectron } from './electronRuntime.mjs'

const reportFolder = 'out/reports'
const onlyStories = process.argv[2] === 'e2e'
const forPlaywright = process.argv.slice(process.argv.indexOf('--') + 1 || process.argv.length)
const required = (process.env.LONTAR_REQUIRE ?? '').split(',').filter(Boolean)
const sums = { passed: 0, failed: 0 }
const leftOut = []

function run(command, commandArguments, environment = {}) {
  const result = spawnSync(command, commandArguments, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32'
  })
  return result.status === 0
}

/** A check without tests of its own counts as one test. */
function check(name, command, commandArguments) {
  console.log(`\n— ${name}`)
  const passed = run(command, commandArguments)
  sums[passed ? 'passed' : 'failed']++
  if (!passed) console.error(`${name}: failed`)
}

/** Adds up a report, or counts one failure where the runner died before it wrote any. */
function addReport(file, passed, read) {
  if (!existsSync(file)) {
    sums.failed++
    return
  }
  const { passed: good, failed: bad } = read(JSON.parse(readFileSync(file, 'utf8')))
  sums.passed += good
  sums.failed += bad === 0 && !passed ? 1 : bad
}

function runUnitTests() {
  console.log('\n— unit tests')
  const file = join(reportFolder, 'unit.json')
  rmSync(file, { force: true })
  const passed = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  addReport(file, passed, report => ({ passed: report.numPassedTests, failed: report.numFailedTests }))
}

function runStories(project, runner) {
  console.log(`\n— end-to-end stories: ${project}`)
  const file = join(reportFolder, `${project}.json`)
  rmSync(file, { force: true })
  const [command = 'playwright', ...before] = [...runner, 'playwright']
  const passed = run(command, [...before, 'test', `--project=${project}`, ...forPlaywright], {
    LONTAR_E2E_REPORT: file
  })
  addReport(file, passed, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
}

function leaveOut(project, why) {
  leftOut.push(`${project}: ${why}`)
  if (required.includes(project)) sums.failed++
}

/** How to start Electron's stories here, or undefined where its runtime or a display is missing. */
function electronRunner() {
  const given = process.env.LONTAR_ELECTRON_RUNNER
  if (given) return [given]
  if (!locateElectron(false)) return leaveOut('electron', "Electron's runtime is not installed (npx install-electron)")
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return []
  const hasVirtualDisplay = spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0
  return hasVirtualDisplay ? ['xvfb-run', '-a'] : leaveOut('electron', 'there is no display, and no xvfb-run')
}

async function hasChromium() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  if (known.some(path => path && existsSync(path))) return true
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}

mkdirSync(reportFolder, { recursive: true })
if (!onlyStories) {
  check('format', 'prettier', ['--check', '--log-level', 'warn', '.'])
  check('lint', 'oxlint', [])
  check('types', process.execPath, ['tools/typecheck.mjs'])
  check('dead code', 'knip', [])
  runUnitTests()
}
buildWhenStale()
const runner = electronRunner()
if (runner) runStories('electron', runner)
if (await hasChromium()) runStories('browser', [])
else leaveOut('browser', 'no Chromium was found (set CHROMIUM to its path)')

for (const line of leftOut) console.log(`\nLeft out — ${line}`)
console.log(`\ntests: ${sums.passed} passed, ${sums.failed} failed`)
process.exit(sums.failed === 0 ? 0 : 1)
