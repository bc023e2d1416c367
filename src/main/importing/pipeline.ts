// Owns the way of one file from bytes to article, as a function without a thread. Stores nothing.
import { AppError } from '@shared/errors'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { detectFormat } from './detect'
import { finishArticle } from './finishArticle'
import type { ParseRequest } from './importer'
import { defaultLimits, type ImportLimits } from './limits'
import { loadImporter } from './registry'

/**
 * Parses one file: detect → decode → parse → extract → rewrite addresses → sanitise → text.
 * Reads nothing but images beside `request.path`. Throws AppError for every expected failure.
 */
export async function parseArticle(
  request: ParseRequest,
  limits: ImportLimits = defaultLimits
): Promise<ImportedArticle> {
  if (request.bytes.length > limits.inputBytes) throw tooLarge(request.bytes.length, limits)
  const format = detectFormat(request.fileName, request.bytes)
  const importer = await loadImporter(format)
  const draft = await importer.parse(request, limits)
  return finishArticle(draft, request.fileName)
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** The failure of a file over the limit of size. */
export function tooLarge(sizeBytes: number, limits: ImportLimits): AppError {
  return new AppError(
    'file_too_large',
    `The file has ${megabytes(sizeBytes)}, more than the ${megabytes(limits.inputBytes)} that can be imported`
  )
}
