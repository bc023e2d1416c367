import { describe, expect, it } from 'vitest'
import { readStructure } from '../../../../src/main/importing/text/structure'

const body =
  'Para petani di lereng utara mulai menanam kembali kopi setelah hujan datang lebih awal daripada biasanya, dan mereka berharap panen tahun ini lebih baik.'
const values = (text: string): Record<string, string> => {
  const { stated, guessed } = readStructure(text)
  return { ...Object.fromEntries(Object.entries(guessed).map(([field, guess]) => [field, guess.value])), ...stated }
}

describe('readStructure', () => {
  it('takes no title from a text that begins with a sentence', () => {
    expect(values(`Hujan turun sejak pagi.\n\n${body}`)).not.toHaveProperty('title')
  })

  it('takes no title from a single line', () => {
    expect(values('Hanya satu baris tanpa titik')).not.toHaveProperty('title')
  })

  it('takes no caption for a deck', () => {
    expect(values(`Petani Kembali Menanam\n\nFoto: petani di kebun kopi lereng utara\n\n${body}`)).not.toHaveProperty(
      'deck'
    )
  })

  it('takes a headline that begins like a label for a title', () => {
    expect(values(`Sumber: Petani Kopi Kembali Menanam di Lereng Utara\n\n${body}`).title).toBe(
      'Sumber: Petani Kopi Kembali Menanam di Lereng Utara'
    )
  })

  it('finds the title below a date line', () => {
    expect(values(`Minggu, 27 Februari 2022\nPetani Kembali Menanam\n${body}\n${body}`)).toMatchObject({
      title: 'Petani Kembali Menanam',
      publishedAt: '2022-02-27'
    })
  })

  it('takes the source below a text for a credit', () => {
    expect(values(`Petani Kembali Menanam\n\n${body}\n\n${body}\n\nSumber: VOA`)).toMatchObject({ sourceCredit: 'VOA' })
  })

  it.each([
    ['a text of one paragraph', `Petani Kembali Menanam\n\n${body}\n\nSumber: Antara`],
    ['short sentences', 'Petani Menanam Lagi\n\nHujan datang lebih awal.\n\nPetani senang.\n\nSource: Antara'],
    ['one paragraph, above a mention', `Petani Menanam Lagi\n\n${body}\n\nSumber: Antara\n\nBaca juga: Harga Kopi`],
    ['a text without a title', `Hujan turun sejak pagi.\n\nFonte: Antara`],
    ['a short paragraph with a dateline', `Petani Menanam\nPadang - Hujan turun lebih awal kemarin\nSumber: Antara`]
  ])('takes the source below %s for a credit', (_, text) => {
    const found = values(text)
    expect([found.sourceCredit, found.siteName]).toEqual(['Antara', undefined])
  })

  it('takes the source above a text, and below its deck, for the site', () => {
    expect(
      values(`Petani Menanam Lagi\n\nHujan datang lebih awal tahun ini.\n\nSumber: Warta\n\n${body}`)
    ).toMatchObject({
      siteName: 'Warta',
      deck: 'Hujan datang lebih awal tahun ini.'
    })
  })

  it('takes the title of a recipe that is nothing but a list', () => {
    const { guessed, blocks } = readStructure('Sambal Terasi ala Rumah Nenek\n\n- cabai rawit\n- terasi bakar\n- garam')
    expect([guessed.title?.value, blocks.length]).toEqual(['Sambal Terasi ala Rumah Nenek', 1])
  })

  it('says a first line that can only be the title once', () => {
    const { guessed, blocks } = readStructure('Bahan untuk sambal\n\nCabai\n\nGaram')
    expect([guessed.title?.value, guessed.title?.confidence, blocks.length]).toEqual(['Bahan untuk sambal', 0.4, 2])
  })

  it('keeps a text of nothing but a date', () => {
    expect(readStructure('March 5, 2024').blocks).toEqual([{ kind: 'paragraph', lines: ['March 5, 2024'] }])
  })

  it('prefers the author to the editor', () => {
    expect(values(`Petani Kembali Menanam\n\n${body}\n\n${body}\n\nEditor: Bagus\nPenulis: Ratna Dewi`).byline).toBe(
      'Ratna Dewi'
    )
  })

  it('keeps the editor, named beside an author, as the last paragraph', () => {
    const text = `Petani Kembali Menanam\nEditor: Bagus\n${body}\n\n${body}\n\nPenulis: Ratna Dewi`
    expect(readStructure(text).blocks.at(-1)).toEqual({ kind: 'paragraph', lines: ['Editor: Bagus'] })
  })

  it('says of editors without an author that they are editors', () => {
    const text = `Petani Kembali Menanam\n\n${body}\n\n${body}\n\nEditor: Bagus\nPenyunting: Sari`
    expect([values(text).byline, readStructure(text).blocks.length]).toEqual(['Editor: Bagus, Penyunting: Sari', 2])
  })

  it('takes no line of author or date for a deck', () => {
    const lines = 'Dian Utoro Aji - detikJabar\nDoor onze redacteur Jan de Vries\nPublié le 16 février 2024 par nous'
    for (const line of lines.split('\n')) {
      expect(values(`Petani Kembali Menanam\n\n${line}\n\nPadang - ${body}`)).not.toHaveProperty('deck')
    }
  })

  it('takes the author and the site from one line', () => {
    expect(values(`Petani Kembali Menanam\nDian Utoro Aji - detikJabar\n${body}\n${body}`)).toMatchObject({
      byline: 'Dian Utoro Aji',
      siteName: 'detikJabar'
    })
  })

  it('leaves a line that only looks like a byline in the text', () => {
    expect(values(`Kopi\n\n${body}\n\n${body}\n\nBy the end of the year all was well`)).not.toHaveProperty('byline')
  })
})
