// Owns the thread that parses files, one after the other. Started by the pool only; holds no state between files.
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../limits'
import { parseArticle } from '../pipeline'
import type { ParsedMessage, ParseMessage } from './messages'

const port = parentPort
if (!port) throw new Error('importWorker runs as a worker thread only')

async function answer({ id, request }: ParseMessage, limits: ImportLimits): Promise<ParsedMessage> {
  try {
    return { kind: 'parsed', id, article: await parseArticle(request, limits) }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'failed', id, code: error.code, message: error.message }
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', id, code: 'parse_failed', message: `The file could not be parsed (${reason})` }
  }
}

async function answerInTurn(message: ParseMessage, previous: Promise<void>, limits: ImportLimits): Promise<void> {
  await previous
  const parsed = await answer(message, limits)
  const resources = parsed.kind === 'parsed' ? parsed.article.resources : []
  // Two images of one article may lie in the same buffer, which can be transferred but once.
  const buffers = new Set(resources.map(resource => resource.bytes.buffer as ArrayBuffer))
  port?.postMessage(parsed, [...buffers])
}

let tail: Promise<void> = Promise.resolve()

port.on('message', (message: ParseMessage) => {
  tail = answerInTurn(message, tail, workerData as ImportLimits)
})
