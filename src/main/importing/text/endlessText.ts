// Owns the refusal of text that is one endless run of characters: data, not an article. Changes no text.
import { AppError } from '@shared/errors'

/** Throws AppError `text_line_too_long` where more than `limit` UTF-16 code units follow without white space. */
export function refuseUnbrokenText(text: string, limit: number): void {
  if (text.length <= limit) return
  const whiteSpace = /\s+/g
  let start = 0
  for (let match = whiteSpace.exec(text); match || start < text.length; match = whiteSpace.exec(text)) {
    if ((match?.index ?? text.length) - start > limit) {
      const message = 'The text is one endless line without a space, so it is data rather than an article'
      throw new AppError('text_line_too_long', message)
    }
    if (!match) return
    start = whiteSpace.lastIndex
  }
}
