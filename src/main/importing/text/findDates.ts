// Owns the finding of absolute dates in a text, in words and numbers. Chooses none of them.
import { foldCalendarWord, monthNames, weekdayNames, zoneOffsets } from './words/calendar'

/** A date of the calendar in a text. */
export interface FoundDate {
  /** `YYYY-MM-DD`, or with `THH:MM` and offset where the text states a time with its zone. */
  readonly value: string
  /** The date as written, with its weekday and time. */
  readonly written: string
  /** Offset of `written` in the text. */
  readonly start: number
  /** Whether a weekday stands with it: none, the right one, or one that the calendar contradicts. */
  readonly weekday: 'none' | 'agrees' | 'disagrees'
  /** True for `3/4/2022` without a weekday to decide it. */
  readonly isAmbiguous: boolean
}

const word = "[\\p{L}\\p{M}]+(?:[’'][\\p{L}\\p{M}]+)?"
const weekdayPart = `(?<![\\p{L}\\p{N}])(?:(?:hari\\s+)?(?<weekday>${word}(?:-feira)?)(?:\\.?,?\\s+|,)(?:(?:den|le|el|dia|tanggal|pada tanggal|the|tgl)\\s+)?\\(?)?`
const timePart =
  '(?:,?\\s*(?:[-–|@,]|at|um|à|às|a las|om|pukul|jam|pkl\\.?|\\()?\\s*(?<hour>[01]?\\d|2[0-3])[:.h](?<minute>[0-5]\\d)(?:[:.][0-5]\\d)?' +
  '\\s*(?<half>[ap]\\.?m\\.?)?(?:\\s*Uhr|\\s*uur)?(?:\\s*\\(?(?<zone>[A-Z]{1,4}\\b|[+-][01]\\d:?[0-5]\\d))?)?'

/** `27 Februari 2022`, `27. Februar 2022`, `27 de febrero de 2022`, `1er mars 2024`. */
const dayFirst = `(?<day>0?[1-9]|[12]\\d|3[01])(?:\\.|er|º|st|nd|rd|th)?[\\s-]+(?:de\\s+|of\\s+)?(?<month>${word})\\.?,?[\\s-]+(?:de\\s+|del\\s+)?(?<year>(?:19|20)\\d\\d)(?!\\d)`
/** `March 5, 2024`. */
const monthFirst = `(?<month>${word})\\.?\\s+(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,?\\s+(?<year>(?:19|20)\\d\\d)(?!\\d)`
/** `27/2/2022`, `27.02.2022`, `27-02-2022`. */
const numeric =
  '(?<![\\d/.-])(?<first>\\d{1,2})(?<mark>[/.-])(?<second>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d)(?![\\d/]|[.-]\\d)'
/** ISO 8601. */
const iso =
  '(?<![\\d-])(?<year>(?:19|20)\\d\\d)-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?![\\d-])(?:[T ](?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d)(?::[0-5]\\d(?:\\.\\d+)?)?\\s?(?<zone>Z|[+-]\\d\\d:?\\d\\d|[A-Z]{3,4}\\b)?)?'
/** `2024年3月5日`. */
const ideographic = '(?<year>(?:19|20)\\d\\d)年(?<month>1[0-2]|0?[1-9])月(?<day>[12]\\d|3[01]|0?[1-9])日'

const patterns = [
  new RegExp(weekdayPart + dayFirst + '\\)?' + timePart, 'giu'),
  new RegExp(weekdayPart + monthFirst + '\\)?' + timePart, 'giu'),
  new RegExp(weekdayPart + numeric + '\\)?' + timePart, 'giu'),
  new RegExp(iso, 'gu'),
  new RegExp(ideographic, 'gu')
]

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The weekday (0 is Sunday) of a day, or null where the calendar has no such day. */
function weekdayOf({ year, month, day }: Day): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getUTCDay() : null
}

function readTime(groups: Readonly<Record<string, string | undefined>>): string {
  if (!groups['hour'] || !groups['minute'] || !groups['zone']) return ''
  const zone = groups['zone'].toLowerCase()
  const offset = zoneOffsets.get(zone) ?? (/^[+-]/.test(zone) ? zone.replace(/^(...):?(..)$/, '$1:$2') : null)
  if (offset === null) return ''
  const half = groups['half']?.charAt(0).toLowerCase()
  const hour = (Number(groups['hour']) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0)
  return `T${String(hour).padStart(2, '0')}:${groups['minute']}${offset}`
}

