// Owns the lines of plain text: their groups between blank lines, and the width at which they were wrapped. Joins none.
import { readHeadLine } from './rules/headLine'

/** A line without the white space around it. */
export interface Line {
  readonly text: string
  readonly isIndented: boolean
}

/** Lines without a blank one between them. */
export interface LineGroup {
  readonly lines: readonly Line[]
  /** True where each line is a fact of its own, such as `Author: …`, and so was never wrapped. */
  readonly isFacts: boolean
}

/** The mark in front of a list's item. */
export const bullet = /^(?:[-*•‣◦▪–]|\(?\d{1,3}[.)])\s+(?=\S)/
/** The end of a line that ends a sentence. */
export const sentenceEnd = /[.!?…:;。！？]["”’»)\]]*$/

const labelled = /^\p{L}[\p{L} ]{0,24}[:：]\s+\S/u
const narrowest = 45
const widest = 100
/** Facts stand at either end of a text. */
const groupsAtStart = 3
const groupsAtEnd = 2

/** What most texts do not have, so that their lines need no change. */
const uneven = /[\u200B\uFEFF\u00AD\t\u00A0\u3000]| {2}/

function readLines(text: string): Line[][] {
  const groups: Line[][] = [[]]
  const isEven = !uneven.test(text)
  for (const raw of text.replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n').split('\n')) {
    const line = isEven ? raw : raw.replace(/[\u200B\uFEFF\u00AD]/g, '').replace(/[\t\u00A0\u3000 ]+/g, ' ')
    const trimmed = line.trim()
    if (trimmed === '') groups.push([])
    else groups.at(-1)?.push({ text: trimmed, isIndented: /^\s/.test(line) })
  }
  return groups.filter(group => group.length > 0)
}

function isFact({ text }: Line): boolean {
  return labelled.test(text) || readHeadLine(text) !== null
}

/** Parts two or more facts at a group's beginning, one of them known, from the text that follows without a blank line. */
function splitFacts(lines: readonly Line[]): LineGroup[] {
  const end = lines.findIndex(line => !isFact(line))
  const facts = end < 0 ? lines : lines.slice(0, end)
  const isSure = facts.length >= 2 && facts.some(line => readHeadLine(line.text) !== null)
  if (end < 0 || !isSure) return [{ lines, isFacts: end < 0 }]
  return [
    { lines: facts, isFacts: true },
    { lines: lines.slice(end), isFacts: false }
  ]
}

/** Groups of lines between blank lines. */
export function groupLines(text: string): LineGroup[] {
  const groups = readLines(text)
  return groups.flatMap((lines, index) => {
    if (index === 0) return splitFacts(lines)
    const mayBeFacts = index < groupsAtStart || index >= groups.length - groupsAtEnd
    return [{ lines, isFacts: mayBeFacts && lines.every(isFact) }]
  })
}

/**
 * The width at which a text was wrapped by hand or program, in characters, or null where its lines are whole paragraphs.
 * Wrapped lines are many, all at most 100 characters, and most of those with a successor reach near the width.
 */
export function findWrapWidth(groups: readonly LineGroup[]): number | null {
  const continued = groups.flatMap(group =>
    group.isFacts ? [] : group.lines.slice(0, -1).filter(line => !bullet.test(line.text))
  )
  if (continued.length < 3) return null
  const lengths = continued.map(line => line.text.length).toSorted((one, other) => one - other)
  const width = lengths.at(-1) ?? 0
  if (width > widest || width < narrowest) return null
  const nearly = lengths.filter(length => length >= width * 0.75).length
  const unfinished = continued.filter(line => !sentenceEnd.test(line.text)).length
  return nearly >= lengths.length * 0.6 && unfinished >= lengths.length * 0.5 ? width : null
}
