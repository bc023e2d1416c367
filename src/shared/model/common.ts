// Owns the small schemas that the other models share. Holds no meaning of its own.
import * as v from 'valibot'

/** An opaque id of an article: 1 to 40 characters of a-z, 0-9 and `_`. */
export const articleIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/), v.brand('ArticleId'))
/** An opaque id of an article. */
export type ArticleId = v.InferOutput<typeof articleIdSchema>

/** An opaque id of an import. */
export const importIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/), v.brand('ImportId'))
/** An opaque id of an import. */
export type ImportId = v.InferOutput<typeof importIdSchema>

/** A point in time: integer milliseconds since 1970 UTC. */
export const timestampSchema = v.pipe(v.number(), v.integer())

/** A whole number that counts things. */
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/** One short line that a person typed or a file gave. */
export const lineSchema = v.pipe(v.string(), v.maxLength(2_000))

/** A tag's name: trimmed, 1 to 80 characters, without line breaks. */
export const tagNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), v.regex(/^[^\r\n\t]*$/))

/**
 * When an article was published: `YYYY-MM-DD` where only the day is known, else an ISO 8601 date and time with offset.
 * Source: DESIGN.md's CLI format, ISO 8601-1.
 */
export const publicationDateSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/),
  v.check(value => !Number.isNaN(Date.parse(value)), 'not a date of the calendar')
)

/** A half-open range of UTF-16 code units, [start, end). */
export const textRangeSchema = v.tuple([countSchema, countSchema])
/** A half-open range of UTF-16 code units, [start, end). */
export type TextRange = readonly [start: number, end: number]

/** How many articles one page of a list may hold. */
export const maxPageSize = 500
