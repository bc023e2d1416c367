// Owns the part of the contract that is about search. `contract.ts` puts the parts together.
import * as v from 'valibot'
import { articleIdSchema, countSchema, maxPageSize } from '../model/common'
import { resultFacetsSchema } from '../model/facets'
import { completionsSchema, queryExplanationSchema } from '../model/queryHelp'
import {
  keptQuerySchema,
  mostPastSearches,
  mostSavedSearches,
  pastSearchSchema,
  savedSearchIdSchema,
  savedSearchSchema,
  savedSearchTextSchema
} from '../model/savedSearch'
import {
  articleHitsSchema,
  indexReportSchema,
  maxQueryLength,
  resultOrderSchema,
  searchResultSchema,
  searchStatusSchema
} from '../model/search'

const nothing = v.strictObject({})
const done = v.null()
const queryText = v.pipe(v.string(), v.maxLength(maxQueryLength))
const page = { offset: countSchema, limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxPageSize)) }

/** Each request's input and output. */
export const searchContract = {
  'search:query': {
    input: v.object({
      query: queryText,
      /** True while the person is still typing: the last word then also stands for its beginnings. */
      isTyping: v.boolean(),
      /** `relevance` where it is left out. */
      order: v.optional(resultOrderSchema),
      /** Gathers articles of nearly the same text under the first of them. */
      groupSimilar: v.optional(v.boolean()),
      ...page
    }),
    output: searchResultSchema
  },
  /** Counts what the whole result is made of; asked for when it is shown, since it takes longer than a page. */
  'search:getFacets': { input: v.object({ query: queryText, isTyping: v.boolean() }), output: resultFacetsSchema },
  /** How each word was read and, where the query finds nothing as written, what would find something. */
  'search:explain': { input: v.object({ query: queryText, isTyping: v.boolean() }), output: queryExplanationSchema },
  /** What may stand at the caret, a UTF-16 offset. */
  'search:complete': { input: v.object({ query: queryText, caret: countSchema }), output: completionsSchema },
  'search:locateHits': {
    input: v.object({ articleId: articleIdSchema, query: queryText, isTyping: v.boolean() }),
    output: articleHitsSchema
  },
  /** Saved searches in their order. */
  'search:listSaved': { input: nothing, output: v.array(savedSearchSchema) },
  'search:save': { input: savedSearchTextSchema, output: savedSearchSchema },
  'search:changeSaved': {
    input: v.object({ id: savedSearchIdSchema, change: v.partial(savedSearchTextSchema) }),
    output: savedSearchSchema
  },
  'search:deleteSaved': { input: v.object({ id: savedSearchIdSchema }), output: done },
  /** Puts these first in this order. */
  'search:reorderSaved': {
    input: v.object({ ids: v.pipe(v.array(savedSearchIdSchema), v.maxLength(mostSavedSearches)) }),
    output: done
  },
  /** How many articles each saved search finds now; null while there is no index to ask. */
  'search:countSaved': {
    input: nothing,
    output: v.array(v.object({ id: savedSearchIdSchema, total: v.nullable(countSchema) }))
  },
  /** The searches made last, the newest first. */
  'search:listHistory': {
    input: v.object({ limit: v.pipe(countSchema, v.maxValue(mostPastSearches)) }),
    output: v.array(pastSearchSchema)
  },
  /** Notes a search that a person has made, which a query that is being typed is not yet. */
  'search:noteHistory': { input: v.object({ query: keptQuerySchema }), output: done },
  /** Forgets these searches, or all of them (null). */
  'search:eraseHistory': {
    input: v.object({ queries: v.nullable(v.pipe(v.array(queryText), v.maxLength(mostPastSearches))) }),
    output: done
  },
  /** Compares the index with the library; with `isRepairing`, mends what differs, and compares again. */
  'search:verifyIndex': { input: v.object({ isRepairing: v.boolean() }), output: indexReportSchema },
  /** Begins to build the index anew, which `search:statusChanged` tells of; searches are answered meanwhile. */
  'search:rebuildIndex': { input: nothing, output: done },
  'search:getStatus': { input: nothing, output: searchStatusSchema }
} as const
