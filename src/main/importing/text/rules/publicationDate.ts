// Owns the choice of the date on which an article came out. Finds no dates itself.
import type { Inference } from '@shared/model/article'
import { findDates, type FoundDate } from '../findDates'
import { guessOf, quote } from '../guess'
import { futureWords } from '../words/calendar'

/** Where dates are looked for. `head` are whole lines above or below the text; `body` its paragraphs in order. */
export interface DatedText {
  readonly head: readonly string[]
  readonly body: readonly string[]
  /** The text's language; in English `3/4/2024` can be read in two ways, elsewhere the day comes first. */
  readonly language: string | null
}

/** Below this a date is not taken. */
const leastConfidence = 0.5
/** Dates before are history; no news file is older. */
const earliestYear = 1995
/** Only the first paragraphs say when something was reported. */
const searchedParagraphs = 3
/** And of a paragraph only so many UTF-16 code units: an unbroken log is one paragraph with a date a line. */
const searchedLength = 20_000

interface Candidate {
  readonly date: FoundDate
  readonly confidence: number
  readonly place: string
}

function isFuture(paragraph: string, date: FoundDate): boolean {
  const sentence =
    paragraph
      .slice(0, date.start)
      .split(/[.!?]\s/)
      .at(-1) ?? ''
  return futureWords.test(sentence.slice(-60))
}

/** News in Indonesian and Malay puts the day of the report in brackets: `Minggu (27/2/2022)`. */
function isBracketed(paragraph: string, date: FoundDate): boolean {
  return date.written.includes('(') || paragraph.charAt(date.start - 1) === '('
}

function rateInBody(paragraph: string, date: FoundDate, index: number): number {
  let confidence = 0.5 - index * 0.1
  if (date.weekday === 'agrees') confidence += 0.25
  if (isBracketed(paragraph, date)) confidence += 0.15
  if (isFuture(paragraph, date)) confidence -= 0.3
  return confidence
}

function collectCandidates({ head, body }: DatedText): Candidate[] {
  const inHead = head.flatMap(line =>
    findDates(line).map(date => ({
      date,
      confidence: date.weekday === 'agrees' ? 0.95 : 0.9,
      place: 'a line of its own'
    }))
  )
  const inBody = body.slice(0, searchedParagraphs).flatMap((paragraph, index) =>
    findDates(paragraph.slice(0, searchedLength)).map(date => ({
      date,
      confidence: rateInBody(paragraph, date, index),
      place: index === 0 ? 'the first paragraph' : `paragraph ${index + 1}`
    }))
  )
  return [...inHead, ...inBody]
}

/**
 * The date of publication: the surest of a date line and the first paragraphs' dates. A date whose weekday the calendar
 * contradicts is never taken, one that can be read in two ways neither, and one still to come seldom.
 */
export function findPublicationDate(text: DatedText): Inference | null {
  const isDayFirst = text.language !== null && text.language !== 'en'
  const candidates = collectCandidates(text).filter(
    ({ date }) =>
      date.weekday !== 'disagrees' &&
      (!date.isAmbiguous || isDayFirst) &&
      Number(date.value.slice(0, 4)) >= earliestYear
  )
  const best = candidates.reduce<Candidate | null>(
    (surest, candidate) => (surest === null || candidate.confidence > surest.confidence ? candidate : surest),
    null
  )
  if (best === null || best.confidence < leastConfidence - 1e-9) return null
  const agreement = best.date.weekday === 'agrees' ? '; the weekday agrees with the calendar' : ''
  const why = `Date in ${best.place}: ${quote(best.date.written)}${agreement}`
  return guessOf(best.date.value, Math.round(Math.min(0.95, best.confidence) * 100) / 100, why)
}
