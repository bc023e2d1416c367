import { describe, expect, it } from 'vitest'
import { countReading } from '../../../../src/main/importing/text/countReading'
import { cutAtWord } from '../../../../src/main/importing/text/cutAtWord'
import { fallbackTitle } from '../../../../src/main/importing/text/fallbackTitle'
import { readStatedDate } from '../../../../src/main/importing/text/statedDate'

describe('readStatedDate', () => {
  it.each([
    [null, null],
    ['soon', null],
    ['2024-02-31T99:00:00Z', null],
    ['3/4/2024', null],
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05T10:20:30', '2024-03-05'],
    ['2024-03-05T10:20:30+0700', '2024-03-05T10:20:30+07:00'],
    ['2024-03-05 10:20:30.123 Z', '2024-03-05T10:20:30Z'],
    ['2024-03-05T10:20+07', '2024-03-05T10:20+07:00'],
    ['Tue, 05 Mar 2024 10:00:00 GMT', '2024-03-05T10:00:00Z'],
    ['Selasa, 5 Maret 2024', '2024-03-05']
  ])('reads %j as %j', (value, date) => {
    expect(readStatedDate(value)).toBe(date)
  })
})

describe('countReading', () => {
  it('counts words between spaces, with their hyphens and numbers', () => {
    expect(countReading("Anak-anak membeli 2,5 kilogram; it's done.", 'id').wordCount).toBe(6)
  })

  it('counts the words of a language without spaces', () => {
    expect(countReading('私は図書館に行きます。', 'ja').wordCount).toBeGreaterThan(3)
  })

  it('gives at least one minute, else words by 230', () => {
    expect([
      countReading('satu', 'id').readingMinutes,
      countReading('kata '.repeat(2_300), 'id').readingMinutes
    ]).toEqual([1, 10])
  })

  it('gives a minute for five hundred ideographs', () => {
    expect(countReading('漢'.repeat(2_000), 'zh').readingMinutes).toBe(4)
  })
})

describe('cutAtWord', () => {
  it('leaves what is short enough', () => {
    expect(cutAtWord('satu dua', 8)).toBe('satu dua')
  })

  it('cuts at the end of a word and drops the comma', () => {
    expect(cutAtWord('satu, dua, tiga', 11)).toBe('satu, dua…')
  })

  it('cuts no character in two', () => {
    expect(cutAtWord('😀'.repeat(20), 10)).toBe('😀😀😀😀…')
  })
})

describe('fallbackTitle', () => {
  it.each([
    ['Hujan turun sejak pagi. Lalu reda.', 'Hujan turun sejak pagi'],
    ['Siapa yang datang? Tidak ada.', 'Siapa yang datang?'],
    ['12.345\n', 'catatan harian'],
    ['', 'catatan harian']
  ])('makes of %j the title “%s”', (text, title) => {
    expect(fallbackTitle(text, 'catatan harian.txt').value).toBe(title)
  })
})
