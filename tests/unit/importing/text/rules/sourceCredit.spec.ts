import { describe, expect, it } from 'vitest'
import { findSourceCredit } from '../../../../../src/main/importing/text/rules/sourceCredit'

const credit = (text: string, siteName: string | null = null) => findSourceCredit([text], siteName)?.value ?? null

describe('findSourceCredit', () => {
  it.each([
    'Menurut Gubernur Jawa Tengah, jalan itu aman.',
    'According to Sarah Milne, nobody planned it.',
    'Laut Bürgermeister Hans Krause bleibt die Brücke offen.',
    'Selon le ministre, rien ne change.',
    'Semua orang mengutip puisi itu.'
  ])('finds no outlet in “%s”', text => {
    expect(credit(text)).toBeNull()
  })

  it.each([
    ['ujarnya seperti dilansir dari VOA.', 'VOA'],
    ['dikutip dari CNN Indonesia, Senin (3/5/2021)', 'CNN Indonesia'],
    ['Melansir Reuters Selasa pagi, getaran terasa', 'Reuters'],
    ['dilansir dari laman resmi', null],
    ['dikutip dari Kabar Hilir Minggu', 'Kabar Hilir'],
    ['dilansir dari The Guardian.', 'The Guardian'],
    ['according to the Associated Press', 'the Associated Press'],
    ['Laut Spiegel war das Tor offen', 'Spiegel'],
    ["Selon l'AFP, la pétition", 'AFP'],
    ['Según El País, otros tres', 'El País'],
    ['segundo a Lusa, as primeiras', 'Lusa'],
    ['Volgens de NOS worden', 'NOS']
  ])('reads “%s” as %s', (text, outlet) => {
    expect(credit(text)).toBe(outlet)
  })

  it('does not take the outlet itself for a credit', () => {
    expect(credit('ujarnya kepada dan dikutip dari VOA.', 'VOA')).toBeNull()
  })
})
