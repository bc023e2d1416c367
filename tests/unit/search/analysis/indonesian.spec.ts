import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indonesianStems } from '../../../../src/main/search/analysis/indonesian'

function meet(first: string, second: string): boolean {
  const stems = new Set(indonesianStems(first))
  return indonesianStems(second).some(stem => stems.has(stem))
}

const families = [
  'serang menyerang serangan diserang penyerang penyerangan terserang menyerangnya',
  'perintah memerintah perintahkan memerintahkan diperintahkan pemerintah pemerintahan',
  'ajar belajar pelajar mengajar pengajar pelajaran mengajarkan diajarkan',
  'tulis menulis penulis tulisan ditulis tertulis menuliskan',
  'baca membaca pembaca bacaan dibaca terbaca membacakan',
  'pakai memakai pemakai dipakai pemakaian terpakai',
  'kirim mengirim pengirim kiriman dikirim pengiriman terkirim mengirimkan',
  'kerja bekerja pekerja pekerjaan dikerjakan mengerjakan',
  'juang berjuang pejuang perjuangan memperjuangkan diperjuangkan',
  'bantu membantu bantuan dibantu pembantu membantunya',
  'sapu menyapu penyapu disapu',
  'tahu diketahui mengetahui pengetahuan ketahuan',
  'beri memberi pemberian diberikan memberikan pemberi',
  'lindung melindungi dilindungi perlindungan pelindung',
  'rawat merawat dirawat perawat perawatan',
  'nilai menilai dinilai penilaian penilai',
  'cek mengecek dicek pengecekan',
  'bom mengebom dibom pengeboman',
  'sah mengesahkan disahkan pengesahan',
  'makan memakan dimakan makanan pemakan',
  'nyanyi menyanyi penyanyi nyanyian dinyanyikan',
  'libat terlibat melibatkan keterlibatan dilibatkan',
  'daya berdaya pemberdayaan memberdayakan diberdayakan',
  'lanjut berlanjut melanjutkan kelanjutan berkelanjutan dilanjutkan',
  'ukur mengukur pengukuran ukuran diukur terukur',
  'pukul memukul kupukul kaupukul dipukul',
  'ideal idealis idealisme',
  'lembut kelembutan lelembut',
  'hadir menghadiri dihadiri kehadiran menghadirkan'
].map(family => family.split(' '))

const strangers = [
  ['serangan', 'rang'],
  ['serangga', 'serang'],
  ['berita', 'rita'],
  ['menteri', 'teri'],
  ['sebuah', 'buah'],
  ['selatan', 'selat'],
  ['perempuan', 'empu'],
  ['kepala', 'pala'],
  ['beras', 'ras'],
  ['negara', 'gara'],
  ['sejarah', 'jarah'],
  ['senjata', 'jata'],
  ['pasar', 'pasir'],
  ['makan', 'main'],
  ['kapal', 'pal'],
  ['informasi', 'informas'],
  ['bulan', 'bul'],
  ['dengan', 'deng'],
  ['menangis', 'menang'],
  ['tetangga', 'tangga'],
  ['kuasa', 'asa']
] as const

describe('the stems of an Indonesian word', () => {
  it.each(families.map(family => [family[0] ?? '', family.slice(1)] as const))(
    'meet those of its whole family: %s',
    (root, members) => {
      expect(members.filter(member => !meet(root, member))).toEqual([])
    }
  )

  it('do not meet those of words that only look alike', () => {
    expect(strangers.filter(([first, second]) => meet(first, second))).toEqual([])
  })

  it('do not meet across families', () => {
    const met = families.flatMap((family, number) =>
      families
        .slice(number + 1)
        .flatMap(other =>
          family.flatMap(first => other.filter(second => meet(first, second)).map(second => [first, second]))
        )
    )
    expect(met).toEqual([])
  })

  it('are few', () => {
    const words = families.flat()
    const count = words.reduce((sum, word) => sum + indonesianStems(word).length, 0)
    expect(count / words.length).toBeLessThan(4)
  })

  it('begin with the word itself and never fail, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'meyngpbrdiktaskanu-é'.split('')) }), word => {
        expect(indonesianStems(word)[0]).toBe(word)
      })
    )
  })
})
