// Owns what the pool and its workers say to each other. Types only.
import type { ErrorCode } from '@shared/errors'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ParseRequest } from '../importer'

/** A file to parse. */
export interface ParseMessage {
  readonly id: number
  readonly request: ParseRequest
}

/** A worker's answers, one for each file, in the order in which it was given them. */
export type ParsedMessage =
  | { readonly kind: 'parsed'; readonly id: number; readonly article: ImportedArticle }
  | { readonly kind: 'failed'; readonly id: number; readonly code: ErrorCode; readonly message: string }
