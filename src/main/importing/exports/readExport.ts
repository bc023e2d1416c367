// Owns the way from an export's bytes to its entries. Parses no article.
import { AppError } from '@shared/errors'
import type { ParseRequest } from '../importer'
import type { ImportLimits } from '../limits'
import type { ParsedExport } from './exportRecord'

/** Reads another service's export. Throws AppError `file_damaged` where it is none. */
export function readExport(request: ParseRequest, _limits: ImportLimits): ParsedExport {
  throw new AppError('file_damaged', `${request.fileName} is no export that Lontar knows`)
}
