// Owns the names of months and weekdays and what surrounds a date, by language. Parses nothing.

/** Languages whose calendar words are known from the platform itself. */
const languages = 'id ms en de fr es pt nl it ru uk pl tr sv da nb fi cs vi ro hu el ca'.split(' ')

/** Spellings that Intl does not give. */
const furtherMonths: readonly (readonly [name: string, month: number])[] = [
  ['pebruari', 2],
  ['nopember', 11],
  ['agt', 8],
  ['ags', 8],
  ['okt', 10],
  ['sept', 9],
  ['mac', 3],
  ['jänner', 1],
  ['maerz', 3],
  ['mrt', 3]
]
const furtherWeekdays: readonly (readonly [name: string, weekday: number])[] = [
  ["jum'at", 5],
  ['jum’at', 5],
  ['jumaat', 5],
  ['ahad', 0],
  ['minggu', 0],
  ['sonnabend', 6]
]

/** Lower case, without the full stop that abbreviations end in. */
export function foldCalendarWord(word: string): string {
  return word.toLowerCase().replace(/\.$/, '')
}

function collectNames(
  count: number,
  options: readonly Intl.DateTimeFormatOptions[],
  dateOf: (index: number) => Date,
  further: readonly (readonly [string, number])[],
  partType: 'month' | 'weekday'
): ReadonlyMap<string, number> {
  const found = new Map<string, Set<number>>()
  const add = (name: string, index: number): void => {
    if (!/^[\p{Letter}\p{Mark}.'’ -]{3,}$/u.test(name)) return
    const key = foldCalendarWord(name)
    found.set(key, (found.get(key) ?? new Set()).add(index))
  }
  for (const language of languages) {
    for (const option of options) {
      const format = new Intl.DateTimeFormat(language, { ...option, timeZone: 'UTC' })
      for (let index = 0; index < count; index++) {
        const part = format.formatToParts(dateOf(index)).find(candidate => candidate.type === partType)
        if (part) add(part.value, partType === 'month' ? index + 1 : index)
      }
    }
  }
  for (const [name, index] of further) found.set(name, new Set([index]))
  // A name that means different months in different languages means none.
  const single = [...found].filter(([, indexes]) => indexes.size === 1)
  return new Map(single.map(([name, indexes]) => [name, [...indexes][0] ?? 0]))
}

let months: ReadonlyMap<string, number> | undefined
let weekdays: ReadonlyMap<string, number> | undefined

/** Month numbers (1 to 12) by folded name, made on first use. Source: CLDR through Intl.DateTimeFormat. */
export function monthNames(): ReadonlyMap<string, number> {
  months ??= collectNames(
    12,
    [{ month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }, { month: 'long' }, { month: 'short' }],
    index => new Date(Date.UTC(2024, index, 15)),
    furtherMonths,
    'month'
  )
  return months
}

/** Weekday numbers (0 is Sunday) by folded name, made on first use. Source: CLDR through Intl.DateTimeFormat. */
export function weekdayNames(): ReadonlyMap<string, number> {
  weekdays ??= collectNames(
    7,
    [{ weekday: 'long' }, { weekday: 'short' }],
    index => new Date(Date.UTC(2024, 0, 7 + index)),
    furtherWeekdays,
    'weekday'
  )
  return weekdays
}

/** Offsets of the zones that news states its times in. Others are not guessed: IST alone has three meanings. */
export const zoneOffsets: ReadonlyMap<string, string> = new Map([
  ['wib', '+07:00'],
  ['wita', '+08:00'],
  ['wit', '+09:00'],
  ['utc', '+00:00'],
  ['gmt', '+00:00'],
  ['z', '+00:00'],
  ['cet', '+01:00'],
  ['cest', '+02:00'],
  ['mez', '+01:00'],
  ['mesz', '+02:00'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['brt', '-03:00'],
  ['myt', '+08:00'],
  ['sgt', '+08:00']
])

/** Words that, before a date in its sentence, say that it is still to come. */
export const futureWords =
  /(?:^|[\s(])(?:akan|bakal|mendatang|nanti|rencananya|dijadwalkan|berencana|will|would|scheduled|upcoming|planned|plans|until|by|wird|werden|soll|geplant|sera|seront|prévu|prévue|será|serán|previsto|prevista|serão|zal|zullen|gepland|hingga|sampai)(?=\s|$)/i
