import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check'
import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { collectText } from '@shared/text/articleText'
import { inferredSchema, outlineEntrySchema } from '@shared/model/article'
import { publicationDateSchema, tagNameSchema } from '@shared/model/common'
import { AppError } from '@shared/errors'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { parseMarkup } from '../../../src/main/importing/markup/tree'
import { parse } from './support'

/** What of an article the contract would refuse; empty for a sound one. */
function faultsOf(article: ImportedArticle): string[] {
  const { publishedAt, language, outline, text } = article
  const faults = {
    title: article.title.trim() === '',
    publishedAt: publishedAt !== null && !safeParse(publicationDateSchema, publishedAt).success,
    language: language !== null && !/^[a-z]{2,3}$/.test(language),
    inferred: !safeParse(inferredSchema, article.inferred).success,
    outline: outline.some(entry => !safeParse(outlineEntrySchema, entry).success || entry.offset >= text.length),
    tags: article.tags.some(tag => !safeParse(tagNameSchema, tag).success),
    text: collectText(parseMarkup(article.html)).text !== text,
    excerpt: article.excerpt.length > 200,
    readingMinutes: article.readingMinutes < 1
  }
  return Object.entries(faults).flatMap(([name, isFault]) => (isFault ? [name] : []))
}

const pieces = array(
  oneof(
    string({ unit: 'binary', maxLength: 20 }),
    constantFrom(
      '\n',
      '\n\n',
      ' - ',
      ': ',
      'Baca juga: ',
      'JAKARTA, Media.com - ',
      'By Jane Doe',
      'Minggu (27/2/2022)'
    ),
    constantFrom(
      '---\n',
      'title: x\n',
      '# ',
      '- [ ] ',
      '[^1]',
      '```\n',
      '| a | b |\n|---|---|\n',
      '<p>',
      '</div>',
      '<img src=a>'
    )
  ),
  { maxLength: 25 }
)

describe('parseArticle', () => {
  it.each(['a.txt', 'a.md', 'a.html'])(
    'makes a sound article of any %s, or an expected failure',
    async fileName => {
      await assert(
        asyncProperty(pieces, async parts => {
          const result = await parse(parts.join(''), fileName).catch((error: unknown) => error)
          if (result instanceof AppError) return
          if (result instanceof Error) throw result
          expect(faultsOf(result as ImportedArticle)).toEqual([])
        }),
        { numRuns: 150 }
      )
    },
    60_000
  )
})
