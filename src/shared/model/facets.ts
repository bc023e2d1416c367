// Owns what the whole result of a query is made of: counts by publisher, tag, date and the like. Holds no logic.
import * as v from 'valibot'
import { articleFormatSchema } from './article'
import { countSchema } from './common'

/** At most so many values of a facet are named, the most frequent ones. */
export const mostFacetValues = 200

const facetOf = <Value extends v.GenericSchema>(value: Value) =>
  v.object({
    /** By count, the largest first. */
    values: v.array(v.object({ value, count: countSchema })),
    /** How many different values there are, named or not. */
    distinct: countSchema
  })

/** The facets of a result. An article without a publisher is in none of `publishers`, one with two tags in two of `tags`. */
export const resultFacetsSchema = v.object({
  /** The articles that were counted. */
  total: countSchema,
  /**
   * False where not every article could be counted: its text would have to be read for a phrase, and there are very many
   * such articles, or the index is not ready.
   */
  isComplete: v.boolean(),
  publishers: facetOf(v.string()),
  credits: facetOf(v.string()),
  tags: facetOf(v.string()),
  languages: facetOf(v.string()),
  formats: facetOf(articleFormatSchema),
  states: v.object({
    unread: countSchema,
    read: countSchema,
    starred: countSchema,
    archived: countSchema,
    highlight: countSchema,
    note: countSchema,
    image: countSchema
  }),
  /** The months in which articles were published, ascending; months without one are left out. */
  months: v.array(v.object({ year: v.number(), month: v.number(), count: countSchema })),
  /** Articles without a date of publication. */
  undated: countSchema
})
/** The facets of a result. */
export type ResultFacets = v.InferOutput<typeof resultFacetsSchema>
