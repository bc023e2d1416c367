import { describe, expect, it } from 'vitest'
import {
  detectLanguage,
  directionOf,
  normaliseLanguageTag
} from '../../../../src/main/importing/language/detectLanguage'

describe('detectLanguage', () => {
  it.each(['', '12.345', 'Ok', '...'])('says nothing of %j', text => {
    expect(detectLanguage(text)).toBeNull()
  })

  it.each([
    ['Polisi mengatakan bahwa korban sudah dibawa ke rumah sakit karena luka di kepala.', 'id'],
    ['Presiden meresmikan bandara baru di provinsi itu pada bulan Agustus.', 'id'],
    ['Harga beras naik sehingga pemerintah menambah anggaran untuk warga.', 'id'],
    ['Mahasiswa itu menjual sepeda dan ponsel untuk membayar uang kuliah.', 'id'],
    ['Polis berkata mangsa dibawa ke hospital kerana cedera di kepala selepas kemalangan itu.', 'ms'],
    ['Perdana Menteri merasmikan lapangan terbang itu pada bulan Ogos, lapor Bernama di Selangor.', 'ms'],
    ['Syarikat itu mengumumkan bahawa wang sebanyak RM20 juta akan dibayar kepada pesakit.', 'ms'],
    ['The council met again on Tuesday and nobody was surprised by the result.', 'en'],
    ['Der Rat trat am Dienstag erneut zusammen, und niemand war überrascht.', 'de'],
    ['Le conseil se réunit de nouveau mardi et personne ne fut surpris.', 'fr'],
    ['El consejo se reunió de nuevo el martes y nadie se sorprendió.', 'es'],
    ['O conselho reuniu-se de novo na terça-feira e ninguém ficou surpreendido.', 'pt'],
    ['De raad kwam dinsdag opnieuw bijeen en niemand was verrast.', 'nl'],
    ['Совет снова собрался во вторник, и никто не удивился.', 'ru'],
    ['評議会は火曜日に再び集まり、誰も驚かなかった。', 'ja']
  ])('reads “%s” as %s', (text, language) => {
    expect(detectLanguage(text)?.value).toBe(language)
  })
})

describe('normaliseLanguageTag', () => {
  it.each([
    ['id-ID', 'id'],
    ['in', 'id'],
    ['EN_us', 'en'],
    ['zh-Hant-TW', 'zh'],
    ['und', null],
    ['not a tag', null],
    ['', null]
  ])('makes %j %j', (tag, language) => {
    expect(normaliseLanguageTag(tag)).toBe(language)
  })
})

describe('directionOf', () => {
  it('goes by the letters where the language is not known', () => {
    expect([directionOf(null, 'مكتبة صغيرة'), directionOf(null, 'library'), directionOf('he', '')]).toEqual([
      'rtl',
      'ltr',
      'rtl'
    ])
  })
})
