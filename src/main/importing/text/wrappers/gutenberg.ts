// Owns the wrapping of Project Gutenberg's plain texts: licence, fields of the header, marks of beginning and end.
import { findDates } from '../findDates'
import type { UnwrappedText } from './unwrap'

const start = /^\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK[^\n]*\*{3}[ \t]*$/im
const end = /^(?:\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK|End of (?:the )?Project Gutenberg(?:'s)? )/im
/** The header is a page or two. */
const longestHeader = 20_000
const longestCredit = 400

/** A field of the header; its value goes on in lines that are indented. */
function readField(header: string, label: string): string | null {
  const pattern = new RegExp(`^${label}:[ \\t]*(\\S[^\\n]*(?:\\n[ \\t]+\\S[^\\n]*)*)`, 'im')
  return pattern.exec(header)?.[1]?.replace(/\s+/g, ' ').trim() ?? null
}

/** The tag of a language by its English name, or null. */
function languageTagOf(name: string | null): string | null {
  const first = name?.split(/[,;]/)[0]?.trim().toLowerCase()
  if (first === undefined || first === '') return null
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  for (let one = 97; one < 123; one++) {
    for (let other = 97; other < 123; other++) {
      const tag = String.fromCharCode(one, other)
      if (names.of(tag)?.toLowerCase() === first) return tag
    }
  }
  return null
}

/** Who produced the file stands below the mark, and is no part of the book. */
function withoutCredit(text: string): string {
  const credit = /^\s*(?:Produced by|E-text prepared by|This etext was (?:produced|prepared))[\s\S]*?\n\s*\n/i.exec(
    text
  )?.[0]
  return credit !== undefined && credit.length <= longestCredit ? text.slice(credit.length) : text
}

/** The book inside the wrapping with what the header states, or null where the text is none of Project Gutenberg's. */
export function unwrapGutenberg(text: string): UnwrappedText | null {
  const folded = text.replace(/\r\n?/g, '\n')
  const begin = start.exec(folded.slice(0, longestHeader))
  if (!begin) return null
  const header = folded.slice(0, begin.index)
  const rest = folded.slice(begin.index + begin[0].length)
  const finish = end.exec(rest)
  const book = withoutCredit(finish ? rest.slice(0, finish.index) : rest)
  if (book.trim() === '') return null
  const title = readField(header, 'Title')
  const byline = readField(header, 'Author')
  const language = languageTagOf(readField(header, 'Language'))
  const [released] = findDates(readField(header, 'Release date') ?? readField(header, 'Posting date') ?? '')
  return {
    text: book,
    stated: {
      siteName: 'Project Gutenberg',
      ...(title && { title }),
      ...(byline && { byline }),
      ...(language && { language }),
      ...(released && { publishedAt: released.value })
    }
  }
}
