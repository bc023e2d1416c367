// Owns the interface behind which every format stands. Holds no code.
import type { ArticleFormat, EditableField, ImportWarning, Inference, Removed } from '@shared/model/article'
import type { ImportedResource } from '@shared/model/importedArticle'
import type { ImportLimits } from './limits'
import type { TextBlock } from './text/blocks'

/** How a file is to be read where there is more than one way. A missing option leaves the choice to the importer. */
export interface ParseOptions {
  /** A WHATWG label that a person chose: what the file states and what is detected do not count then. */
  readonly encoding?: string
  /** What becomes of a file that holds several articles, such as an EPUB: one article of all, or one a chapter. */
  readonly books?: 'whole' | 'chapters'
  /** What of a page is read: the article that is found in it, or everything that it shows. */
  readonly extraction?: 'article' | 'page'
}

/** A file to parse, with its bytes already read. */
export interface ParseRequest {
  /** The file's name with its extension; for pasted text any name. */
  readonly fileName: string
  /** The absolute path, in whose folder images are looked for; null where there is none (pasted, uploaded). */
  readonly path: string | null
  readonly bytes: Uint8Array
  readonly options?: ParseOptions
}

/** Fields by name; a missing or empty one is not known. */
export type StatedFields = { readonly [Field in EditableField]?: string | null | undefined }
/** Guesses by field. */
export type GuessedFields = { readonly [Field in EditableField]?: Inference | undefined }

/** What a format's importer finds: fields and unsanitised markup. `finishArticle` makes an article of it. */
export interface ArticleDraft {
  readonly format: ArticleFormat
  /** What the file itself says in so many words. Wins over a guess. */
  readonly stated: StatedFields
  /** What rules took out of the text. */
  readonly guessed: GuessedFields
  /** Body markup; not yet sanitised, images already at their resource's address. */
  readonly html: string
  /** Of plain text, the blocks that `html` was made of: with them the markup need not be read again. */
  readonly blocks?: readonly TextBlock[]
  readonly resources: readonly ImportedResource[]
  readonly tags: readonly string[]
  readonly warnings: readonly ImportWarning[]
  readonly removed: Removed
  /** WHATWG label. */
  readonly encoding: string
  /** `dir` where the file states it. */
  readonly direction: 'ltr' | 'rtl' | null
}

/** One of the articles that a file holds. */
export interface DraftPart {
  /** What names the article within its file and stays the same when the file is read again, such as a chapter's path. */
  readonly part: string
  readonly draft: ArticleDraft
}

/** A format: turns a file's bytes into a draft. Throws AppError for an expected failure. */
export interface Importer {
  readonly format: ArticleFormat
  parse(request: ParseRequest, limits: ImportLimits): Promise<ArticleDraft>
  /** The articles of a file that holds several, in their order; only of formats that can. */
  parseParts?(request: ParseRequest, limits: ImportLimits): Promise<readonly DraftPart[]>
}

/** What a page without any active content had taken out of it. */
export const nothingRemoved: Removed = {
  scripts: 0,
  frames: 0,
  forms: 0,
  remoteImages: 0,
  eventHandlers: 0,
  trackers: 0
}
