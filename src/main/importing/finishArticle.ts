// Owns the step from a format's draft to the article: fields, markup, text and what is counted in it. Reads no bytes.
import { AppError } from '@shared/errors'
import { editableFields, type EditableField, type Inferred, type Inference } from '@shared/model/article'
import { tagNameSchema, publicationDateSchema } from '@shared/model/common'
import type { ImportedArticle } from '@shared/model/importedArticle'
import { safeParse } from 'valibot'
import type { ArticleDraft } from './importer'
import { detectLanguage, directionOf, normaliseLanguageTag } from './language/detectLanguage'
import { finishBlocks } from './markup/finishBlocks'
import { finishMarkup } from './markup/finishMarkup'
import { countReading } from './text/countReading'
import { cutAtWord } from './text/cutAtWord'
import { fallbackTitle } from './text/fallbackTitle'

const excerptLength = 200
/** The excerpt's source is as much of the prose as holds it whatever the white space. */
const excerptSource = 2_000
const longestField = 2_000

/** The value of a field as the library takes it, or null where it is none. */
function cleanField(field: EditableField, value: string | null | undefined): string | null {
  const folded = value?.replace(/\s+/g, ' ').trim() ?? ''
  if (folded === '') return null
  if (field === 'language') return normaliseLanguageTag(folded)
  if (field === 'publishedAt') return safeParse(publicationDateSchema, folded).success ? folded : null
  if (field === 'url') return /^https?:\/\//i.test(folded) && folded.length <= 4_000 ? folded : null
  return cutAtWord(folded, longestField)
}

interface Fields {
  readonly values: Readonly<Record<EditableField, string | null>>
  readonly inferred: Inferred
}

function chooseFields(draft: ArticleDraft, guessed: ArticleDraft['guessed']): Fields {
  const values = Object.fromEntries(editableFields.map(field => [field, null])) as Record<EditableField, string | null>
  const inferred: Partial<Record<EditableField, Inference>> = {}
  for (const field of editableFields) {
    values[field] = cleanField(field, draft.stated[field])
    const guess = guessed[field]
    if (values[field] !== null || !guess) continue
    values[field] = cleanField(field, guess.value)
    if (values[field] !== null) inferred[field] = { ...guess, value: values[field] }
  }
  return { values, inferred }
}

function cleanTags(tags: readonly string[]): string[] {
  const valid = tags.flatMap(tag => {
    const parsed = safeParse(tagNameSchema, tag)
    return parsed.success ? [parsed.output] : []
  })
  return [...new Set(valid)]
}

/** Completes a draft. `fileName` is the title's last resort. Throws AppError `no_article_found` where nothing is left. */
export function finishArticle(draft: ArticleDraft, fileName: string): ImportedArticle {
  const { html, text, outline, relatedMentions, proseText } = draft.blocks
    ? finishBlocks(draft.blocks)
    : finishMarkup(draft.html)
  const hasTitle = Boolean(draft.stated.title ?? draft.guessed.title)
  if (text.trim() === '' && draft.resources.length === 0 && !(hasTitle && draft.format !== 'html')) {
    throw new AppError('no_article_found', 'The file holds no readable text')
  }
  const language = draft.guessed.language ?? detectLanguage(proseText) ?? undefined
  const title = draft.guessed.title ?? fallbackTitle(proseText, fileName)
  const { values, inferred } = chooseFields(draft, { ...draft.guessed, language, title })
  const { wordCount, readingMinutes } = countReading(text, values.language)
  return {
    ...values,
    title: values.title ?? fileName,
    format: draft.format,
    direction: draft.direction ?? directionOf(values.language, text),
    excerpt: cutAtWord(proseText.slice(0, excerptSource).replace(/\s+/g, ' ').trim(), excerptLength),
    html,
    text,
    wordCount,
    readingMinutes,
    outline,
    relatedMentions,
    resources: draft.resources,
    tags: cleanTags(draft.tags),
    inferred,
    warnings: draft.warnings,
    removed: draft.removed,
    encoding: draft.encoding
  }
}
