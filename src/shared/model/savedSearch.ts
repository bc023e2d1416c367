// Owns what a saved search and a search of the history are when they cross a border. Holds no logic.
import * as v from 'valibot'
import { countSchema, timestampSchema } from './common'
import { maxQueryLength, resultOrderSchema } from './search'

/** An opaque id of a saved search. */
export const savedSearchIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/), v.brand('SavedSearchId'))
/** An opaque id of a saved search. */
export type SavedSearchId = v.InferOutput<typeof savedSearchIdSchema>

/** A query that is worth keeping: trimmed, and not empty. */
export const keptQuerySchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxQueryLength))

/** What a person gives a saved search. */
export const savedSearchTextSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200), v.regex(/^[^\r\n\t]*$/)),
  query: keptQuerySchema,
  order: resultOrderSchema
})
/** What a person gives a saved search. */
export type SavedSearchText = v.InferOutput<typeof savedSearchTextSchema>

/** A search that a person keeps as a collection of whatever it finds. */
export const savedSearchSchema = v.object({ id: savedSearchIdSchema, ...savedSearchTextSchema.entries })
/** A search that a person keeps. */
export type SavedSearch = v.InferOutput<typeof savedSearchSchema>

/** A search of the history: `usedAt` is when it was last made, `count` how often. */
export const pastSearchSchema = v.object({ query: v.string(), usedAt: timestampSchema, count: countSchema })
/** A search of the history. */
export type PastSearch = v.InferOutput<typeof pastSearchSchema>

/** So many searches can be saved. */
export const mostSavedSearches = 500
/** The history can be set to keep so many searches. */
export const mostPastSearches = 1_000
