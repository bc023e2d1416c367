// Owns what an article is when it crosses a border: summary for lists, detail for reading. Knows nothing of storage.
import * as v from 'valibot'
import { annotationSchema } from './annotation'
import {
  articleIdSchema,
  countSchema,
  importIdSchema,
  lineSchema,
  publicationDateSchema,
  tagNameSchema,
  timestampSchema
} from './common'

/**
 * The formats that importers give, and `stub`: an entry of another service's export whose text has not arrived yet. Later
 * importers add theirs here.
 */
export const articleFormats = [
  'stub',
  'text',
  'markdown',
  'html',
  'mhtml',
  'email',
  'webarchive',
  'epub',
  'docx',
  'odt',
  'rtf',
  'pdf'
] as const
/** The format of an article's original. */
export type ArticleFormat = (typeof articleFormats)[number]
/** A format of files. */
export type FileFormat = Exclude<ArticleFormat, 'stub'>
export const articleFormatSchema = v.picklist(articleFormats)

/** The direction of an article's text. */
export const directionSchema = v.picklist(['ltr', 'rtl'])
/** The direction of an article's text. */
export type Direction = v.InferOutput<typeof directionSchema>

/** The fields of an article that can be guessed on import and corrected by hand. */
export const editableFields = [
  'title',
  'deck',
  'byline',
  'siteName',
  'sourceCredit',
  'publishedAt',
  'datelinePlace',
  'language',
  'url'
] as const
/** A field that can be guessed and corrected. */
export type EditableField = (typeof editableFields)[number]

/** A guess: what was taken (as text), how sure the rule is (0 to 1), and why, in English words for a person. */
export const inferenceSchema = v.object({
  value: v.string(),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  why: v.string()
})
/** A guess about one field. */
export type Inference = v.InferOutput<typeof inferenceSchema>

/** Every guess that was made about an article, by field. A field that is missing here was stated by the file itself. */
export const inferredSchema = v.record(v.picklist([...editableFields, 'direction'] as const), inferenceSchema)
/** Every guess about an article, by field. */
export type Inferred = Partial<Record<EditableField | 'direction', Inference>>

/** A heading of the outline: level 1 to 6, its text, and the offset of its first character in the article's text. */
export const outlineEntrySchema = v.object({
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  text: v.string(),
  offset: countSchema
})
/** A heading of an article. */
export type OutlineEntry = v.InferOutput<typeof outlineEntrySchema>

/** A read-also line: its text, and the article of the library that has this title, if there is one. */
export const relatedMentionSchema = v.object({ text: v.string(), articleId: v.nullable(articleIdSchema) })
/** A read-also line and the article it leads to. */
export type RelatedMention = v.InferOutput<typeof relatedMentionSchema>

/** Something that a person should know of an import that went well: a stable code and English words. */
export const importWarningSchema = v.object({ code: v.string(), message: v.string() })
/** A remark about an import that went well. */
export type ImportWarning = v.InferOutput<typeof importWarningSchema>

/** What sanitising took out of a page, by kind. */
export const removedSchema = v.object({
  scripts: countSchema,
  frames: countSchema,
  forms: countSchema,
  remoteImages: countSchema,
  eventHandlers: countSchema,
  /** Invisible images, and pings of links and of scripts. */
  trackers: countSchema
})
/** What sanitising took out of a page, counted. */
export type Removed = v.InferOutput<typeof removedSchema>

/** How far an article has been read, and the place to come back to. */
export const progressSchema = v.object({
  /** Share of the text above the lower edge of the window, 0 to 1. */
  fraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Offset in the article's text of the first character in view. */
  textOffset: countSchema
})
/** How far an article has been read. */
export type Progress = v.InferOutput<typeof progressSchema>

const summaryEntries = {
  id: articleIdSchema,
  title: v.string(),
  deck: v.nullable(v.string()),
  siteName: v.nullable(v.string()),
  publishedAt: v.nullable(publicationDateSchema),
  language: v.nullable(v.string()),
  direction: directionSchema,
  excerpt: v.string(),
  wordCount: countSchema,
  readingMinutes: countSchema,
  format: articleFormatSchema,
  tags: v.array(v.string()),
  isRead: v.boolean(),
  isStarred: v.boolean(),
  isArchived: v.boolean(),
  trashedAt: v.nullable(timestampSchema),
  importedAt: timestampSchema,
  progressFraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1))
}

/** What a row of a list needs to know of an article. */
export const articleSummarySchema = v.object(summaryEntries)
/** What a row of a list needs to know of an article. */
export type ArticleSummary = v.InferOutput<typeof articleSummarySchema>

