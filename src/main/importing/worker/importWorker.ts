// Owns the thread that parses files and unpacks archives, one after the other. Started by the pool only; holds no state
// between files.
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '@shared/errors'
import { unpackZip } from '../archive/unpackZip'
import type { ImportLimits } from '../limits'
import { parseFile } from '../pipeline'
import { readTexts } from './readTexts'
import type { RecordsAhead, RecordsTaken, WorkerAnswer, WorkerMessage, WorkerResult, WorkerTask } from './messages'

const port = parentPort
if (!port) throw new Error('importWorker runs as a worker thread only')

async function work(task: WorkerTask, limits: ImportLimits): Promise<WorkerResult> {
  if (task.kind === 'parse') return { kind: 'parsed', parsed: await parseFile(task.request, limits) }
  if (task.kind === 'readTexts') return { kind: 'textsRead', texts: await readTexts(task.request.paths, limits) }
  const { bytes, folder } = task.request
  return { kind: 'unpacked', unpacked: await unpackZip(bytes, folder, limits) }
}

async function answer(message: WorkerMessage, limits: ImportLimits): Promise<WorkerAnswer> {
  const { id } = message
  try {
    return { id, ...(await work(message, limits)) }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'failed', id, code: error.code, message: error.message }
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', id, code: 'parse_failed', message: `The file could not be parsed (${reason})` }
  }
}

function buffersOf(given: WorkerAnswer): readonly Uint8Array[] {
  if (given.kind === 'textsRead') return given.texts.flatMap(text => (text ? [text.bytes] : []))
  if (given.kind !== 'parsed' || given.parsed.kind !== 'articles') return []
  return given.parsed.articles.flatMap(({ article }) => article.resources.map(resource => resource.bytes))
}

/** So many entries of an export are sent at once. */
const recordsAtOnce = 500

let onTaken = (): void => undefined

/** Sends an export's entries, and gives the answer without them. */
async function sendAhead(given: WorkerAnswer): Promise<WorkerAnswer> {
  if (given.kind !== 'parsed' || given.parsed.kind !== 'export') return given
  const { records } = given.parsed.export
  for (let index = 0; index < records.length; index += recordsAtOnce) {
    const slice = records.slice(index, index + recordsAtOnce)
    const taken = new Promise<void>(resolve => (onTaken = resolve))
    port?.postMessage({ id: given.id, kind: 'records', records: slice } satisfies RecordsAhead)
    await taken
  }
  return { ...given, parsed: { kind: 'export', export: { ...given.parsed.export, records: [] } } }
}

async function answerInTurn(message: WorkerMessage, previous: Promise<void>, limits: ImportLimits): Promise<void> {
  await previous
  const given = await sendAhead(await answer(message, limits))
  // Two images may lie in the same buffer, which can be transferred but once.
  const buffers = new Set(buffersOf(given).map(bytes => bytes.buffer as ArrayBuffer))
  port?.postMessage(given, [...buffers])
}

let tail: Promise<void> = Promise.resolve()

port.on('message', (message: WorkerMessage | RecordsTaken) => {
  if (message.kind === 'recordsTaken') onTaken()
  else tail = answerInTurn(message, tail, workerData as ImportLimits)
})
