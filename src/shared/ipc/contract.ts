// Owns the contract: a schema pair for each request, a schema for each event. Every type of the border is derived here.
import * as v from 'valibot'
import {
  articleCorrectionSchema,
  articleDetailSchema,
  articleVersionSchema,
  progressSchema,
  readOptionsSchema,
  stateChangeSchema,
  tagChangeSchema,
  versionTextSchema
} from '../model/article'
import { environmentSchema, menuCommandSchema } from '../model/app'
import { articleIdSchema, countSchema, importIdSchema, maxPageSize } from '../model/common'
import {
  encodingChoiceSchema,
  encodingPreviewSchema,
  importFinishedSchema,
  importItemSchema,
  importOutcomeSchema,
  importProgressSchema,
  importSummarySchema,
  receiptSchema,
  watchedFolderSchema
} from '../model/importing'
import {
  actionResultSchema,
  articlePageSchema,
  libraryChangedSchema,
  libraryCountsSchema,
  listOrderSchema,
  listViewSchema
} from '../model/library'
import { savedSearchSchema } from '../model/savedSearch'
import { searchStatusSchema } from '../model/search'
import { settingsChangeSchema, settingsSchema } from '../model/settings'
import type { EventChannel, RequestChannel } from './channels'
import { searchContract } from './searchContract'

const nothing = v.strictObject({})
const done = v.null()
const articleIds = v.pipe(v.array(articleIdSchema), v.minLength(1), v.maxLength(100_000))
const page = { offset: countSchema, limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxPageSize)) }

interface RequestSchemas {
  readonly input: v.GenericSchema
  readonly output: v.GenericSchema
}

/** Each request's input and output. */
export const requestContract = {
  'app:getEnvironment': { input: nothing, output: environmentSchema },
  /** Opens an http(s) or mailto address in the person's browser; any other address fails with `url_refused`. */
  'app:openExternal': { input: v.object({ url: v.pipe(v.string(), v.maxLength(4_000)) }), output: done },
  'app:revealOriginal': { input: v.object({ articleId: articleIdSchema }), output: done },
  'app:openDataFolder': { input: nothing, output: done },
  /** Writes a renderer's failure to the local log. */
  'app:reportProblem': { input: v.object({ message: v.pipe(v.string(), v.maxLength(10_000)) }), output: done },

  'library:listArticles': {
    input: v.object({ view: listViewSchema, order: listOrderSchema, ...page }),
    output: articlePageSchema
  },
  /** The row of an article in a list, or null where the list does not have it. */
  'library:locateArticle': {
    input: v.object({ view: listViewSchema, order: listOrderSchema, articleId: articleIdSchema }),
    output: v.object({ index: v.nullable(countSchema) })
  },
  'library:countArticles': { input: nothing, output: libraryCountsSchema },
  'library:getArticle': { input: v.object({ articleId: articleIdSchema }), output: articleDetailSchema },
  'library:changeStates': {
    input: v.object({
      articleIds,
      change: stateChangeSchema,
      /** True where no person asked for it (an article read to its end): such a change is not a step of undo. */
      isAutomatic: v.optional(v.boolean())
    }),
    output: actionResultSchema
  },
  'library:changeTags': { input: v.object({ articleIds, change: tagChangeSchema }), output: actionResultSchema },
  'library:correctArticle': {
    input: v.object({ articleId: articleIdSchema, correction: articleCorrectionSchema }),
    output: actionResultSchema
  },
  'library:saveProgress': { input: v.object({ articleId: articleIdSchema, progress: progressSchema }), output: done },
  'library:listVersions': { input: v.object({ articleId: articleIdSchema }), output: v.array(articleVersionSchema) },
  'library:getVersion': {
    input: v.object({ articleId: articleIdSchema, version: countSchema }),
    output: versionTextSchema
  },
  /** Shows another version of an article; the others stay. */
  'library:showVersion': {
    input: v.object({ articleId: articleIdSchema, version: countSchema }),
    output: actionResultSchema
  },
  /** Deletes for good the ones of these articles that are in Trash; others are left alone. Cannot be undone. */
  'library:deleteArticles': { input: v.object({ articleIds }), output: v.object({ deleted: countSchema }) },
  'library:emptyTrash': { input: nothing, output: v.object({ deleted: countSchema }) },
  /** Takes back the last action; fails with `nothing_to_undo`. */
  'library:undo': { input: nothing, output: actionResultSchema },
  'library:redo': { input: nothing, output: actionResultSchema },

  /** Shows the host's open dialog and imports what is chosen; null where the person cancelled. */
  'importing:pickFiles': {
    input: v.object({ kind: v.picklist(['files', 'folder']) }),
    output: v.object({ importId: v.nullable(importIdSchema) })
  },
  'importing:enqueue': {
    input: v.object({ items: v.pipe(v.array(importItemSchema), v.minLength(1), v.maxLength(100_000)) }),
    output: v.object({ importId: importIdSchema })
  },
  'importing:cancel': { input: v.object({ importId: importIdSchema }), output: done },
  /** The running import, or null. */
  'importing:getProgress': { input: nothing, output: v.nullable(importProgressSchema) },
  'importing:listImports': {
    input: v.object(page),
    output: v.object({ imports: v.array(importSummarySchema), total: countSchema })
  },
  'importing:getReceipt': {
    input: v.object({ importId: importIdSchema, outcome: v.nullable(importOutcomeSchema), ...page }),
    output: receiptSchema
  },
  /** Moves every article that the import brought in to Trash, and puts back what it changed. */
  'importing:undoImport': { input: v.object({ importId: importIdSchema }), output: actionResultSchema },
  /** Imports lines' files once more: these, or every failed one (null). Fails with `file_missing` where none is on disk. */
  'importing:retry': {
    input: v.object({
      importId: importIdSchema,
      positions: v.nullable(v.pipe(v.array(countSchema), v.maxLength(100_000)))
    }),
    output: v.object({ importId: importIdSchema })
  },
  /** Shows the file of a receipt's line in the desktop's file manager. */
  'importing:revealFile': { input: v.object({ importId: importIdSchema, position: countSchema }), output: done },
  /** Saves a receipt as CSV by the host's dialog (`path`, null where the person cancelled), or gives it (`csv`). */
  'importing:saveReceipt': {
    input: v.object({ importId: importIdSchema }),
    output: v.object({ csv: v.nullable(v.string()), path: v.nullable(v.string()) })
  },
  'importing:listEncodings': { input: nothing, output: v.array(encodingChoiceSchema) },
  /** How the same piece of an article's original reads in each of these encodings. */
  'importing:previewEncodings': {
    input: v.object({
      articleId: articleIdSchema,
      labels: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(100))
    }),
    output: v.array(encodingPreviewSchema)
  },
  /** Reads an article's original again in another way; what comes out is a new version of the article. */
  'importing:readAgain': {
    input: v.object({ articleId: articleIdSchema, options: readOptionsSchema }),
    output: actionResultSchema
  },
  'importing:listWatchedFolders': { input: nothing, output: v.array(watchedFolderSchema) },
  /** Asks for a folder by the host's dialog and imports what is put into it from now on; null where the person cancelled. */
  'importing:watchFolder': { input: nothing, output: v.object({ path: v.nullable(v.string()) }) },
  'importing:unwatchFolder': { input: v.object({ path: v.pipe(v.string(), v.maxLength(32_000)) }), output: done },

  ...searchContract,

  'settings:get': { input: nothing, output: settingsSchema },
  'settings:change': { input: v.object({ change: settingsChangeSchema }), output: settingsSchema }
} as const satisfies Record<RequestChannel, RequestSchemas>

