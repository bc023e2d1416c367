// Owns what the pool and its workers say to each other. Types only.
import type { ErrorCode } from '@shared/errors'
import type { UnpackedArchive } from '../archive/unpackZip'
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

/** What a worker can be given. */
export type WorkerTask =
  | { readonly kind: 'parse'; readonly request: ParseRequest }
  | { readonly kind: 'unpack'; readonly request: UnpackRequest }

/** A task on its way to a worker. */
export type WorkerMessage = WorkerTask & { readonly id: number }

/** What becomes of a task that does not fail. */
export type WorkerResult =
  | { readonly kind: 'parsed'; readonly parsed: ParsedFile }
  | { readonly kind: 'unpacked'; readonly unpacked: UnpackedArchive }

/** A worker's answers, one for each task, in the order in which it was given them. */
export type WorkerAnswer = { readonly id: number } & (
  WorkerResult | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
)
