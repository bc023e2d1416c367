// Owns the refusal of text that is data rather than an article: endless runs, endless lines, too much. Changes no text.
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../limits'

function refuseUnbrokenText(text: string, limit: number): void {
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

/** Throws AppError `file_too_large` above the limit of characters; for text whose lines a format has already told apart. */
export function refuseLongText(text: string, limits: ImportLimits): void {
  if (text.length <= limits.textLength) return
  const [found, most] = [text.length, limits.textLength].map(length => (length / 1_000_000).toFixed(1))
  throw new AppError('file_too_large', `The text has ${found} million characters, more than ${most} million`)
}

function refuseTooMuch(text: string, limits: ImportLimits): void {
  refuseLongText(text, limits)
  let lines = 0
  for (const _ of text.matchAll(/[^\r\n\f\v\u2028\u2029]+/g)) {
    if (++lines > limits.textLines) {
      const message = `The text has more than ${limits.textLines} lines, so it is data rather than an article`
      throw new AppError('file_too_large', message)
    }
  }
}

/**
 * Throws AppError `file_too_large` above the limits of characters and lines, and `text_line_too_long` where more than
 * `limits.unbrokenLength` UTF-16 code units follow without white space.
 */
export function refuseEndlessText(text: string, limits: ImportLimits): void {
  refuseUnbrokenText(text, limits.unbrokenLength)
  refuseTooMuch(text, limits)
}
