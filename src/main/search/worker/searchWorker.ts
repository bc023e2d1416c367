// Owns the worker thread of search: messages in, messages out. What a call does is the service's.
import { parentPort, workerData } from 'node:worker_threads'
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import type { MessageFromWorker, MessageToWorker, WorkerCallName, WorkerSettings } from '../protocol'
import { createTurns } from '../turns'
import { createJobQueue } from './jobQueue'
import { createSearchService } from './searchService'

const urgentCalls: readonly WorkerCallName[] = ['query', 'locate', 'complete', 'facets', 'explain', 'count']

if (!parentPort) throw new Error('This file is started as a worker thread')
const port = parentPort
const { folder } = workerData as WorkerSettings

const awaited = new Map<number, (documents: readonly SearchDocument[]) => void>()
let lastLoad = 0

function send(message: MessageFromWorker): void {
  port.postMessage(message)
}

function loadDocuments(ids: readonly ArticleId[]): Promise<readonly SearchDocument[]> {
  const id = ++lastLoad
  return new Promise(resolve => {
    awaited.set(id, resolve)
    send({ kind: 'loadDocuments', id, ids })
  })
}

const service = createSearchService({
  folder,
  loadDocuments,
  pause: createTurns(),
  log: message => send({ kind: 'log', message }),
  now: Date.now
})
const queue = createJobQueue()

async function answer(id: number, name: WorkerCallName, input: unknown): Promise<void> {
  try {
    // The engine's client pairs each name with its input; the compiler cannot follow that through a message.
    const call = service[name] as (input: unknown) => unknown
    send({ kind: 'answer', id, output: await call(input) })
  } catch (error) {
    send({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) })
  }
}

port.on('message', (message: MessageToWorker) => {
  if (message.kind === 'documents') {
    awaited.get(message.id)?.(message.documents)
    awaited.delete(message.id)
    return
  }
  const { id, name, input } = message
  queue.add(() => void answer(id, name, input), urgentCalls.includes(name) ? 'urgent' : 'ordered')
})
