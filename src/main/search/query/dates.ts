// Owns the dates that a query may name, as days since 1970-01-01. Knows no time zone and no clock.

/** Milliseconds of a day. */
const dayMs = 24 * 60 * 60 * 1000

/** Days from `from` to before `to`. */
export interface DayRange {
  readonly from: number
  readonly to: number
}

const dateText = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/
const agoText = /^(\d{1,4})([dwmy])$/i
const daysOf = { d: 1, w: 7, m: 30, y: 365 } as const

/** The day of a date that is written `YYYY-MM-DD…`, in its own time zone; null where there is none. */
export function dayOfDate(date: string | null): number | null {
  const match = date === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  return match ? toDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The year and the month (1 to 12) of a day. */
export function monthOfDay(day: number): { readonly year: number; readonly month: number } {
  const date = new Date(day * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
}

/**
 * The days of `2023`, `2023-05` or `2023-05-17`; or of `7d`, `2w`, `3m` (30 days each) or `1y` (365 days): from so long
 * ago to today. Null for anything else, such as a day that the calendar does not have.
 * @param now milliseconds since 1970
 */
export function parseDays(text: string, now: number): DayRange | null {
  const ago = agoText.exec(text)
  if (ago) {
    const today = Math.floor(now / dayMs)
    const unit = (ago[2] ?? 'd').toLowerCase() as keyof typeof daysOf
    return { from: today - Number(ago[1]) * daysOf[unit], to: today + 1 }
  }
  const [, year, month, day] = dateText.exec(text) ?? []
  if (year === undefined) return null
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)]
  const from = toDay(y, m, d)
  if (from === null) return null
  if (day !== undefined) return { from, to: from + 1 }
  const to = month === undefined ? toDay(y + 1, 1, 1) : m === 12 ? toDay(y + 1, 1, 1) : toDay(y, m + 1, 1)
  return { from, to: to ?? from + 1 }
}

function toDay(year: number, month: number, day: number): number | null {
  const date = new Date(0)
  // Date.UTC takes years below 100 for those of the 20th century.
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? Math.round(date.getTime() / dayMs) : null
}
