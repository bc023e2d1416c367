// Owns what waits to be committed, and what becomes of it. Stores nothing.
import type { AppError } from '@shared/errors'
import type { ArticleId, ImportId } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import type { ImportOutcome, ReceiptEntry } from '@shared/model/importing'
import type { WrittenEntry } from '../../library/imports'
import type { ArticleRecord } from '../../library/insertArticle'
import type { Library } from '../../library/library'
import type { OriginalFile } from '../../library/originals'

/** The line of a receipt that something will get. */
export interface EntryPlace {
  readonly position: number
  /** The path as a person would know it. */
  readonly displayPath: string
  /** The file or folder on disk that a person gave, to try again; null where there is none. */
  readonly retryPath: string | null
}

/** A file whose bytes are kept, under the name that a person knows it by. */
export interface KeptFile extends OriginalFile {
  readonly fileName: string
  /** Where it lies on the person's disk; null where that means nothing later. */
  readonly sourcePath: string | null
}

/** A parsed article that waits to be stored. */
export interface ParsedArticle extends EntryPlace {
  readonly original: KeptFile
  readonly part: string
  readonly article: ImportedArticle
  readonly parseOptions: Readonly<Record<string, unknown>>
  /** What an export says of it, and the export's file. */
  readonly record: { readonly told: ArticleRecord; readonly file: KeptFile } | null
}

/** What became of a file, once it is on disk. */
export interface Committed {
  readonly outcome: ImportOutcome
  readonly articleId: ArticleId | null
  readonly displayPath: string
}

/** What waits to be committed. */
export type Pending =
  | { readonly kind: 'parsed'; readonly parsed: ParsedArticle }
  /** `isPutBack`: the article that the line names is to be taken out of Trash. */
  | { readonly kind: 'entry'; readonly line: WrittenEntry; readonly isPutBack: boolean }

/** What the committer needs. */
export interface CommitterDependencies {
  readonly library: Library
  readonly importId: ImportId
  readonly now: () => number
  readonly onCommitted: (committed: readonly Committed[]) => void
}

/** The receipt line of a file that could not be brought in. */
export function failedEntry(place: EntryPlace, error: AppError): WrittenEntry {
  const entry: ReceiptEntry = {
    position: place.position,
    path: place.displayPath,
    outcome: 'failed',
    articleId: null,
    format: null,
    title: null,
    error: { code: error.code, message: error.message },
    warnings: [],
    canRetry: place.retryPath !== null
  }
  return { entry, retryPath: place.retryPath, changed: null }
}
