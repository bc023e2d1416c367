// Owns the reading of a whole file by one descriptor. An import does this for each of its files, so it makes no handle object.
import { close, fstat, open, read } from 'node:fs'
import { promisify } from 'node:util'

const openFile = promisify(open)
const closeFile = promisify(close)
const statFile = promisify(fstat)
const readFile = promisify(read)

interface ReadWholeOptions {
  /** Told the file's size before anything is read; throws to refuse it, and resolves when so many bytes may be held. */
  readonly onSize: (sizeBytes: number, isFile: boolean) => Promise<void>
  readonly signal: AbortSignal | undefined
}

/** The bytes of a file, also of one that grows meanwhile or whose size the system does not tell. */
export async function readWhole(path: string, { onSize, signal }: ReadWholeOptions): Promise<Uint8Array> {
  const descriptor = await openFile(path, 'r')
  try {
    const stats = await statFile(descriptor)
    await onSize(stats.size, stats.isFile())
    // One byte more than was told shows a file that has grown.
    let buffer = new Uint8Array(stats.size + 1)
    let length = 0
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await readFile(descriptor, buffer, length, buffer.length - length, null)
      length += bytesRead
      if (bytesRead === 0) return buffer.subarray(0, length)
      if (length === buffer.length) {
        const larger = new Uint8Array(buffer.length * 2)
        larger.set(buffer)
        buffer = larger
      }
    }
  } finally {
    await closeFile(descriptor)
  }
}
