// Owns what a search gives back: hits, snippets and the state of the index. Positions are numbers, never markup.
import * as v from 'valibot'
import { articleSummarySchema } from './article'
import { articleIdSchema, countSchema, textRangeSchema } from './common'
import { queryFilterSchema, queryProblemSchema } from './query'

/**
 * The orders of a result: `newest` and `oldest` by date of publication, then by date of import, what has no date last;
 * `publisher` by the publisher's name, the newest of each first. Of filters alone, `relevance` is `newest`.
 */
export const resultOrders = ['relevance', 'newest', 'oldest', 'publisher'] as const
export const resultOrderSchema = v.picklist(resultOrders)
/** An order of a result. */
export type ResultOrder = v.InferOutput<typeof resultOrderSchema>

/** The longest query, in UTF-16 code units. */
export const maxQueryLength = 1_000

/** The fields of an article that are searched. Each also names the text that a snippet is cut from. */
export const searchFields = ['title', 'deck', 'body', 'byline', 'siteName', 'tags'] as const
/** A field that is searched. */
export type SearchField = (typeof searchFields)[number]

/** A piece of an article's text around its hits; `highlights` are ranges of `text` itself. */
export const snippetSchema = v.object({
  field: v.picklist(searchFields),
  text: v.string(),
  highlights: v.array(textRangeSchema)
})
/** A piece of text around hits. */
export type Snippet = v.InferOutput<typeof snippetSchema>

/** An article that a search found. */
export const searchHitSchema = v.object({
  article: articleSummarySchema,
  /** Higher is better; comparable only within one result. */
  score: v.number(),
  /** Number of hits that the reader marks: in title, deck, byline and text. 0 where only a publisher or tag matched. */
  matchCount: countSchema,
  snippets: v.array(snippetSchema),
  /** Articles of nearly the same text that were found as well, best first; always empty where none are gathered. */
  similar: v.array(articleIdSchema)
})
/** An article that a search found. */
export type SearchHit = v.InferOutput<typeof searchHitSchema>

/** Whether the index can answer for the whole library: loading its snapshot, (re)building, or ready. */
export const searchStatusSchema = v.object({
  state: v.picklist(['loading', 'building', 'ready', 'failed']),
  indexed: countSchema,
  total: countSchema
})
/** Whether the index can answer for the whole library. */
export type SearchStatus = v.InferOutput<typeof searchStatusSchema>

/** What a comparison of the index with the library found. All is well where everything but the first two and `sampled` is 0. */
export const indexReportSchema = v.object({
  /** Articles that can be searched for, and those that the index has. */
  articles: countSchema,
  indexed: countSchema,
  /** Articles that the index lacks, has in an older revision, or has though the library does not. */
  missing: countSchema,
  outdated: countSchema,
  surplus: countSchema,
  /** Articles whose words were compared with their texts, and those of them in which they differed. */
  sampled: countSchema,
  wrong: countSchema
})
/** What a comparison of the index with the library found. */
export type IndexReport = v.InferOutput<typeof indexReportSchema>

/** True where the index has every article as it is. */
export function isWhole({ missing, outdated, surplus, wrong }: IndexReport): boolean {
  return missing + outdated + surplus + wrong === 0
}

/** The result of a query. */
export const searchResultSchema = v.object({
  query: v.string(),
  hits: v.array(searchHitSchema),
  /** Articles found in all. */
  total: countSchema,
  /** True where `total` is an estimate: of phrases not every text has been read. */
  isTotalEstimate: v.boolean(),
  /**
   * How many hits there are in all, of which `hits` is one page. Fewer than `total` where articles of nearly the same text
   * are gathered; it may shrink as more pages are asked for.
   */
  rowCount: countSchema,
  tookMs: v.number(),
  /** True where the index was not ready, so that more may be found a little later. */
  isPartial: v.boolean(),
  /**
   * How the result was widened because the words as written found nothing: not at all, by allowing spelling errors
   * (`fuzzy`), or by asking for some of the words only (`someWords`).
   */
  widened: v.picklist(['none', 'fuzzy', 'someWords']),
  /** What of the query does not parse; the rest was searched for. While a person types, what is not finished is left out. */
  problems: v.array(queryProblemSchema),
  /** The filters that the whole query needs, in their order. */
  filters: v.array(queryFilterSchema)
})
/** The result of a query. */
export type SearchResult = v.InferOutput<typeof searchResultSchema>

/** Every hit of a query in one article, as ranges of each field's text, ascending and not overlapping. */
export const articleHitsSchema = v.object({
  articleId: articleIdSchema,
  title: v.array(textRangeSchema),
  deck: v.array(textRangeSchema),
  byline: v.array(textRangeSchema),
  body: v.array(textRangeSchema)
})
/** Every hit of a query in one article. */
export type ArticleHits = v.InferOutput<typeof articleHitsSchema>
