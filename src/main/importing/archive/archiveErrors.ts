// Owns the words for what is wrong with an archive. Reads nothing.
import { AppError } from '@shared/errors'

/** The failure of an archive, or of a part of one, that is no valid ZIP or holds other bytes than it says. */
export function damagedArchive(cause?: unknown): AppError {
  return new AppError('archive_damaged', 'The archive is damaged or was cut off', { cause })
}

/** The failure of an archive that would become more than a limit allows; `what` follows "The archive". */
export function archiveTooLarge(what: string): AppError {
  return new AppError('archive_too_large', `The archive ${what}, so it was not unpacked`)
}

/** The failure of what may not be written; `reason` is a whole sentence. */
export function unsafeArchive(reason: string): AppError {
  return new AppError('archive_unsafe', reason)
}

/** The failure of what cannot be read without a password. */
export function encryptedArchive(): AppError {
  return new AppError('archive_encrypted', 'The archive is protected by a password; unpack it and import its files')
}