/** How an original can be read otherwise than by itself: in this encoding, or a page as a whole. */
export const readOptionsSchema = v.partial(
  v.object({
    /** A label of `importing:listEncodings`. */
    encoding: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_.:-]{0,39}$/)),
    extraction: v.picklist(['article', 'page'])
  })
)
/** How an original can be read otherwise than by itself. */
export type ReadOptions = v.InferOutput<typeof readOptionsSchema>

/** What another service's export says of an article, under the service's own names. */
export const articleRecordSchema = v.object({ service: v.string(), fields: v.record(v.string(), v.unknown()) })

/** One version of an article. Numbers count from 1, the first that came in. */
export const articleVersionSchema = v.object({
  number: countSchema,
  madeAt: timestampSchema,
  isShown: v.boolean(),
  title: v.string(),
  fileName: v.string(),
  format: articleFormatSchema,
  wordCount: countSchema
})
/** One version of an article. */
export type ArticleVersion = v.InferOutput<typeof articleVersionSchema>

/** The text of one version; `html` is sanitised. */
export const versionTextSchema = v.object({
  number: countSchema,
  title: v.string(),
  html: v.string(),
  text: v.string()
})
/** The text of one version. */
export type VersionText = v.InferOutput<typeof versionTextSchema>

/** Where an article came from: its original. */
export const articleSourceSchema = v.object({
  fileName: v.string(),
  format: articleFormatSchema,
  /** Lower-case hexadecimal SHA-256 of the original's bytes. */
  sha256: v.string(),
  /** Size of the original in bytes. */
  bytes: countSchema,
  /** The path it was imported from; null for pasted text and uploads. */
  path: v.nullable(v.string()),
  /** The WHATWG label of the encoding that the original was decoded with. */
  encoding: v.nullable(v.string()),
  /** Which of the articles of its file it is, such as a chapter's path; empty where the file is one article. */
  part: v.string(),
  /** How a person chose to have the original read; a missing option was left to the importer. */
  options: readOptionsSchema
})
/** Where an article came from. */
export type ArticleSource = v.InferOutput<typeof articleSourceSchema>

/** Everything about one article. `html` is sanitised; `text` is what `collectText` gives for it. */
export const articleDetailSchema = v.object({
  ...summaryEntries,
  byline: v.nullable(v.string()),
  sourceCredit: v.nullable(v.string()),
  datelinePlace: v.nullable(v.string()),
  url: v.nullable(v.string()),
  html: v.string(),
  text: v.string(),
  outline: v.array(outlineEntrySchema),
  relatedMentions: v.array(relatedMentionSchema),
  warnings: v.array(importWarningSchema),
  source: articleSourceSchema,
  inferred: inferredSchema,
  /** Fields that a person has corrected, with what they were before the first correction. */
  corrected: v.record(v.picklist(editableFields), v.nullable(v.string())),
  removed: removedSchema,
  progress: progressSchema,
  importId: v.nullable(importIdSchema),
  annotations: v.array(annotationSchema),
  records: v.array(articleRecordSchema),
  /** The version that is shown, and how many there are. */
  version: countSchema,
  versionCount: countSchema
})
/** Everything about one article. */
export type ArticleDetail = v.InferOutput<typeof articleDetailSchema>

/** Corrections by hand. A missing field stays; null empties it; the title cannot be emptied. */
export const articleCorrectionSchema = v.partial(
  v.object({
    title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000)),
    deck: v.nullable(lineSchema),
    byline: v.nullable(lineSchema),
    siteName: v.nullable(lineSchema),
    sourceCredit: v.nullable(lineSchema),
    publishedAt: v.nullable(publicationDateSchema),
    datelinePlace: v.nullable(lineSchema),
    language: v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
    url: v.nullable(v.pipe(v.string(), v.maxLength(4_000), v.regex(/^https?:\/\//i)))
  })
)
/** Corrections by hand, by field. */
export type ArticleCorrection = v.InferOutput<typeof articleCorrectionSchema>

/** A change of states; a missing state stays as it is. */
export const stateChangeSchema = v.partial(
  v.object({ isRead: v.boolean(), isStarred: v.boolean(), isArchived: v.boolean(), isTrashed: v.boolean() })
)
/** A change of states. */
export type StateChange = v.InferOutput<typeof stateChangeSchema>

const tagNamesSchema = v.pipe(v.array(tagNameSchema), v.maxLength(500))
/** Tags to add and to take away, by name. */
export const tagChangeSchema = v.object({ add: tagNamesSchema, remove: tagNamesSchema })
/** Tags to add and to take away. */
export type TagChange = v.InferOutput<typeof tagChangeSchema>
