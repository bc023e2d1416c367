// Owns how results reach a terminal or a script: one JSON value a line, or plain words. Messages go to stderr.
import type { ArticleDetail, ArticleSummary } from '@shared/model/article'

/** Writes results. */
export interface Printer {
  /** A result: as a JSON line with `--json`, else as the words given. */
  readonly result: (value: unknown, words: string) => void
  /** A message for a person; never on stdout. */
  readonly message: (words: string) => void
}

/** Makes a printer. */
export function createPrinter(isJson: boolean, stdout: NodeJS.WritableStream, stderr: NodeJS.WritableStream): Printer {
  // Whoever reads may have read enough (`| head`): what is left is dropped, and that is no failure.
  stdout.on('error', error => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error
  })
  return {
    result: (value, words) => {
      stdout.write(`${isJson ? JSON.stringify(value) : words}\n`)
    },
    message: words => {
      stderr.write(`${words}\n`)
    }
  }
}

/** A time as ISO 8601. @param time milliseconds since 1970 */
export function toIsoTime(time: number): string {
  return new Date(time).toISOString()
}

/** A summary with its times in ISO 8601. */
export function toPrintedSummary(article: ArticleSummary): Record<string, unknown> {
  return {
    ...article,
    importedAt: toIsoTime(article.importedAt),
    trashedAt: article.trashedAt === null ? null : toIsoTime(article.trashedAt)
  }
}

/** What `show --json` prints of an article. */
export function toPrintedArticle(article: ArticleDetail): Record<string, unknown> {
  const { id, title, deck, byline, siteName, sourceCredit, publishedAt, datelinePlace, language, direction } = article
  const { url, excerpt, wordCount, readingMinutes, html, text, outline, relatedMentions, tags, inferred, removed } =
    article
  const { fileName, format, sha256, bytes } = article.source
  return {
    id,
    title,
    deck,
    byline,
    siteName,
    sourceCredit,
    publishedAt,
    datelinePlace,
    language,
    direction,
    url,
    excerpt,
    wordCount,
    readingMinutes,
    html,
    text,
    outline,
    relatedMentions,
    tags,
    source: { fileName, format, sha256, bytes },
    inferred,
    removed
  }
}
