import { describe, expect, it } from 'vitest'
import {
  findRelatedInside,
  findRelatedLine,
  isRelatedHeading
} from '../../../../../src/main/importing/text/rules/relatedMention'

describe('findRelatedLine', () => {
  it.each([
    'Baca juga aturan pakai sebelum menggunakan alat ini.',
    'Anda dapat membaca juga: buku kedua.',
    'Related to this, the council met again.',
    'See also the appendix.'
  ])('leaves “%s” in the text', line => {
    expect(findRelatedLine(line)).toBeNull()
  })

  it.each([
    ['Baca Juga : Putin dan Gas', 'Putin dan Gas'],
    ['BACA JUGA: Harga Beras', 'Harga Beras'],
    ['Baca juga Harga Beras Naik Lagi', 'Harga Beras Naik Lagi'],
    ['[Baca juga: Harga Beras]', 'Harga Beras'],
    ['Simak juga: Video Panen', 'Video Panen'],
    ['Read also: The Kettle', 'The Kettle'],
    ['Lesen Sie auch: Die Brücke', 'Die Brücke'],
    ['Lire aussi : Le phare', 'Le phare'],
    ['Lea también: El reloj', 'El reloj'],
    ['Leia também: A viola', 'A viola'],
    ['Lees ook: De haven', 'De haven'],
    ['Читайте также: Мост', 'Мост']
  ])('reads “%s”', (line, title) => {
    expect(findRelatedLine(line)).toBe(title)
  })
})

describe('findRelatedInside', () => {
  it('takes a mention off the end of a paragraph', () => {
    expect(findRelatedInside('Isi paragraf selesai. Baca juga: Judul Lain di Sini')).toEqual({
      paragraph: 'Isi paragraf selesai.',
      title: 'Judul Lain di Sini'
    })
  })

  it('takes a bracketed mention out of a paragraph', () => {
    expect(findRelatedInside('Isi pertama. (Baca juga: Judul Lain) Isi kedua.')).toEqual({
      paragraph: 'Isi pertama. Isi kedua.',
      title: 'Judul Lain'
    })
  })

  it('leaves a paragraph that goes on in sentences', () => {
    expect(findRelatedInside('Selesai. Baca juga: pengumuman itu. Lalu Warga pulang ke rumah.')).toBeNull()
  })
})

describe('isRelatedHeading', () => {
  it('knows a phrase that stands alone', () => {
    expect([
      isRelatedHeading('Baca juga:'),
      isRelatedHeading('Baca juga'),
      isRelatedHeading('Baca juga: Judul')
    ]).toEqual([true, true, false])
  })
})
