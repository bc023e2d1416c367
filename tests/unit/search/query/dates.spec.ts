import { describe, expect, it } from 'vitest'
import { dayOfDate, monthOfDay, parseDays } from '../../../../src/main/search/query/dates'

const now = Date.UTC(2024, 2, 1, 13)
/** The first and the last day that a text means. */
const meant = (text: string): readonly string[] | null => {
  const days = parseDays(text, now)
  return days && [days.from, days.to - 1].map(day => new Date(day * 86_400_000).toISOString().slice(0, 10))
}

describe('a date in a query', () => {
  it.each(['kemarin', '2023-13', '2023-02-30', '23', '2023-5-1-1', '', '-2023', '0d x', '2023/05'])(
    'is none where the calendar does not have it: %s',
    text => {
      expect(meant(text)).toBeNull()
    }
  )

  it.each([
    ['2023', ['2023-01-01', '2023-12-31']],
    ['2024-02', ['2024-02-01', '2024-02-29']],
    ['2023-12', ['2023-12-01', '2023-12-31']],
    ['2023-5-1', ['2023-05-01', '2023-05-01']],
    ['0099', ['0099-01-01', '0099-12-31']],
    ['7d', ['2024-02-23', '2024-03-01']],
    ['1W', ['2024-02-23', '2024-03-01']],
    ['1y', ['2023-03-02', '2024-03-01']]
  ])('means days: %s', (text, days) => {
    expect(meant(text)).toEqual(days)
  })

  it('is the day in its own time zone', () => {
    expect([dayOfDate('2023-05-01T00:30:00+07:00'), dayOfDate('2023-05-01'), dayOfDate(null)]).toEqual([
      19_478,
      19_478,
      null
    ])
    expect(monthOfDay(19_478)).toEqual({ year: 2023, month: 5 })
  })
})
