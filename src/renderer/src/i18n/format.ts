// Owns how numbers, dates and sizes look in the interface's language. Pure: no clock and no global language.

/** The formats of one language. */
export interface Formats {
  /** A whole number with the language's separators. */
  readonly number: (value: number) => string
  /** A share of 0 to 1 as a whole percentage. */
  readonly percent: (share: number) => string
  /** A publication date: `YYYY-MM-DD` stays that calendar day in every time zone. */
  readonly publicationDate: (value: string, style?: 'long' | 'short') => string
  /** A day, a month or a year as the query language writes it (`YYYY-MM-DD`, `YYYY-MM`); anything else as it is. */
  readonly partialDate: (value: string) => string
  /** A point in time, milliseconds UTC, in the computer's time zone. */
  readonly time: (timestamp: number) => string
  /** A size in bytes, in the decimal unit that fits. */
  readonly bytes: (size: number) => string
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Makes the formats of a language (BCP 47). */
export function createFormats(language: string): Formats {
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const days = {
    long: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
    short: new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  }
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return {
    number: value => number.format(value),
    percent: share => percent.format(share),
    // The day that the publisher wrote is kept, so the date is read as written and shown without a time zone.
    publicationDate: (value, style = 'short') => days[style].format(new Date(`${value.slice(0, 10)}T00:00:00Z`)),
    partialDate: value => {
      const format = /^\d{4}-\d{2}$/.test(value) ? month : /^\d{4}-\d{2}-\d{2}$/.test(value) ? days.short : null
      const date = new Date(value)
      return format && !Number.isNaN(date.getTime()) ? format.format(date) : value
    },
    time: timestamp => time.format(timestamp),
    bytes: size => {
      const step = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(size, 1)) / 3)))
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit: byteUnits[step] ?? 'byte',
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step === 0 ? 0 : 1
      }).format(size / 1000 ** step)
    }
  }
}
