// Owns what the pool and its workers say to each other. Types only.
import type { ErrorCode } from '@shared/errors'
import type { UnpackedArchive } from '../archive/unpackZip'
import type { ExportRecord } from '../exports/exportRecord'
import type { ParseRequest } from '../importer'
import type { ParsedFile } from '../pipeline'

/** An archive to unpack. */
export interface UnpackRequest {
  /** The file's name, for logs. */
  readonly fileName: string
  readonly bytes: Uint8Array
  /** An existing folder that belongs to the caller, who removes it. */
  readonly folder: string
}

/** Small files of text to read and parse, one after the other. */
export interface ReadTextsRequest {
  /** For logs. */
  readonly fileName: string
  readonly paths: readonly string[]
}

/** A file that was read and parsed. */
export interface ReadText {
  readonly bytes: Uint8Array
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly parsed: ParsedFile
}

/** What a worker can be given. */
export type WorkerTask =
  | { readonly kind: 'parse'; readonly request: ParseRequest }
  | { readonly kind: 'unpack'; readonly request: UnpackRequest }
  | { readonly kind: 'readTexts'; readonly request: ReadTextsRequest }

/** A task on its way to a worker. */
export type WorkerMessage = WorkerTask & { readonly id: number }

/** What becomes of a task that does not fail. */
export type WorkerResult =
  | { readonly kind: 'parsed'; readonly parsed: ParsedFile }
  | { readonly kind: 'unpacked'; readonly unpacked: UnpackedArchive }
  /** In the order of the paths; null for what must be read and parsed by itself. */
  | { readonly kind: 'textsRead'; readonly texts: readonly (ReadText | null)[] }

/** A worker's answers, one for each task, in the order in which it was given them. */
export type WorkerAnswer = { readonly id: number } & (
  WorkerResult | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
)

/**
 * Some entries of an export, ahead of the answer that they belong in: all at once would hold up whoever receives them. The next
 * ones are sent when these have been taken.
 */
export interface RecordsAhead {
  readonly id: number
  readonly kind: 'records'
  readonly records: readonly ExportRecord[]
}

/** Says that entries sent ahead have been taken. */
export interface RecordsTaken {
  readonly kind: 'recordsTaken'
}
