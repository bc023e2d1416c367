// Owns the words for what the file system refuses. Touches no file.
import { AppError } from '@shared/errors'

/** The failure of an operation on a file or folder, by the system's code. */
export function fileError(error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('file_missing', 'There is no file or folder at this path', { cause: error })
  }
  if (code === 'ELOOP') {
    return new AppError('folder_loop', 'The link leads back to itself, so it was not followed', { cause: error })
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError('file_unreadable', 'Your account may not read this; change its permissions and try again', {
      cause: error
    })
  }
  return new AppError('file_unreadable', `The system could not read this (${code ?? 'unknown reason'})`, {
    cause: error
  })
}
