// Owns what the window is told of a query itself: its filters and what could not be parsed. Holds no logic.
import * as v from 'valibot'
import { countSchema } from './common'

/**
 * What is wrong with a piece of a query. `group_not_closed`, `group_not_opened`, `phrase_not_closed`: brackets and quotes.
 * `operand_missing`: OR, NEAR or a minus with nothing beside it. `near_operand`: NEAR stands between words or phrases.
 * `value_missing`: a field with nothing behind it. `value_unknown`: no such state, format or content. `date_unknown`: no date.
 */
export const queryProblemCodes = [
  'group_not_closed',
  'group_not_opened',
  'phrase_not_closed',
  'operand_missing',
  'near_operand',
  'value_missing',
  'value_unknown',
  'date_unknown'
] as const
/** What is wrong with a piece of a query. */
export type QueryProblemCode = (typeof queryProblemCodes)[number]

/** A piece of a query that does not parse. The rest of the query is searched for all the same. */
export const queryProblemSchema = v.object({
  code: v.picklist(queryProblemCodes),
  /** UTF-16 offsets into the query. */
  start: countSchema,
  end: countSchema
})
/** A piece of a query that does not parse. */
export type QueryProblem = v.InferOutput<typeof queryProblemSchema>

/** A filter that stands in a query for itself, so that it can be shown as a chip and taken out of the query. */
export const queryFilterSchema = v.object({
  field: v.string(),
  /** The value as written, without quotes; of several values the whole group. */
  value: v.string(),
  isExcluded: v.boolean(),
  /** UTF-16 offsets into the query; cutting this range out takes the filter away. */
  start: countSchema,
  end: countSchema
})
/** A filter of a query. */
export type QueryFilter = v.InferOutput<typeof queryFilterSchema>
