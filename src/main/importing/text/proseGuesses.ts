// Owns what the rules for plain text can say of a page's or a Markdown file's paragraphs. Changes no paragraph.
import type { GuessedFields } from '../importer'
import { findDateline } from './rules/dateline'
import { findPublicationDate } from './rules/publicationDate'
import { findSourceCredit } from './rules/sourceCredit'

/** Guesses from an article's paragraphs; `siteName` is what the file states, so that it is not taken for a credit. */
export function guessFromProse(paragraphs: readonly string[], siteName: string | null): GuessedFields {
  const dateline = paragraphs
    .slice(0, 2)
    .map(findDateline)
    .find(found => found !== null)
  const site = siteName ?? dateline?.siteName?.value ?? null
  return {
    siteName: dateline?.siteName ?? undefined,
    datelinePlace: dateline?.datelinePlace ?? undefined,
    publishedAt: findPublicationDate({ head: [], body: paragraphs }) ?? undefined,
    sourceCredit: findSourceCredit(paragraphs, site) ?? undefined
  }
}
