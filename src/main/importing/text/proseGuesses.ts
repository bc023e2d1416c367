// Owns what the rules for plain text can say of a page's or a Markdown file's paragraphs. Changes no paragraph.
import type { GuessedFields } from '../importer'
import { detectLanguage } from '../language/detectLanguage'
import { findDateline } from './rules/dateline'
import { findPublicationDate } from './rules/publicationDate'
import { findSourceCredit } from './rules/sourceCredit'

/** Guesses from an article's paragraphs; `stated` is what the file says: its own name is no credit. `dates` are lines
 * above the text that hold a date. */
export function guessFromProse(
  paragraphs: readonly string[],
  stated: { readonly siteName: string | null; readonly language: string | null },
  dates: readonly string[] = []
): GuessedFields {
  const dateline = paragraphs
    .slice(0, 2)
    .map(findDateline)
    .find(found => found !== null)
  const language = stated.language ?? detectLanguage(paragraphs.slice(0, 20).join('\n'))?.value ?? null
  const site = stated.siteName ?? dateline?.siteName?.value ?? null
  return {
    siteName: dateline?.siteName ?? undefined,
    datelinePlace: dateline?.datelinePlace ?? undefined,
    publishedAt: findPublicationDate({ head: dates, body: paragraphs, language }) ?? undefined,
    sourceCredit: findSourceCredit(paragraphs, site) ?? undefined
  }
}
