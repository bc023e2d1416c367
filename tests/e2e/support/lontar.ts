// Owns starting and ending Lontar for a story, in either host, and what a person does to it that Playwright cannot.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { startBrowserMode } from './browserMode'
import { startElectron } from './electronWindow'

/** A running Lontar: its window, and the ways to end it. */
export interface RunningHost {
  readonly page: Page
  /** Ends the program as a person does, waiting until everything is written. */
  readonly close: () => Promise<void>
  /** Answers the next open dialog with these paths, in place of the person. */
  readonly answerDialog: (paths: readonly string[]) => Promise<void>
}

/** What a story uses. */
export interface Lontar {
  /** The window as it is now; another one after `restart`. */
  readonly page: Page
  readonly host: 'electron' | 'browser'
  readonly dataFolder: string
  /** Ends the program and starts it again on the same library. */
  readonly restart: () => Promise<void>
  /** Answers the next open dialog with these paths, in place of the person. */
  readonly answerDialog: (paths: readonly string[]) => Promise<void>
  /** Drops files or folders on the window, as from the desktop's file manager. */
  readonly drop: (paths: readonly string[]) => Promise<void>
}

async function start(host: Lontar['host'], dataFolder: string, problems: string[]): Promise<RunningHost> {
  const running = await (host === 'electron' ? startElectron(dataFolder) : startBrowserMode(dataFolder))
  const { page } = running
  page.on('pageerror', error => problems.push(`page error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', request => {
    // A request that the page itself gave up (a stale answer, a closed event stream) is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()}`)
  })
  await page.getByRole('listbox', { name: 'Articles' }).or(page.getByText('Drop articles here')).first().waitFor()
  return running
}

/** A story's test: `lontar` is a program on a library of its own, which must have no error on its console at the end. */
export const test = base.extend<{ lontar: Lontar; expectedProblems: RegExp }>({
  /** What a story provokes on purpose: refusals that the browser reports on the console. */
  expectedProblems: [/^$/, { option: true }],
  lontar: async ({ expectedProblems }, run, testInfo) => {
    const host = testInfo.project.name === 'electron' ? 'electron' : 'browser'
    const dataFolder = mkdtempSync(join(tmpdir(), 'lontar-story-'))
    const problems: string[] = []
    let running = await start(host, dataFolder, problems)
    const lontar: Lontar = {
      get page() {
        return running.page
      },
      host,
      dataFolder,
      restart: async () => {
        await running.close()
        running = await start(host, dataFolder, problems)
      },
      answerDialog: paths => running.answerDialog(paths),
      drop: paths => dropFiles(running.page, paths)
    }
    await run(lontar)
    await running.close()
    rmSync(dataFolder, { recursive: true, force: true })
    expect(problems.filter(problem => !expectedProblems.test(problem))).toEqual([])
  }
})

export { expect }

/** Dispatches the events of a drop with real files, which keep their paths in Electron. */
async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input')
    element.type = 'file'
    element.multiple = true
    element.hidden = true
    document.body.append(element)
    return element
  })
  await input.setInputFiles([...paths])
  await input.evaluate(element => {
    const transfer = new DataTransfer()
    for (const file of element.files ?? []) transfer.items.add(file)
    element.remove()
    const target = document.body
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }))
    }
  })
}
