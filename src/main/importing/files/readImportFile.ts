// Owns the reading of one file to import: size first, then bytes. Looks at no content.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { AppError } from '@shared/errors'
import { defaultLimits, inputLimit, type ImportLimits } from '../limits'
import { tooLarge } from '../pipeline'
import { fileError } from './fileErrors'
import { readWhole } from './readWhole'

/** A file's bytes. */
export interface ImportFile {
  readonly bytes: Uint8Array
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly fileName: string
}

/** What reading a file can be given. */
export interface ReadOptions {
  readonly limits?: Partial<ImportLimits>
  readonly signal?: AbortSignal
  /** Told the size of a file that is not too large; its bytes are read once this resolves. */
  readonly onSize?: (sizeBytes: number) => Promise<void>
}

async function readBytes(path: string, limits: ImportLimits, options: ReadOptions): Promise<Uint8Array> {
  const most = inputLimit(path, limits)
  const bytes = await readWhole(path, {
    signal: options.signal,
    onSize: async (sizeBytes, isFile) => {
      if (!isFile) throw new AppError('file_unreadable', 'This is not a file')
      if (sizeBytes > most) throw tooLarge(sizeBytes, most)
      await options.onSize?.(sizeBytes)
    }
  })
  // The file may have grown since, and some systems give no size for what they make up while it is read.
  if (bytes.length > most) throw tooLarge(bytes.length, most)
  return bytes
}

/**
 * Reads a file. Throws AppError `file_missing`, `file_unreadable`, `file_empty`, `file_too_large` (before reading) or
 * `import_cancelled`.
 */
export async function readImportFile(path: string, options: ReadOptions = {}): Promise<ImportFile> {
  const { signal } = options
  let bytes: Uint8Array
  try {
    bytes = await readBytes(path, options.limits ? { ...defaultLimits, ...options.limits } : defaultLimits, options)
  } catch (error) {
    if (signal?.aborted) throw new AppError('import_cancelled', 'The import was cancelled', { cause: error })
    throw error instanceof AppError ? error : fileError(error)
  }
  if (bytes.length === 0) throw new AppError('file_empty', 'The file is empty')
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), fileName: basename(path) }
}
