// Owns the thread of imports: a library of its own, parsers, and one import after the other. What an import does is
// `runImport`'s; when it runs is the queue's.
import { parentPort, workerData } from 'node:worker_threads'
import { createParserPool } from '../../importing/importing'
import { openLibrary } from '../../library/library'
import type { ImportRun, ImportThreadSettings, MessageFromImports, MessageToImports } from './importMessages'
import { streamSources } from './importSources'
import { endOfProgram } from './importTask'
import { runImport } from './runImport'

/** Progress is told at most so often, in milliseconds. */
const progressIntervalMs = 50

if (!parentPort) throw new Error('importThread runs as a worker thread only')
const port = parentPort
const { folder, parserFile } = workerData as ImportThreadSettings

function send(message: MessageFromImports): void {
  port.postMessage(message)
}

function log(message: string, error?: unknown): void {
  send({ kind: 'log', message, detail: error === undefined ? null : describe(error) })
}

const library = openLibrary({ folder, now: Date.now })
const parser = createParserPool({ workerFile: parserFile, log })
library.changes.listen(change => send({ kind: 'changed', change }))
let controller = new AbortController()

async function run({ importId, order, books, samplePath }: ImportRun): Promise<void> {
  controller = new AbortController()
  const { signal } = controller
  let found = 0
  let currentPath: string | null = null
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      send({ kind: 'progressed', found, currentPath })
    }, progressIntervalMs)
  }
  const sources = streamSources(order, { host: { samplePath: () => samplePath }, language: () => '' }, signal)
  try {
    await runImport(importId, sources, signal, {
      library,
      parser,
      now: Date.now,
      books,
      onFound: count => {
        found = count
        tell()
      },
      onStarted: path => {
        currentPath = path
        tell()
      },
      onCommitted: committed => send({ kind: 'committed', committed })
    })
    send({ kind: 'progressed', found, currentPath })
    send({ kind: 'ended', failure: null })
  } catch (error) {
    send({ kind: 'progressed', found, currentPath })
    send({ kind: 'ended', failure: describe(error) })
  } finally {
    clearTimeout(timer)
  }
}

async function close(): Promise<void> {
  await parser.dispose()
  library.close()
  port.close()
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

port.on('message', (message: MessageToImports) => {
  if (message.kind === 'run') void run(message.run)
  else if (message.kind === 'abort') controller.abort(message.isEndOfProgram ? endOfProgram : undefined)
  else void close()
})
