// Owns the recognition of lines that lead to another article ("Baca juga: …"). Removes nothing itself.
import { alternatives } from '../guess'
import { relatedPhrases } from '../words/related'

const phrases = alternatives(relatedPhrases)
const mark = '[:：>»|\\u2013\\u2014-]'
const ownLine = new RegExp(`^[(\\[*•➡→>\\s]*(?:${phrases})\\s*${mark}+\\s*(?<title>\\S.*?)[)\\]]?$`, 'iu')
const ownLineWithoutMark = new RegExp(`^[([*•➡→>\\s]*(?:${phrases})\\s+(?<title>["“‘«]?\\p{Lu}.*?)$`, 'iu')
const heading = new RegExp(`^[(\\[*•➡→>\\s]*(?:${phrases})\\s*${mark}*$`, 'iu')
const bracketed = new RegExp(`\\s*[(\\[]\\s*(?:${phrases})\\s*${mark}\\s*(?<title>[^()\\[\\]]{8,200})[)\\]]`, 'iu')
const atEnd = new RegExp(`(?<=[.!?…。”"’»)])\\s+(?:${phrases})\\s*${mark}\\s*(?<title>\\S.{6,200}?)$`, 'iu')

const longestTitle = 250

/** Phrases that are ordinary words too, and so need their colon. */
const needsMark = /^[^\p{L}]*(?:related|see also|zie ook|siehe auch|voir aussi|read more)/iu

/** The title on a line that leads to another article and holds nothing else, or null. */
export function findRelatedLine(line: string): string | null {
  if (line.length > longestTitle) return null
  const marked = ownLine.exec(line)?.groups?.['title']
  if (marked) return marked.trim()
  const title = needsMark.test(line) ? undefined : ownLineWithoutMark.exec(line)?.groups?.['title']
  const first = title?.charAt(0) ?? ''
  const isCapital = first !== first.toLowerCase() || /["“‘«]/.test(first)
  return title && isCapital && !title.endsWith('.') ? title.trim() : null
}

/** True for a line that announces other articles on the lines below it: `Baca juga:` and nothing more. */
export function isRelatedHeading(line: string): boolean {
  return heading.test(line)
}

/** A paragraph without the mention inside it. */
export interface ParagraphWithMention {
  readonly paragraph: string
  readonly title: string
}

/** The mention at a paragraph's end, or in brackets within it, or null. */
export function findRelatedInside(paragraph: string): ParagraphWithMention | null {
  for (const pattern of /[([]/.test(paragraph) ? [atEnd, bracketed] : [atEnd]) {
    const match = pattern.exec(paragraph)
    const title = match?.groups?.['title']?.trim()
    if (!match || !title || /[.!?]\s+\p{Lu}\p{Ll}+\s.*\.$/u.test(title)) continue
    return { paragraph: paragraph.slice(0, match.index) + paragraph.slice(match.index + match[0].length), title }
  }
  return null
}
