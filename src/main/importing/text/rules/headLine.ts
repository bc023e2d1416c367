// Owns the reading of lines around a text that hold only facts about it: names, dates, labelled fields. Removes nothing.
import { findDates } from '../findDates'
import { fieldLabels } from '../words/labels'
import { findBareName, findPerson, type FoundPerson } from './byline'

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
  /^(?:diterbitkan|terbit|dipublikasikan|published|posted|updated|last updated|diperbarui|veröffentlicht(?: am)?|publié(?: le)?|publicado(?: el| em)?|gepubliceerd(?: op)?|geplaatst(?: op)?|bijgewerkt(?: op)?|on)\s*[:：]?\s*/i

const longestDateLine = 120
const zone = /\b(?:WIB|WITA|WIT|Uhr|uur|AM|PM|\d{1,2}[:.h]\d{2})\b/gi

function readLabelled(segment: string): Readonly<Record<string, string>> | null {
  const groups = labelled.exec(segment)?.groups
  const field = fieldLabels.get(groups?.['label']?.toLowerCase().trim() ?? '')
  const value = groups?.['value']?.trim()
  if (!field || !value) return null
  // A headline may begin so too: “Sumber: …” and then a sentence.
  if (field === 'siteName' && value.split(/\s+/).length > 4) return null
  if (field === 'publishedAt' && findDates(value).length !== 1) return null
  if (field === 'url' && !/^https?:\/\/\S+$/i.test(value)) return null
  return { [field]: value }
}

/** A line's parts, and the date that was cut out of it. */
function splitLine(line: string): { readonly date: string | null; readonly parts: readonly string[] } {
  const [date, ...others] = line.length <= longestDateLine ? findDates(line) : []
  const only = date && others.length === 0 ? date : null
  const rest = only ? `${line.slice(0, only.start)}|${line.slice(only.start + only.written.length)}` : line
  const parts = rest.split(/\s*[|•·]\s*|\s+[-–—]\s+/).map(part => part.replace(/^[\s,()–—-]+|[\s,()–—-]+$/g, ''))
  return { date: only?.written ?? null, parts: parts.filter(part => part !== '') }
}

/** What stands around a date without saying anything: `Published:`, `WIB`. */
function isEmptyPart(part: string): boolean {
  return part.replace(dateIntroduction, '').replace(zone, '').trim() === ''
}

/**
 * The facts on a line, or null where any part of it is something else. Parts are set apart by `|`, `•`, `·` or a dash. A
 * bare name counts only beside a date.
 */
export function readHeadLine(line: string): HeadFacts | null {
  if (line.length > 420) return null
  const fields = readLabelled(line)
  if (fields) return { people: [], dates: [], stated: fields }
  const { date, parts } = splitLine(line)
  const people: FoundPerson[] = []
  for (const part of parts) {
    const person = findPerson(part) ?? (date ? findBareName(part) : null)
    if (person) people.push(person)
    else if (!date || !isEmptyPart(part)) return null
  }
  return people.length > 0 || date ? { people, dates: date ? [date] : [], stated: {} } : null
}
