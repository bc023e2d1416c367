// Owns what office programs write into every document whether it is true or not. Reads no document.
import type { Inference } from '@shared/model/article'
import { guessOf } from '../../text/guess'
import { readStatedDate } from '../../text/statedDate'

/** What a document's properties say. */
export interface DocumentProperties {
  readonly title?: string | null | undefined
  readonly author?: string | null | undefined
  /** When the document was made, in any form that a file writes dates in. */
  readonly created?: string | null | undefined
  readonly description?: string | null | undefined
  readonly language?: string | null | undefined
  readonly keywords?: string | null | undefined
}

const emptyTitle =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|(?:untitled|document|dokumen|presentation|powerpoint presentation|tanpa judul|draft|slide|layout|template|pdf)\s?-?\s?\d*|title|judul|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|pages|tmp|tex|dvi|ps|eps|html?|txt|xls?x?|cdr|pmd)|https?:\/\/\S+|about:blank|\W*)$/i

const emptyAuthor =
  /^(?:user|admin(?:istrator)?|owner|author|penulis|pengguna|root|guest|unknown|default|test|pc|laptop|asus|acer|lenovo|hp|dell|toshiba|samsung|microsoft.*|windows.*|ms.?office.*|.*office user|python-docx|apache poi|openpyxl|docx|unknown creator|un-named|anonymous|\W*)$/i

/** The title, unless a program made it up: a file's name, "Document1", "Microsoft Word - …". */
export function plausibleTitle(title: string | null | undefined): string | null {
  const text = title?.replace(/\s+/g, ' ').trim() ?? ''
  return text === '' || emptyTitle.test(text) || !/\p{Letter}/u.test(text) ? null : text
}

/** The author, unless it is the name of a machine, an account or a program. */
export function plausibleAuthor(author: string | null | undefined): string | null {
  const text = author?.replace(/\s+/g, ' ').trim() ?? ''
  return text.length < 2 || emptyAuthor.test(text) || /[\\/@]/.test(text) ? null : text
}

/** A date of publication out of the date on which the document was made, which is only near it. */
export function creationGuess(created: string | null | undefined): Inference | undefined {
  const date = readStatedDate(created)?.slice(0, 10)
  // What python-docx gives every document that it makes.
  if (!date || date === '2013-12-23' || date < '1990') return undefined
  return guessOf(date, 0.4, 'The document was made on this day')
}

/** Keywords as tags. */
export function keywordTags(keywords: string | null | undefined): string[] {
  return (keywords ?? '').split(/[,;]/).flatMap(word => word.trim() || [])
}