/** The days that a match may mean: two for `3/4/2022`, day first and month first. */
function readDays(groups: Readonly<Record<string, string | undefined>>): Day[] {
  const year = Number(groups['year'])
  if (groups['first'] && groups['second']) {
    const first = Number(groups['first'])
    const second = Number(groups['second'])
    return [
      { year, month: second, day: first },
      { year, month: first, day: second }
    ].filter(day => day.month >= 1 && day.month <= 12 && weekdayOf(day) !== null)
  }
  const named = groups['month'] ?? ''
  const month = /^\d+$/.test(named) ? Number(named) : monthNames().get(foldCalendarWord(named))
  const day = { year, month: month ?? 0, day: Number(groups['day']) }
  return month !== undefined && weekdayOf(day) !== null ? [day] : []
}

const pad = (value: number): string => String(value).padStart(2, '0')

function readMatch(match: RegExpExecArray): FoundDate | null {
  const groups = match.groups ?? {}
  const days = readDays(groups)
  const named = groups['weekday']
  const weekday = named === undefined ? undefined : weekdayNames().get(foldCalendarWord(named))
  const agreeing = weekday === undefined ? undefined : days.find(day => weekdayOf(day) === weekday)
  const chosen = agreeing ?? days[0]
  if (!chosen) return null
  const isSame = days.length === 2 && days[0]?.day === days[1]?.day
  const skipped = weekday === undefined && named !== undefined ? skipWord(match[0], named) : 0
  return {
    value: `${chosen.year}-${pad(chosen.month)}-${pad(chosen.day)}${readTime(groups)}`,
    written: match[0].slice(skipped).trim(),
    start: match.index + skipped,
    weekday: weekday === undefined ? 'none' : agreeing ? 'agrees' : 'disagrees',
    isAmbiguous: days.length === 2 && !isSame && !agreeing
  }
}

/** A word that stands where a weekday would, but is none, is not part of the date. */
function skipWord(written: string, named: string): number {
  const end = written.indexOf(named) + named.length
  return end + (/^[^\p{Letter}\p{Number}]*/u.exec(written.slice(end))?.[0].length ?? 0)
}

/** How far before and after its year a date can reach, in UTF-16 code units. */
const reachBefore = 50
const reachAfter = 40

/** Stretches around years that follow one another close by are joined up to this length. */
const longestWindow = 400

/** The stretches of a text around its years: outside them the patterns would only cost time. */
function windowsAroundYears(text: string): Array<{ start: number; end: number }> {
  const windows: Array<{ start: number; end: number }> = []
  for (const { index } of text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) {
    const start = Math.max(0, index - reachBefore)
    const last = windows.at(-1)
    const end = index + reachAfter
    if (last && start <= last.end && end - last.start <= longestWindow) last.end = end
    else windows.push({ start, end })
  }
  return windows
}

const endOf = (date: FoundDate): number => date.start + date.written.length
const overlap = (one: FoundDate, other: FoundDate): boolean => one.start < endOf(other) && other.start < endOf(one)

function findInWindow(text: string, offset: number): FoundDate[] {
  const found: FoundDate[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const date = readMatch(match)
      if (date && !found.some(other => overlap(date, other))) found.push(date)
    }
  }
  return found.map(date => ({ ...date, start: date.start + offset }))
}

/** Of dates that neighbouring windows both hold, the longer: the other is cut off at its window's edge. */
function joinOverlapping(dates: readonly FoundDate[]): FoundDate[] {
  const joined: FoundDate[] = []
  for (const date of dates) {
    const last = joined.at(-1)
    if (!last || !overlap(last, date)) joined.push(date)
    else if (date.written.length > last.written.length) joined[joined.length - 1] = date
  }
  return joined
}

/**
 * Every date of the calendar in `text`, in the order of their places, in time that grows with the text's length.
 * Relative dates ("yesterday") are not looked for.
 */
export function findDates(text: string): FoundDate[] {
  const found = windowsAroundYears(text).flatMap(({ start, end }) => findInWindow(text.slice(start, end), start))
  return joinOverlapping(found.toSorted((one, other) => one.start - other.start))
}
