// Owns the choice of what a text is wrapped in. Knows no wrapping itself.
import type { EditableField } from '@shared/model/article'
import { unwrapForwardedLetter } from './forwardedLetter'
import { unwrapGutenberg } from './gutenberg'

/** A text without its wrapping, and the fields that the wrapping states. */
export interface UnwrappedText {
  readonly text: string
  readonly stated: { readonly [Field in EditableField]?: string }
}

/** Takes a text out of what it came in: a forwarded letter, an edition of Project Gutenberg. Any other text stays. */
export function unwrap(text: string): UnwrappedText {
  return unwrapForwardedLetter(text) ?? unwrapGutenberg(text) ?? { text, stated: {} }
}
