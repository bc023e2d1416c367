// Owns the dates of mail headers. Source: RFC 5322, sections 3.3 and 4.3. Reads no prose.

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const pattern =
  /^(?:[a-z]{2,9}\.?,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}\.?[\s-]+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([+-])(\d{2}):?(\d{2})|([a-z]{1,4})\b)?/i

/** Zones by name that mean one offset; military letters never meant what they say. Source: RFC 5322, section 4.3. */
const zones: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  edt: '-04:00',
  est: '-05:00',
  cdt: '-05:00',
  cst: '-06:00',
  mdt: '-06:00',
  mst: '-07:00',
  pdt: '-07:00',
  pst: '-08:00'
}

const two = (number: number): string => String(number).padStart(2, '0')

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 50 ? 2_000 + year : 1_900 + year
}

/**
 * The date of a mail: with time and offset as stated, `YYYY-MM-DD` where the zone says nothing, null where there is no
 * date. `-0000` tells the time in UTC without telling the sender's own zone.
 */
export function readMessageDate(value: string | null): string | null {
  const match = pattern.exec((value ?? '').replace(/\([^()]*\)/g, ' ').trim())
  if (!match) return null
  const [, dayText, monthName, yearText, hourText, minute, second = '00', sign, hours, minutes, zoneName] = match
  const [day, hour] = [Number(dayText), Number(hourText)]
  const year = fullYear(yearText ?? '')
  const month = months.indexOf(monthName?.toLowerCase() ?? '') + 1
  const exists = month > 0 && day > 0 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
  if (!exists || year < 1_970) return null
  const date = `${year}-${two(month)}-${two(day)}`
  const offset = sign === undefined ? zones[zoneName?.toLowerCase() ?? ''] : `${sign}${hours}:${minutes}`
  const isTime = hour < 24 && Number(minute) < 60 && Number(second) <= 60
  if (offset === undefined || !isTime || Number(hours ?? 0) > 14) return date
  const seconds = second === '60' ? '59' : second
  return `${date}T${two(hour)}:${minute}:${seconds}${offset === '-00:00' ? 'Z' : offset}`
}
