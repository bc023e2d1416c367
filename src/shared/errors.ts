// Owns the closed list of expected failures and the one error class that carries them. Knows no platform.

/** Every code an expected failure can have. Stable: scripts, receipts and translations depend on them. */
export const errorCodes = [
  // importing
  'file_missing',
  'file_unreadable',
  'file_empty',
  'file_binary',
  'file_too_large',
  'file_unsupported',
  'file_damaged',
  'file_too_complex',
  'file_encrypted',
  'archive_too_large',
  'archive_unsafe',
  'archive_damaged',
  'archive_encrypted',
  'pdf_needs_newer_runtime',
  'text_undecodable',
  'text_line_too_long',
  'html_too_complex',
  'no_article_found',
  'export_empty',
  'folder_loop',
  'folder_empty',
  'import_cancelled',
  'parse_timeout',
  'parse_out_of_memory',
  'parse_failed',
  // library
  'article_not_found',
  'version_not_found',
  'import_not_found',
  'original_missing',
  'original_damaged',
  'library_newer',
  'library_damaged',
  'disk_full',
  'storage_failed',
  'nothing_to_undo',
  'saved_search_not_found',
  'saved_search_limit',
  // contract
  'unknown_channel',
  'invalid_input',
  'invalid_output',
  'sender_refused',
  'url_refused',
  'not_available',
  'internal'
] as const

/** A code of an expected failure. */
export type ErrorCode = (typeof errorCodes)[number]

/**
 * An expected failure: a code that programs branch on and an English sentence that a person can act on.
 * A programmer's mistake throws a plain Error instead.
 */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { readonly cause?: unknown }
  ) {
    super(message, options)
  }
}

/** Closes a union: the compiler refuses a call while a kind is unhandled; at run time it throws. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`)
}

/** The error as an AppError: itself when it is one, else wrapped as `fallback` with the original as cause. */
export function toAppError(error: unknown, fallback: ErrorCode = 'internal'): AppError {
  if (error instanceof AppError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new AppError(fallback, message, { cause: error })
}
