// Owns how single values of exports are read: texts, dates, lists, truth. Knows no service.

/** A row or object of an export. */
export type Fields = Readonly<Record<string, unknown>>

/** A text that says something, trimmed; null otherwise. Numbers count as texts. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  return trimmed === '' ? null : trimmed
}

/** Whether a value says yes, in any of the ways in which services do. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || /^(?:true|1|yes)$/i.test(textOf(value) ?? '')
}

/** A number of seconds, milliseconds or microseconds since 1970 by its size, as milliseconds. */
function fromEpoch(value: number): number | null {
  const size = Math.abs(value)
  const time = size >= 1e14 ? value / 1_000 : size >= 1e11 ? value : value * 1_000
  return value > 0 && !Number.isNaN(new Date(time).getTime()) ? Math.round(time) : null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `10/Oct/2000:13:55:36 +0300`, as web servers write it. */
function fromServerTime(text: string): number | null {
  const parts = /^(\d{1,2})\/([a-z]{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/i.exec(text)
  const [, day = '', name = '', year = '', time = '', hours = '', minutes = ''] = parts ?? []
  const month = months.indexOf(name.toLowerCase()) + 1
  if (!parts || month === 0) return null
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${hours}:${minutes}`
  return Number.isNaN(Date.parse(iso)) ? null : Date.parse(iso)
}

/**
 * A time in milliseconds since 1970, from a number or from ISO 8601 in any of its looser spellings (a space for the `T`, a
 * zone without its colon, no zone at all: then UTC). Null for anything else.
 */
export function timeOf(value: unknown): number | null {
  const text = textOf(value)
  if (text === null) return null
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return fromEpoch(Number(text))
  const server = fromServerTime(text)
  if (server !== null) return server
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i.exec(
    text
  )
  if (!parts) return null
  const [, day = '', time = '00:00', zone = 'Z'] = parts
  const offset = /^[+-]/.test(zone) ? zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2') : 'Z'
  const parsed = Date.parse(`${day}T${time.replace(/(\.\d{3})\d+$/, '$1')}${offset}`)
  return Number.isNaN(parsed) ? null : parsed
}

/** A publication date as the library takes it: the day where only the day is said. */
export function publicationDateOf(value: unknown): string | null {
  const text = textOf(value)
  const time = timeOf(value)
  if (text === null || time === null) return null
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : new Date(time).toISOString()
}

/** The parts of a list that is written as one text. */
export function splitList(value: unknown, separator: RegExp): string[] {
  return (textOf(value) ?? '')
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** The texts of an array of texts, or of objects with a name. */
export function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => textOf(entry) ?? textOf(asFields(entry)?.['name']) ?? [])
}

/** A list as JSON writes it (`["a","b"]`) or as Python does (`['a', "b's"]`); null where it is neither. */
export function parseList(value: unknown): string[] | null {
  const text = textOf(value)
  if (text === null || !text.startsWith('[') || !text.endsWith(']')) return null
  try {
    return namesOf(JSON.parse(text))
  } catch {
    const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g
    return [...text.matchAll(quoted)].map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'))
  }
}

/** An object's fields, or null for what is no object. */
export function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

/** The objects of an array; anything else in it is left out. */
export function objectsOf(value: unknown): Fields[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    const fields = asFields(entry)
    return fields ? [fields] : []
  })
}

/** Fields without some of them. */
export function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}
