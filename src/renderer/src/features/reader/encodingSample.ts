// Owns what of a piece of a file a person compares: the words of a page, without its markup. Pure.
import type { ArticleFormat } from '@shared/model/article'

/** The piece without the markup of a page, whose first and last tags may be cut; as it is where nothing else is in it. */
export function readableSample(sample: string, format: ArticleFormat): string {
  if (format !== 'html') return sample
  const words = sample
    .replace(/^[^<>]*>/, ' ')
    .replace(/<[^<>]*$/, ' ')
    .replace(/<(script|style)\b[^>]*>[^<]*(<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? sample : words
}
