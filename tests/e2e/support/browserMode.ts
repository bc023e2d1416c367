// Owns starting browser mode and a Chromium that shows it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import type { RunningHost } from './lontar'

/** Starts the server and opens its window. */
export async function startBrowserMode(dataFolder: string): Promise<RunningHost> {
  const server = spawn(process.execPath, ['out/main/browserMode.js', '--no-open', '--data-dir', dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LONTAR_CHECK_OUTPUT: '1' }
  })
  const exited = once(server, 'exit')
  const address = await readAddress(server.stdout)
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 }, locale: 'en-US' })
  const page = await context.newPage()
  // Choosers are caught from the beginning: catching one takes effect only a moment after it was asked for.
  const answers: (readonly string[])[] = []
  page.on('filechooser', chooser => void chooser.setFiles([...(answers.shift() ?? [])]))
  await page.goto(address)
  return {
    page,
    answerDialog: async paths => {
      answers.push(paths)
    },
    close: async () => {
      await browser.close()
      server.kill('SIGTERM')
      await exited
    }
  }
}

async function readAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('Browser mode ended before it named its address')
}

/** The machine's Chromium, where Playwright has none of its own. */
function findChromium(): string | undefined {
  const known = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return known.find(path => path !== undefined && existsSync(path))
}
