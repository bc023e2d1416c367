// Owns what an annotation is when it crosses a border: a highlighted passage or a note, and where it is in the text.
import * as v from 'valibot'
import { textRangeSchema, timestampSchema } from './common'

/** A highlight (a passage, with or without a note on it) or a note on the whole article. */
export const annotationSchema = v.object({
  id: v.string(),
  kind: v.picklist(['highlight', 'note']),
  /** The passage as it was marked; empty for a note. */
  quote: v.string(),
  /** Where the passage is in the article's text; null for a note, and while the text does not have the passage. */
  range: v.nullable(textRangeSchema),
  note: v.nullable(v.string()),
  color: v.nullable(v.string()),
  tags: v.array(v.string()),
  createdAt: timestampSchema
})
/** A highlight or note. */
export type Annotation = v.InferOutput<typeof annotationSchema>
