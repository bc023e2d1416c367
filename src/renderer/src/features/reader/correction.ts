// Owns what a person types into a field of the details, and the correction that it makes. Pure.
import { articleCorrectionSchema, type ArticleCorrection, type EditableField } from '@shared/model/article'
import * as v from 'valibot'

/** The correction of a field to a typed text (empty: nothing there), or null where the text cannot be used. */
export function parseCorrection(field: EditableField, typed: string): ArticleCorrection | null {
  const text = typed.trim()
  const parsed = v.safeParse(articleCorrectionSchema, { [field]: text === '' ? null : text })
  return parsed.success ? parsed.output : null
}
