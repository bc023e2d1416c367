// Owns what helps a person to ask: how a query was read, what would find something, and completions. Holds no logic.
import * as v from 'valibot'
import { countSchema } from './common'

/** At most so many words of the library are named for a word of a query. */
export const mostMatchedWords = 20
/** At most so many completions are offered. */
export const mostCompletions = 12

/**
 * How a word of the library stands for a word of the query: it is that word (`exact`), the same without accents or joiners
 * (`folded`), has the same stem or is what it is made of (`stem`), begins with it (`prefix`), or nearly is it (`fuzzy`).
 */
export const readingKinds = ['exact', 'folded', 'stem', 'prefix', 'fuzzy'] as const
/** How a word of the library stands for a word of the query. */
export type ReadingKind = (typeof readingKinds)[number]

/** How one word of a query was read. */
export const wordReadingSchema = v.object({
  word: v.string(),
  /** UTF-16 offsets into the query. */
  start: countSchema,
  end: countSchema,
  /** Articles that have the word in any of its readings. */
  articles: countSchema,
  /** Words of the library, the most frequent of each kind first. */
  matched: v.array(v.object({ kind: v.picklist(readingKinds), word: v.string(), articles: countSchema })),
  /** How many more words of the library there are. */
  more: countSchema,
  /** The query with this word as written, without stems; null where it is so already. */
  exactQuery: v.nullable(v.string())
})
/** How one word of a query was read. */
export type WordReading = v.InferOutput<typeof wordReadingSchema>

/** A query that would find something: without a filter, a word or quotes, or with a word of the library (`respelt`). */
export const querySuggestionSchema = v.object({
  kind: v.picklist(['respelt', 'withoutFilter', 'withoutQuotes', 'withoutWord']),
  /** What was left out, or the word that was put in. */
  changed: v.string(),
  query: v.string(),
  total: countSchema
})
/** A query that would find something. */
export type QuerySuggestion = v.InferOutput<typeof querySuggestionSchema>

/** How a query was read. `suggestions` are there only where the query as written finds nothing; best first. */
export const queryExplanationSchema = v.object({
  words: v.array(wordReadingSchema),
  suggestions: v.array(querySuggestionSchema)
})
/** How a query was read. */
export type QueryExplanation = v.InferOutput<typeof queryExplanationSchema>

/** What may stand in place of the characters from `start` to before `end` of the query; most frequent first. */
export const completionsSchema = v.object({
  start: countSchema,
  end: countSchema,
  items: v.array(
    v.object({
      kind: v.picklist(['word', 'field', 'value']),
      /** What is put in: a field with its colon, a value with its quotes where it needs them. */
      text: v.string(),
      /** Articles that have it; null for fields. */
      count: v.nullable(countSchema)
    })
  )
})
/** What may stand in place of a piece of the query. */
export type Completions = v.InferOutput<typeof completionsSchema>
