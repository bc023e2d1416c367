// Owns files that a page of browser mode sends, from their first byte until their import has read them.
import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError, toAppError } from '@shared/errors'
import { parseUploadPath } from '../policy/addresses'

/** An upload that is whole. */
export interface TakenUpload {
  /** The files and folders that the person dropped. */
  readonly paths: readonly string[]
  /** The folder that holds them; its taker removes it. */
  readonly folder: string
  /** Files that did not arrive, with their relative paths. */
  readonly failures: readonly { readonly displayPath: string; readonly error: AppError }[]
}

/** Keeps uploads. */
export interface Uploads {
  /**
   * Writes one file of an upload. Its relative path comes URI-encoded in the header `x-relative-path`. Where
   * `x-size` says that the file is too large to be sent, an empty file of that size stands in for it, which the import
   * then refuses by its size like any other. A file that cannot be kept becomes a failure of the upload, so that the
   * others still come in.
   * @throws AppError `invalid_input` for what is no upload at all
   */
  readonly receive: (request: IncomingMessage, uploadId: string) => Promise<void>
  /** The upload of this id, once; undefined where there is none. */
  readonly take: (uploadId: string) => TakenUpload | undefined
  /** Removes everything that was not taken. */
  readonly dispose: () => Promise<void>
}

/** A file of more bytes is not sent. */
const maxFileBytes = 256 * 1024 * 1024

interface Upload {
  readonly folder: string
  readonly roots: Set<string>
  readonly failures: { readonly displayPath: string; readonly error: AppError }[]
  /** How many files came under a name that was there already. */
  doubles: number
}

/** Makes the place for uploads below `folder`. */
export function createUploads(folder: string): Uploads {
  const uploads = new Map<string, Upload>()
  const session = join(folder, `lontar-uploads-${randomBytes(8).toString('hex')}`)

  const find = (uploadId: string): Upload => {
    if (!/^[a-z0-9_]{1,40}$/.test(uploadId)) throw new AppError('invalid_input', 'Not the name of an upload')
    const known = uploads.get(uploadId)
    if (known) return known
    const made: Upload = { folder: join(session, uploadId), roots: new Set(), failures: [], doubles: 0 }
    uploads.set(uploadId, made)
    return made
  }
  /** A place for the file; files of the same name from different folders lie in folders of their own. */
  const placeFor = (upload: Upload, parts: readonly string[]): string => {
    const isDouble = existsSync(join(upload.folder, ...parts))
    const placed = isDouble ? [String(++upload.doubles + 1), ...parts] : parts
    upload.roots.add(placed[0] ?? '')
    return join(upload.folder, ...placed)
  }
  return {
    receive: async (request, uploadId) => {
      const upload = find(uploadId)
      const displayPath = decodeHeader(request.headers['x-relative-path'])
      const parts = parseUploadPath(displayPath, process.platform)
      try {
        if (!parts) throw new AppError('file_unsupported', 'The name of the file cannot be kept on this machine')
        await keepFile(request, placeFor(upload, parts))
      } catch (error) {
        request.resume()
        upload.failures.push({ displayPath, error: toAppError(error, 'file_unreadable') })
      }
    },
    take: uploadId => {
      const upload = uploads.get(uploadId)
      uploads.delete(uploadId)
      if (!upload) return undefined
      const { folder: kept, roots, failures } = upload
      return { folder: kept, paths: [...roots].map(root => join(kept, root)), failures }
    },
    dispose: () => rm(session, { recursive: true, force: true })
  }
}

function decodeHeader(value: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(value ?? ''))
  } catch {
    throw new AppError('invalid_input', 'Not a relative path')
  }
}

async function keepFile(request: IncomingMessage, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const size = Number(request.headers['x-size'] ?? 0)
  if (size > maxFileBytes) {
    await writeFile(target, '')
    await truncate(target, size)
    request.resume()
    return
  }
  try {
    await pipeline(request, limitBytes, createWriteStream(target))
  } catch (error) {
    await rm(target, { force: true })
    throw error
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
