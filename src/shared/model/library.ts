// Owns what can be asked of the library as a whole: views, orders, pages, counts and undo.
import * as v from 'valibot'
import { articleSummarySchema } from './article'
import { articleIdSchema, countSchema } from './common'

/** Which articles a list shows. Trash holds only trashed articles; every other view leaves them out. */
export const listViewSchema = v.variant('kind', [
  v.object({ kind: v.literal('inbox') }),
  v.object({ kind: v.literal('starred') }),
  v.object({ kind: v.literal('archive') }),
  v.object({ kind: v.literal('trash') }),
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('tag'), tag: v.pipe(v.string(), v.maxLength(80)) }),
  v.object({ kind: v.literal('site'), siteName: v.pipe(v.string(), v.maxLength(2_000)) })
])
/** Which articles a list shows. */
export type ListView = v.InferOutput<typeof listViewSchema>

/** The orders of a list; `imported` and `published` have the newest first. */
export const listOrders = ['imported', 'published', 'title'] as const
/** The order of a list. */
export type ListOrder = (typeof listOrders)[number]
export const listOrderSchema = v.picklist(listOrders)

/** One page of a list: the articles from `offset` on, and how many the whole list has. */
export const articlePageSchema = v.object({ articles: v.array(articleSummarySchema), total: countSchema })
/** One page of a list. */
export type ArticlePage = v.InferOutput<typeof articlePageSchema>

/** The sidebar's figures. `inboxUnread` counts unread articles of the inbox; names come sorted by name. */
export const libraryCountsSchema = v.object({
  all: countSchema,
  inbox: countSchema,
  inboxUnread: countSchema,
  starred: countSchema,
  archive: countSchema,
  trash: countSchema,
  tags: v.array(v.object({ name: v.string(), count: countSchema })),
  sites: v.array(v.object({ name: v.string(), count: countSchema }))
})
/** The sidebar's figures. */
export type LibraryCounts = v.InferOutput<typeof libraryCountsSchema>

/** The kinds of action that can be undone, in the words of the undo journal. */
export const actionKinds = [
  'read',
  'unread',
  'star',
  'unstar',
  'archive',
  'unarchive',
  'trash',
  'restore',
  'tags',
  'correct',
  'showVersion',
  'readAgain',
  'undoImport'
] as const
/** A kind of action that can be undone. */
export type ActionKind = (typeof actionKinds)[number]

/** What was done, undone or redone, for a message: the kind and how many articles it touched. */
export const actionResultSchema = v.object({
  actionId: v.nullable(countSchema),
  kind: v.picklist(actionKinds),
  articleCount: countSchema
})
/** What was done or undone. */
export type ActionResult = v.InferOutput<typeof actionResultSchema>

/** Says which articles changed; `articleIds` is null where too many changed to name (more than 500). */
export const libraryChangedSchema = v.object({
  reason: v.picklist(['imported', 'edited', 'states', 'tags', 'trashed', 'deleted', 'progress', 'external']),
  articleIds: v.nullable(v.array(articleIdSchema))
})
/** Says which articles changed. */
export type LibraryChanged = v.InferOutput<typeof libraryChangedSchema>
