import { describe, expect, it } from 'vitest'
import { readHeadLine, saysOnlyWhoOrWhen } from '../../../../../src/main/importing/text/rules/headLine'

const read = (line: string): unknown => {
  const facts = readHeadLine(line)
  return facts && [facts.people.map(person => person.name), facts.dates, facts.sites]
}

describe('readHeadLine', () => {
  it.each([
    'Ratna Dewi - Petani Kopi',
    'Door onze ramen kijken wij naar buiten',
    'Pasar Baru - Harga Cabai Naik',
    'Luis Campos',
    'Diperbarui setiap hari sejak 5 Maret 2024',
    'Redaksi menerima tulisan pembaca'
  ])('leaves “%s” in the text', line => {
    expect(readHeadLine(line)).toBeNull()
  })

  it.each([
    ['Publié le 16 février 2024 à 06h30, mis à jour le 17 février 2024 à 10h00', 'le 16 février 2024 à 06h30'],
    ['Veröffentlicht am 5. März 2024, aktualisiert am 6. März 2024', '5. März 2024'],
    ['Publicado el 5 de marzo de 2024 | Actualizado el 6 de marzo de 2024', 'el 5 de marzo de 2024'],
    ['Geplaatst op 5 maart 2024 (bijgewerkt: 6 maart 2024)', '5 maart 2024'],
    ['Diperbarui 6 Maret 2024 | Terbit 5 Maret 2024', '5 Maret 2024'],
    ['Published March 5, 2024, updated 10:00', 'March 5, 2024'],
    ['5 de março de 2024 - Atualizado em 6 de março de 2024', '5 de março de 2024']
  ])('takes the date of publication from “%s”', (line, date) => {
    expect(read(line)).toEqual([[], [date], []])
  })

  it.each([
    ['Door onze redacteur Jan de Vries', 'Jan de Vries'],
    ['Von unserem Korrespondenten Hans Müller', 'Hans Müller'],
    ['Par notre correspondante à Lyon, Claire Dubois', 'Claire Dubois'],
    ['By our correspondent Jane Doe', 'Jane Doe'],
    ['Da redação', 'Da redação'],
    ['La rédaction', 'La rédaction'],
    ['Tim Redaksi', 'Tim Redaksi']
  ])('reads who wrote out of “%s”', (line, name) => {
    expect(read(line)).toEqual([[name], [], []])
  })

  it.each([
    ['Dian Utoro Aji - detikJabar', ['Dian Utoro Aji'], [], ['detikJabar']],
    ['Tim detikcom - detikNews', ['Tim detikcom'], [], ['detikNews']],
    ['Kompas.com - 05/03/2024, 10:00 WIB', [], ['05/03/2024, 10:00 WIB'], ['Kompas.com']],
    ['CNN Indonesia | Selasa, 5 Mar 2024', [], ['Selasa, 5 Mar 2024'], ['CNN Indonesia']],
    ['Luis Campos | 5 Mar 2024', ['Luis Campos'], ['5 Mar 2024'], []],
    ['Par Claire Dubois, publié le 5 mars 2024', ['Claire Dubois'], ['le 5 mars 2024'], []],
    ['By Jane Doe on March 5, 2024', ['Jane Doe'], ['March 5, 2024'], []]
  ])('reads the parts of “%s”', (line, ...parts) => {
    expect(read(line)).toEqual(parts)
  })
})

describe('saysOnlyWhoOrWhen', () => {
  it.each([
    'Publié le 16 février 2024 par la rédaction',
    'Diperbarui 6 Maret 2024, 7 Maret 2024',
    'Ratna Dewi dan Bagus Prakoso',
    'Door onze verslaggever'
  ])('is true of “%s”', line => {
    expect(saysOnlyWhoOrWhen(line)).toBe(true)
  })

  it.each(['Warga menanam pohon sejak 5 Maret 2024', 'Petani kopi di lereng utara menanam lagi'])(
    'is false of “%s”',
    line => {
      expect(saysOnlyWhoOrWhen(line)).toBe(false)
    }
  )
})
