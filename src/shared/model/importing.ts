// Owns what importing says to the outside: what to import, progress, and the receipt.
import * as v from 'valibot'
import { articleFormatSchema, importWarningSchema } from './article'
import { articleIdSchema, countSchema, importIdSchema, timestampSchema } from './common'
import { errorCodes } from '../errors'

/** The largest text that can be pasted, in UTF-16 code units. */
export const maxPastedLength = 5_000_000

/** One thing to import: a file or folder by path, pasted text or HTML, or the sample article. */
export const importItemSchema = v.variant('kind', [
  v.object({ kind: v.literal('path'), path: v.pipe(v.string(), v.minLength(1), v.maxLength(32_000)) }),
  v.object({
    kind: v.literal('pasted'),
    format: v.picklist(['text', 'html']),
    content: v.pipe(v.string(), v.maxLength(maxPastedLength))
  }),
  v.object({ kind: v.literal('sample') }),
  /** Browser mode only: files that were uploaded under this id. */
  v.object({ kind: v.literal('upload'), uploadId: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/)) })
])
/** One thing to import. */
export type ImportItem = v.InferOutput<typeof importItemSchema>

/** What can become of a file. Files in = the sum of all five. */
export const importOutcomes = ['imported', 'updated', 'duplicate', 'stub', 'failed'] as const
/** What became of a file. */
export type ImportOutcome = (typeof importOutcomes)[number]
export const importOutcomeSchema = v.picklist(importOutcomes)

/** The code and words of a failed file. */
export const importErrorSchema = v.object({ code: v.picklist(errorCodes), message: v.string() })

/** One line of a receipt: a file, what became of it and why. */
export const receiptEntrySchema = v.object({
  position: countSchema,
  /** The path as a person would know it. */
  path: v.string(),
  outcome: importOutcomeSchema,
  articleId: v.nullable(articleIdSchema),
  format: v.nullable(articleFormatSchema),
  title: v.nullable(v.string()),
  error: v.nullable(importErrorSchema),
  warnings: v.array(importWarningSchema),
  /** True where the file came from a place on disk that can be tried again and shown. */
  canRetry: v.boolean()
})
/** One line of a receipt. */
export type ReceiptEntry = v.InferOutput<typeof receiptEntrySchema>

/** The sums of a receipt. */
export const importTotalsSchema = v.object({
  imported: countSchema,
  updated: countSchema,
  duplicate: countSchema,
  stub: countSchema,
  failed: countSchema
})
/** The sums of a receipt. */
export type ImportTotals = v.InferOutput<typeof importTotalsSchema>

/** How an import stands. `interrupted`: the program ended in the middle of it. */
export const importStates = ['running', 'finished', 'cancelled', 'interrupted'] as const

/** An import without its lines. */
export const importSummarySchema = v.object({
  importId: importIdSchema,
  state: v.picklist(importStates),
  startedAt: timestampSchema,
  finishedAt: v.nullable(timestampSchema),
  isUndone: v.boolean(),
  /** The path of its first line, by which a person knows it again; null where it has no line. */
  firstPath: v.nullable(v.string()),
  totals: importTotalsSchema
})
/** An import without its lines. */
export type ImportSummary = v.InferOutput<typeof importSummarySchema>

/** A receipt: the import and one page of its lines. */
export const receiptSchema = v.object({
  ...importSummarySchema.entries,
  entries: v.array(receiptEntrySchema),
  total: countSchema
})
/** A receipt: the import and one page of its lines. */
export type Receipt = v.InferOutput<typeof receiptSchema>

/** An encoding that a person may choose; `group` is the part of the world that it is used in. */
export const encodingChoiceSchema = v.object({ label: v.string(), name: v.string(), group: v.string() })
/** An encoding that a person may choose. */
export type EncodingChoice = v.InferOutput<typeof encodingChoiceSchema>

/** A piece of a text as it reads in an encoding, and how many places of the piece it cannot read. */
export const encodingPreviewSchema = v.object({ label: v.string(), sample: v.string(), replaced: countSchema })
/** A piece of a text as it reads in an encoding. */
export type EncodingPreview = v.InferOutput<typeof encodingPreviewSchema>

/** A folder whose new files are imported by themselves, and whether it can be read now. */
export const watchedFolderSchema = v.object({ path: v.string(), isThere: v.boolean() })
/** A folder whose new files are imported by themselves. */
export type WatchedFolder = v.InferOutput<typeof watchedFolderSchema>

/** How a running import stands. `found` grows while folders are still being read (`isCounting`). */
export const importProgressSchema = v.object({
  importId: importIdSchema,
  found: countSchema,
  done: countSchema,
  isCounting: v.boolean(),
  isCancelling: v.boolean(),
  /** The file being worked on, as a person would know it. */
  currentPath: v.nullable(v.string()),
  totals: importTotalsSchema
})
/** How a running import stands. */
export type ImportProgress = v.InferOutput<typeof importProgressSchema>

/** Sent once when an import has ended, whatever the way. `onlyArticleId` is set when exactly one file came in. */
export const importFinishedSchema = v.object({
  ...importSummarySchema.entries,
  onlyArticleId: v.nullable(articleIdSchema)
})
/** Sent once when an import has ended. */
export type ImportFinished = v.InferOutput<typeof importFinishedSchema>
