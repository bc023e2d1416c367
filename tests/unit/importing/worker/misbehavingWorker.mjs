// A thread that speaks the pool's messages and does what the file's name says: hang, throw, eat memory, or answer.
import { parentPort } from 'node:worker_threads'

const hoard = []

parentPort.on('message', ({ id, request }) => {
  if (request.fileName === 'hang.txt') for (;;);
  if (request.fileName === 'throw.txt') throw new Error('thrown')
  if (request.fileName === 'memory.txt') for (;;) hoard.push(Array.from({ length: 10_000 }, Math.random))
  if (request.fileName === 'buffers.txt') for (;;) hoard.push(new Uint8Array(100_000).fill(1))
  if (request.fileName === 'exit.txt') process.exit(3)
  const article = { title: request.fileName }
  parentPort.postMessage({ kind: 'parsed', id, parsed: { kind: 'articles', articles: [{ part: '', article }] } }, [])
})
