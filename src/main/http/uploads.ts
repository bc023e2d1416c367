// Owns files that a page of browser mode sends, from their first byte until their import has read them.
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@shared/errors'
import { parseServedPath } from '../policy/addresses'

/** Keeps uploads. */
export interface Uploads {
  /**
   * Writes one file of an upload. Its relative path comes URI-encoded in the header `x-relative-path`. Where
   * `x-size` says that the file is too large to be sent, an empty file of that size stands in for it, which the import
   * then refuses by its size like any other.
   * @throws AppError `invalid_input`
   */
  readonly receive: (request: IncomingMessage, uploadId: string) => Promise<void>
  /** The uploaded paths; the taker removes the folder. Undefined where there is no such upload. */
  readonly take: (uploadId: string) => { readonly paths: readonly string[]; readonly folder: string } | undefined
  /** Removes everything that was not taken. */
  readonly dispose: () => Promise<void>
}

/** A file of more bytes is not sent. */
const maxFileBytes = 256 * 1024 * 1024

interface Upload {
  readonly folder: string
  /** The first parts of the relative paths: the files and folders that the person dropped. */
  readonly roots: Set<string>
}

/** Makes the place for uploads below `folder`. */
export function createUploads(folder: string): Uploads {
  const uploads = new Map<string, Upload>()
  const session = join(folder, `lontar-uploads-${randomBytes(8).toString('hex')}`)

  const find = (uploadId: string): Upload => {
    if (!/^[a-z0-9_]{1,40}$/.test(uploadId)) throw new AppError('invalid_input', 'Not the name of an upload')
    const known = uploads.get(uploadId)
    if (known) return known
    const made = { folder: join(session, uploadId), roots: new Set<string>() }
    uploads.set(uploadId, made)
    return made
  }
  return {
    receive: async (request, uploadId) => {
      const upload = find(uploadId)
      const parts = parseServedPath(`/${String(request.headers['x-relative-path'] ?? '')}`)
      const [root] = parts ?? []
      if (!parts || root === undefined) throw new AppError('invalid_input', 'Not a relative path')
      const target = join(upload.folder, ...parts)
      await mkdir(dirname(target), { recursive: true })
      const size = Number(request.headers['x-size'] ?? 0)
      if (size > maxFileBytes) {
        await writeFile(target, '')
        await truncate(target, size)
        request.resume()
      } else {
        await pipeline(request, limitBytes, createWriteStream(target))
      }
      upload.roots.add(root)
    },
    take: uploadId => {
      const upload = uploads.get(uploadId)
      uploads.delete(uploadId)
      return upload && { folder: upload.folder, paths: [...upload.roots].map(root => join(upload.folder, root)) }
    },
    dispose: () => rm(session, { recursive: true, force: true })
  }
}

async function* limitBytes(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let length = 0
  for await (const part of source) {
    length += part.length
    if (length > maxFileBytes) throw new AppError('file_too_large', 'The uploaded file is too large')
    yield part
  }
}
