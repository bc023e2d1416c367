// Owns the reading of lines around a text that hold only facts about it: names, dates, labelled fields. Removes nothing.
import { findDates } from '../findDates'
import { fieldLabels } from '../words/labels'
import { findPerson, type FoundPerson } from './byline'

/** The facts of one line. */
export interface HeadFacts {
  readonly people: readonly FoundPerson[]
  /** The line's date part, as written. */
  readonly dates: readonly string[]
  /** Fields that the line states with a label, such as `Judul: …`. */
  readonly stated: Readonly<Record<string, string>>
}

const labelled = /^(?<label>[\p{L}][\p{L} ]{1,18}?)\s*[:：]\s*(?<value>\S.{0,400})$/u
const dateIntroduction =
  /^(?:diterbitkan|terbit|dipublikasikan|published|posted|updated|last updated|diperbarui|veröffentlicht(?: am)?|publié(?: le)?|publicado(?: el| em)?|gepubliceerd(?: op)?|on)\s*[:：]?\s*/i

const longestDateLine = 120

/** The date on a line that holds a date and nothing else, as written, or null. */
function findDateLine(line: string): string | null {
  if (line.length > longestDateLine) return null
  const bare = line.replace(dateIntroduction, '')
  const [date, ...others] = findDates(bare)
  if (!date || others.length > 0) return null
  const left = bare.slice(0, date.start) + bare.slice(date.start + date.written.length)
  const remainder = left
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:\d{1,2}|WIB|WITA|WIT|Uhr|AM|PM)\b/gi, '')
    .trim()
  return remainder === '' ? date.written : null
}

function readLabelled(segment: string): Readonly<Record<string, string>> | null {
  const groups = labelled.exec(segment)?.groups
  const field = fieldLabels.get(groups?.['label']?.toLowerCase().trim() ?? '')
  const value = groups?.['value']?.trim()
  if (!field || !value) return null
  if (field === 'publishedAt' && findDateLine(value) === null) return null
  if (field === 'url' && !/^https?:\/\/\S+$/i.test(value)) return null
  return { [field]: value }
}

/** The facts on a line, or null where any part of it is something else. Parts are set apart by `|`, `•` or `·`. */
export function readHeadLine(line: string): HeadFacts | null {
  if (line.length > 420) return null
  const people: FoundPerson[] = []
  const dates: string[] = []
  const stated: Record<string, string> = {}
  const fields = readLabelled(line)
  for (const segment of fields ? [line] : line.split(/\s+[|•·]\s+/)) {
    const person = findPerson(segment)
    const date = findDateLine(segment)
    const labels = readLabelled(segment)
    if (person) people.push(person)
    else if (labels) Object.assign(stated, labels)
    else if (date) dates.push(date)
    else return null
  }
  return { people, dates, stated }
}
