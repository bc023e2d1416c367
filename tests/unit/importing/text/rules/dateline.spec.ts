import { describe, expect, it } from 'vitest'
import { findDateline } from '../../../../../src/main/importing/text/rules/dateline'

const body = 'Pemerintah kota membuka taman baru di tepi sungai.'
const read = (dateline: string): readonly (string | undefined)[] | null => {
  const found = findDateline(dateline + body)
  return found && [found.datelinePlace?.value, found.siteName?.value, found.rest === body ? 'whole' : found.rest]
}

describe('findDateline', () => {
  it.each([
    'Besides - ',
    'Sementara itu - ',
    'Ia berkata: tidak. Lalu - ',
    'Covid-19 ',
    'Senin - ',
    'Ketika hujan turun di kota - '
  ])('leaves “%s” in the text', beginning => {
    expect(findDateline(beginning + body)).toBeNull()
  })

  it.each([
    'Kompas.com, Jakarta dan Bandung kini terhubung.',
    'Kompas.com, Rapat itu ditunda sampai besok pagi.',
    'Selesai sudah.- Lalu mereka pulang ke rumah masing-masing.'
  ])('leaves “%s” whole', paragraph => {
    expect(findDateline(paragraph)).toBeNull()
  })

  it('leaves a paragraph whose rest begins in the middle of a sentence', () => {
    expect(findDateline('Jakarta - dan juga kota lain di sekitarnya ikut dibangun kembali.')).toBeNull()
  })

  it.each([
    ['BaperaNews - ', undefined, 'BaperaNews'],
    ['KOMPAS.com – ', undefined, 'KOMPAS.com'],
    ['JAKARTA, Media.com - ', 'Jakarta', 'Media.com'],
    ['TEMPO.CO, Jakarta - ', 'Jakarta', 'TEMPO.CO'],
    ['Jakarta, CNN Indonesia -- ', 'Jakarta', 'CNN Indonesia'],
    ['Jakarta (ANTARA) - ', 'Jakarta', 'ANTARA'],
    ['LONDON (Reuters) - ', 'London', 'Reuters'],
    ['WASHINGTON, March 5 (Reuters) — ', 'Washington', 'Reuters'],
    ['Berlin (dpa/bb) - ', 'Berlin', 'dpa'],
    ['Paris (AFP) – ', 'Paris', 'AFP'],
    ['MADRID, 5 Mar. (EUROPA PRESS) - ', 'Madrid', 'EUROPA PRESS'],
    ['Padang - ', 'Padang', undefined],
    ['Madrid, 12 de marzo de 2024 (EFE).- ', 'Madrid', 'EFE'],
    ['Bogotá, 12 mar (EFE). – ', 'Bogotá', 'EFE'],
    ['Liputan6.com, Jakarta ', 'Jakarta', 'Liputan6.com'],
    ['Suara.com, Banda Aceh ', 'Banda Aceh', 'Suara.com'],
    ['VIVA – ', undefined, 'VIVA'],
    ['RMOL - ', undefined, 'RMOL'],
    ['PATI - ', 'Pati', undefined],
    ['BANJARNEGARA - ', 'Banjarnegara', undefined],
    ['NEW YORK — ', 'New York', undefined]
  ])('reads “%s”', (dateline, place, site) => {
    expect(read(dateline)).toEqual([place, site, 'whole'])
  })
})
