// Composition root of browser mode: puts the application behind a loopback server. Decides nothing else.
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createApplication } from './application/createApplication'
import { createLog } from './log'
import { chooseDataFolder } from './dataFolder'
import { createLimitedHost } from './application/limitedHost'
import { createEventStream } from './http/eventStream'
import { createSecret, startHttpServer } from './http/server'
import { createUploads } from './http/uploads'
import { openInBrowser } from './http/openInBrowser'
import { createRouter } from './ipc/router'
import { readResource } from './application/readResource'

const usage = `usage: lontar --browser [--data-dir DIR] [--port N] [--no-open] [FILE…]`

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'boolean' },
      'data-dir': { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false }
    }
  })
  const folder = chooseDataFolder({
    given: values['data-dir'],
    environment: process.env,
    platform: process.platform,
    executable: process.execPath
  })
  const programFolder = join(import.meta.dirname, '..', '..')
  const log = createLog(folder, { toConsole: true })
  const events = createEventStream()
  const uploads = createUploads(tmpdir())
  const { version } = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as { version: string }
  const application = createApplication({
    folder,
    workers: {
      importing: join(import.meta.dirname, 'importWorker.js'),
      search: join(import.meta.dirname, 'searchWorker.js'),
      imports: join(import.meta.dirname, 'importThread.js')
    },
    host: createLimitedHost({
      kind: 'browser',
      version,
      resourcesFolder: join(programFolder, 'resources'),
      refusal: 'Browser mode cannot do this; the desktop app can',
      // The server runs on the person's own machine, so it can hand an address to their browser.
      openExternal: async address => openInBrowser(address),
      takeUpload: uploads.take
    }),
    emit: events.emit,
    now: Date.now,
    log
  })
  const server = await startHttpServer(
    {
      router: createRouter({
        handlers: application.handlers,
        checksOutput: process.env['LONTAR_CHECK_OUTPUT'] === '1',
        log
      }),
      events,
      uploads,
      rendererFolder: join(import.meta.dirname, '..', 'renderer'),
      readResource: sha256 => readResource(application.library, sha256),
      secret: createSecret(),
      log
    },
    Number(values.port)
  )

  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    server
      .close()
      .then(() => application.dispose())
      .then(() => uploads.dispose())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log('The program could not end in order', error)
          process.exit(1)
        }
      )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  console.log(`Lontar is open at ${server.address}`)
  console.log('Press Ctrl+C to end it.')
  if (!values['no-open']) openInBrowser(server.addressForOneUse)
  if (positionals.length > 0) {
    const items = positionals.map(path => ({ kind: 'path', path: resolve(path) }) as const)
    application.imports.enqueue({ kind: 'items', items })
  }
  await application.start().catch((error: unknown) => log('The work in the background ended', error))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  const isUsage = error instanceof TypeError && 'code' in error
  if (isUsage) console.error(usage)
  process.exit(isUsage ? 2 : 1)
})
