import { describe, expect, it } from 'vitest'
import { findPublicationDate } from '../../../../../src/main/importing/text/rules/publicationDate'

const inBody = (...body: string[]) => findPublicationDate({ head: [], body, language: 'id' })?.value ?? null

describe('findPublicationDate', () => {
  it('takes no date whose weekday the calendar contradicts', () => {
    expect(inBody('Rapat dibuka pada Sabtu 2 Maret 2022.')).toBeNull()
  })

  it('takes no date that is still to come', () => {
    expect(inBody('Pemilihan akan digelar pada 14 Februari 2024.')).toBeNull()
  })

  it('takes no date of history', () => {
    expect(inBody('Jembatan itu dibuka pada 17 Agustus 1952.')).toBeNull()
  })

  it('takes no date from deep in the text', () => {
    expect(inBody('Satu.', 'Dua.', 'Tiga.', 'Empat pada Minggu (27/2/2022).')).toBeNull()
  })

  it('takes no English date that can be read in two ways', () => {
    expect(findPublicationDate({ head: ['3/4/2024'], body: [], language: 'en' })).toBeNull()
  })

  it('reads the day first outside English', () => {
    expect(findPublicationDate({ head: ['3/4/2024'], body: [], language: 'id' })?.value).toBe('2024-04-03')
  })

  it('prefers the bracketed date of the report to the date that it tells of', () => {
    expect(inBody('Kebakaran pada 1 Mei 2021 telah diusut, kata polisi, Senin (3/5/2021).')).toBe('2021-05-03')
  })

  it('prefers a line of its own to the text', () => {
    const body = ['Diumumkan pada hari Minggu 27 Februari 2022.']
    expect(findPublicationDate({ head: ['1 Maret 2022'], body, language: 'id' })?.value).toBe('2022-03-01')
  })
})
