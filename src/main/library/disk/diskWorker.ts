// Owns the thread that waits for the disk: What a request does is `diskWork`'s.
import { parentPort } from 'node:worker_threads'
import type { DiskAnswer, DiskRequest } from './disk'
import { diskWork } from './diskWork'

if (!parentPort) throw new Error('diskWorker runs as a worker thread only')
const port = parentPort

async function answer({ id, name, argument }: DiskRequest): Promise<DiskAnswer> {
  try {
    // The disk's client pairs each name with its argument; the compiler cannot follow that through a message.
    const work = diskWork[name] as (argument: unknown) => void | Promise<void>
    await work(argument)
    return { id, error: null }
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null
    return { id, error: { message: thrown instanceof Error ? thrown.message : String(thrown), code } }
  }
}

port.on('message', (request: DiskRequest) => {
  void answer(request).then(answered => port.postMessage(answered))
})
