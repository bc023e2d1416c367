// Owns the opening of files that are ZIP archives of XML parts: books and office documents. Knows no format.
import { AppError } from '@shared/errors'
import { openZip, type ZipArchive } from '../archive/openZip'
import type { ImportLimits } from '../limits'

/** The failure of a book or a document whose parts are missing or broken. */
export function damagedFile(cause?: unknown): AppError {
  return new AppError('file_damaged', 'The file is damaged or was cut off', { cause })
}

/** An archive's failure in the words of the file that it is. */
function rename(error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  if (error.code === 'archive_damaged') return damagedFile(error)
  if (error.code !== 'archive_encrypted') return error
  return new AppError('file_encrypted', 'The file is protected by a password', { cause: error })
}

/**
 * Opens such a file. Throws AppError `file_damaged`, `file_encrypted`, `archive_too_large`, `archive_unsafe`; so do its
 * reads. No part is larger than `limits.archiveEntryBytes`.
 */
export async function openPackageFile(bytes: Uint8Array, limits: ImportLimits): Promise<ZipArchive> {
  const guard = <Value>(read: () => Value): Value => {
    try {
      return read()
    } catch (error) {
      throw rename(error)
    }
  }
  try {
    const zip = await openZip(bytes, limits)
    return {
      entries: zip.entries.map(entry => ({ ...entry, read: () => guard(entry.read) })),
      read: name => guard(() => zip.read(name))
    }
  } catch (error) {
    throw rename(error)
  }
}
