// Owns the reading of lines around a text that hold only facts about it: names, dates, labelled fields. Removes nothing.
import { findDates } from '../findDates'
import { alternatives } from '../guess'
import { datePrepositions, publicationWords, updateWords } from '../words/dateLines'
import { fieldLabels } from '../words/labels'
import { areNames, findBareName, findPerson, namesOffice, type FoundPerson } from './byline'
import { isOutletName } from './outletName'

/** The facts of one line. */
export interface HeadFacts {
  /** The whole line. */
  readonly written: string
  readonly people: readonly FoundPerson[]
  /** The line's date part, as written. */
  readonly dates: readonly string[]
  /** Outlets that stand beside a name or a date. */
  readonly sites: readonly string[]
  /** Fields that the line states with a label, such as `Judul: …`. */
  readonly stated: Readonly<Record<string, string>>
  /** True for a line that no field holds, such as that of the copyright: it stays in the text. */
  readonly isKept?: boolean
}

const labelled = /^(?<label>[\p{L}][\p{L} ]{1,18}?)\s*[:：]\s*(?<value>\S.{0,400})$/u
const introductions = alternatives([...publicationWords, ...updateWords])
const introduction = new RegExp(`^(?:${introductions})(?!\\p{L})\\s*[:：]?\\s*`, 'iu')
const introductionAtEnd = new RegExp(
  `(?:^|[\\s,;]+)(?:${introductions}|${alternatives(datePrepositions)})\\s*[:：]?$`,
  'iu'
)
const update = new RegExp(`[\\s,;|•·(–—/-]*(?<!\\p{L})(?:${alternatives(updateWords)})(?!\\p{L})`, 'iu')

/** Lengths in UTF-16 code units: of a field with its label, of names and dates without one, of a line with a date. */
const longestLabelled = 420
const longestUnlabelled = 240
const longestDateLine = 120
/** Lines that were read last, with what they hold: the rules ask for the same few lines of a text again and again. */
const recent = new Map<string, HeadFacts | null>()
const mostRecent = 256
const copyright = /^(?:copyright|hak cipta|©|\(c\) )(?!\p{L}).{0,80}$/iu
const zone =
  /(?<!\p{L})(?:WIB|WITA|WIT|GMT|UTC|CES?T|MES?Z|[ECMP][SD]?T|BST|MYT|SGT|[ap]\.m\.|Uhr|uur|AM|PM|\d{1,2}[:.h]\d{2})(?!\p{L})/giu

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

/** A line with a date, without what it says of a later change. */
function withoutUpdate(line: string): string {
  const [date, next] = findDates(line)
  if (!date) return line
  const end = date.start + date.written.length
  if (next && update.test(line.slice(0, date.start))) return line.slice(end).replace(/^[\s,;|•·)–—-]+/, '')
  const changed = update.exec(line.slice(end))
  return changed ? line.slice(0, end + changed.index) : line
}

/** A line's parts, and the date that was cut out of it. */
function splitLine(whole: string): { readonly date: string | null; readonly parts: readonly string[] } {
  const line = whole.length <= longestDateLine ? withoutUpdate(whole) : whole
  const [date, ...others] = line.length <= longestDateLine ? findDates(line) : []
  const only = date && others.length === 0 ? date : null
  const rest = only ? `${line.slice(0, only.start)}|${line.slice(only.start + only.written.length)}` : line
  const parts = rest
    .split(/\s*[|•·]\s*|\s+[-–—]\s+/)
    .map(part => part.replace(/^[\s,()–—-]+|[\s,()–—-]+$/g, ''))
    .map(part => (only ? part.replace(introductionAtEnd, '') : part))
  return { date: only?.written ?? null, parts: parts.filter(part => part !== '') }
}

/** What stands around a date without saying anything: `Published:`, `WIB`. */
function isEmptyPart(part: string): boolean {
  return part.replace(introduction, '').replace(zone, '').trim() === ''
}

/**
 * The facts on a line, or null where any part of it is something else. Parts are set apart by `|`, `•`, `·` or a dash. A
 * bare name counts only beside a date or an outlet, an outlet only beside a date or a name.
 */
export function readHeadLine(line: string): HeadFacts | null {
  if (line.length > longestLabelled) return null
  const known = recent.get(line)
  if (known !== undefined) return known
  const facts = readFacts(line)
  if (recent.size >= mostRecent) recent.clear()
  recent.set(line, facts)
  return facts
}

function readFacts(line: string): HeadFacts | null {
  if (copyright.test(line)) return { written: line, people: [], dates: [], sites: [], stated: {}, isKept: true }
  const fields = readLabelled(line)
  if (fields) return { written: line, people: [], dates: [], sites: [], stated: fields }
  if (line.length > longestUnlabelled) return null
  const { date, parts } = splitLine(line)
  const named = parts.filter(part => !date || !isEmptyPart(part))
  const labelledPeople = named.map(findPerson)
  const sites = named.filter((part, index) => !labelledPeople[index] && isOutletName(part))
  const mayBeBare = date !== null || sites.length > 0
  const people: FoundPerson[] = []
  for (const [index, part] of named.entries()) {
    if (sites.includes(part)) continue
    const person = labelledPeople[index] ?? (mayBeBare ? findBareName(part) : null)
    if (!person) return null
    people.push(person)
  }
  return people.length > 0 || date ? { written: line, people, dates: date ? [date] : [], sites, stated: {} } : null
}

/**
 * Whether a line surely speaks of nothing but author or date, although its facts are not clear enough to be read: such a
 * line is no deck.
 */
export function saysOnlyWhoOrWhen(line: string): boolean {
  if (line.length > longestDateLine) return false
  const isAboutDate = introduction.test(line) && findDates(line).length > 0
  const isNames = line.split(/\s+/).length <= 6 && areNames(line)
  return isAboutDate || isNames || namesOffice(line) || readHeadLine(line) !== null
}
