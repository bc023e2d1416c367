// Owns the reading of dates that a file states (metadata, front matter). Guesses nothing out of prose.
import { findDates } from './findDates'

const isoDay = /^(\d{4}-\d{2}-\d{2})$/
const isoTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i

/**
 * `YYYY-MM-DD`, or date and time with the offset as stated; null where `value` is no date. A time without an offset is
 * left out, since it means no moment. Reads ISO 8601, what Date.parse reads with a zone, and dates in words.
 */
export function readStatedDate(value: string | null | undefined): string | null {
  const text = value?.trim() ?? ''
  const day = isoDay.exec(text)?.[1]
  if (day) return Number.isNaN(Date.parse(day)) ? null : day
  const [whole, date, time, seconds, zone] = isoTime.exec(text) ?? []
  if (whole && date && time) {
    if (!zone) return Number.isNaN(Date.parse(date)) ? null : date
    const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`
    const joined = `${date}T${time}${seconds ?? ''}${offset}`
    return Number.isNaN(Date.parse(joined)) ? null : joined
  }
  if (/(?:GMT|UTC|[+-]\d{4})\s*(?:\([^)]*\))?$/.test(text) && !Number.isNaN(Date.parse(text))) {
    return new Date(text).toISOString().replace(/\.000Z$/, 'Z')
  }
  const [found] = findDates(text)
  return found && found.weekday !== 'disagrees' && !found.isAmbiguous ? found.value : null
}
