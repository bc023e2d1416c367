// Owns what an importer gives: one parsed article, before it has an id or a place in the library. Types only.
import type { ArticleFormat, Direction, ImportWarning, Inferred, OutlineEntry, Removed } from './article'

/** The scheme and host in front of a resource's SHA-256 in stored markup: `lontar-article://resource/<sha256>`. */
export const resourceAddressBase = 'lontar-article://resource/'

/** An image that came with an article. */
export interface ImportedResource {
  /** Lower-case hexadecimal SHA-256 of the bytes; also its address in the markup. */
  readonly sha256: string
  /** A raster image's media type, found from its bytes: image/png, image/jpeg, image/gif, image/webp, image/avif. */
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** The path or name it had in the source, as written there; null for `data:` images. */
  readonly sourcePath: string | null
}

/**
 * One parsed article. `html` is sanitised body markup (no title, deck, byline), with white space folded, so that
 * `collectText` of its tree gives exactly `text`; images point at `lontar-article://resource/<sha256>`; a read-also line
 * is `<aside class="related-mention">text</aside>`; an image that was not brought along is
 * `<span class="missing-image" title="address">alternative text</span>`.
 */
export interface ImportedArticle {
  readonly format: ArticleFormat
  readonly title: string
  readonly deck: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly sourceCredit: string | null
  /** `YYYY-MM-DD`, or ISO 8601 with time and offset where the file states them. */
  readonly publishedAt: string | null
  readonly datelinePlace: string | null
  /** BCP 47, lower-case primary tag such as `id`, `en`, `zh`; null when nothing is sure. */
  readonly language: string | null
  readonly direction: Direction
  readonly url: string | null
  readonly excerpt: string
  readonly html: string
  readonly text: string
  readonly wordCount: number
  readonly readingMinutes: number
  readonly outline: readonly OutlineEntry[]
  readonly relatedMentions: readonly string[]
  readonly resources: readonly ImportedResource[]
  readonly tags: readonly string[]
  readonly inferred: Inferred
  readonly warnings: readonly ImportWarning[]
  readonly removed: Removed
  /** WHATWG label of the encoding used. */
  readonly encoding: string
}