/** Each event's payload. */
export const eventContract = {
  'app:commandChosen': v.object({ command: menuCommandSchema }),
  'library:changed': libraryChangedSchema,
  'importing:progressed': importProgressSchema,
  'importing:finished': importFinishedSchema,
  /** A file that the desktop opened is now this article, which should be shown. */
  'importing:articleOpened': v.object({ articleId: articleIdSchema }),
  'search:statusChanged': searchStatusSchema,
  'search:savedChanged': v.object({ saved: v.array(savedSearchSchema) }),
  'settings:changed': settingsSchema
} as const satisfies Record<EventChannel, v.GenericSchema>

/** What a caller passes. */
export type RequestInput<Channel extends RequestChannel> = v.InferInput<(typeof requestContract)[Channel]['input']>
/** What a handler receives, after parsing. */
export type ParsedInput<Channel extends RequestChannel> = v.InferOutput<(typeof requestContract)[Channel]['input']>
/** What a handler returns and a caller gets. */
export type RequestOutput<Channel extends RequestChannel> = v.InferOutput<(typeof requestContract)[Channel]['output']>
/** What an event carries. */
export type EventPayload<Channel extends EventChannel> = v.InferOutput<(typeof eventContract)[Channel]>

/** One handler for each request: a missing one does not compile. */
export type RequestHandlers = {
  readonly [Channel in RequestChannel]: (
    input: ParsedInput<Channel>
  ) => RequestOutput<Channel> | Promise<RequestOutput<Channel>>
}

/** Sends an event to whoever listens. */
export type EmitEvent = <Channel extends EventChannel>(channel: Channel, payload: EventPayload<Channel>) => void
