import { describe, expect, it } from 'vitest'
import { findDates } from '../../../../src/main/importing/text/findDates'

describe('findDates', () => {
  it.each([
    ['bulan Maret 2022', []],
    ['31/02/2022', []],
    ['30 Februari 2022', []],
    ['nomor 1.2.3.2022.5', []],
    ['27 Februari 2022', ['2022-02-27']],
    ['hari Minggu 27 Februari 2022', ['2022-02-27']],
    ['Minggu (27/2/2022)', ['2022-02-27']],
    ["Jum'at, 8 September 2023", ['2023-09-08']],
    ['2 Maret 2022 14:30 WIB', ['2022-03-02T14:30+07:00']],
    ['2 Maret 2022 14:30', ['2022-03-02']],
    ['Khamis, 1 Ogos 2024', ['2024-08-01']],
    ['March 5, 2024', ['2024-03-05']],
    ['Mar. 5, 2024 at 3:30 pm EST', ['2024-03-05T15:30-05:00']],
    ['5th of March 2024', ['2024-03-05']],
    ['Dienstag, den 5. März 2024, 14.30 Uhr', ['2024-03-05']],
    ['le mardi 1er août 2023', ['2023-08-01']],
    ['martes, 5 de marzo de 2024', ['2024-03-05']],
    ['terça-feira, 5 de março de 2024', ['2024-03-05']],
    ['dinsdag 5 maart 2024', ['2024-03-05']],
    ['вторник, 5 марта 2024 года', ['2024-03-05']],
    ['2024年3月5日', ['2024-03-05']],
    ['2022-03-02T10:00:00+07:00', ['2022-03-02T10:00+07:00']],
    ['dari 1 Mei 2021 sampai 3 Mei 2021', ['2021-05-01', '2021-05-03']]
  ])('reads “%s” as %j', (text, values) => {
    expect(findDates(text).map(date => date.value)).toEqual(values)
  })

  it('says whether the weekday agrees with the calendar', () => {
    const text = 'Minggu 27 Februari 2022, lalu Sabtu 2 Maret 2022, lalu 3 Maret 2022'
    expect(findDates(text).map(date => date.weekday)).toEqual(['agrees', 'disagrees', 'none'])
  })

  it('lets the weekday decide between day and month', () => {
    const [date] = findDates('Tuesday, 3/5/2024')
    expect(date).toMatchObject({ value: '2024-03-05', weekday: 'agrees', isAmbiguous: false })
  })

  it('says that a numeric date can be read in two ways', () => {
    expect(findDates('on 3/4/2024')[0]?.isAmbiguous).toBe(true)
  })

  it('gives the place of a date without the word in front of it', () => {
    const text = 'rapat pada 5 Mei 2021 selesai'
    expect(findDates(text)[0]).toMatchObject({ start: text.indexOf('5 Mei'), written: '5 Mei 2021' })
  })

  it('finds each of many dates that follow one another', () => {
    const written = Array.from({ length: 200 }, (_, index) => `Selasa, ${(index % 28) + 1} Maret 2023`)
    expect(findDates(written.join(' ')).map(date => date.written)).toEqual(written)
  })
})
