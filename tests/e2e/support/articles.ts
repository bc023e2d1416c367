// Owns the files that stories import: made where the test runs, in words of our own.
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The main story's article: a bare Indonesian news text with dateline, dates, credit and a read-also line. */
export const mainArticle = {
  fileName: 'jembatan.txt',
  title: 'Jembatan Gantung Sungai Lematang Kembali Dibuka, Warga Diminta Bergantian Melintas',
  deck: 'Setelah tiga bulan diperbaiki, jembatan gantung itu dapat dilalui lagi mulai pekan ini. Simak selengkapnya!',
  related: 'Sepuluh Jembatan Desa Akan Diperbaiki Tahun Depan',
  text: [
    'Jembatan Gantung Sungai Lematang Kembali Dibuka, Warga Diminta Bergantian Melintas',
    'Setelah tiga bulan diperbaiki, jembatan gantung itu dapat dilalui lagi mulai pekan ini. Simak selengkapnya!',
    'WartaHulu - Jembatan gantung di atas Sungai Lematang kembali dibuka untuk pejalan kaki dan sepeda motor. Pembukaan itu diumumkan kepala desa pada hari Rabu 8 Mei 2024 di hadapan ratusan warga.',
    'Perbaikan dilakukan karena beberapa papan lantai lapuk dan kabel penahan di sisi timur mulai kendur. Petugas meminta warga bergantian, paling banyak dua puluh orang, setiap kali melintas.',
    '“Kami senang anak-anak tidak perlu lagi memutar sejauh enam kilometer ke sekolah,” ujar seorang warga seperti dilansir dari Kabar Ogan.',
    'Baca Juga : Sepuluh Jembatan Desa Akan Diperbaiki Tahun Depan',
    'Selama perbaikan, warga memakai perahu kayu yang disediakan pemerintah desa. Perahu itu kini disimpan sebagai cadangan apabila air sungai naik dan jembatan harus ditutup untuk sementara.'
  ].join('\n')
}

/** The article that the main article's read-also line means. */
export const relatedArticle = {
  fileName: 'sepuluh.txt',
  title: mainArticle.related,
  text: [
    mainArticle.related,
    'Pemerintah kabupaten menyiapkan anggaran untuk memperbaiki jembatan kecil di pedalaman.',
    'WartaHulu - Sepuluh jembatan desa masuk daftar perbaikan tahun depan, kata kepala dinas pada Senin (6/5/2024). Daftar itu disusun menurut panjang jalan memutar yang harus ditempuh warga.',
    'Pekerjaan akan dimulai sesudah musim hujan supaya fondasi tidak tergerus arus.'
  ].join('\n')
}

/** A Markdown and an HTML article beside the two plain ones. */
export const otherArticles = [
  {
    fileName: 'tea.md',
    title: 'Notes on Drying Tea',
    text: '---\ntitle: Notes on Drying Tea\nauthor: Ratna\ndate: 2023-11-04\ntags: [tea, craft]\n---\n\nTea leaves are **withered** first, then rolled.\n\n| step | hours |\n| --- | --- |\n| wither | 14 |\n| dry | 2 |\n'
  },
  {
    fileName: 'harbour.html',
    title: 'The Harbour Wakes Before the Town',
    text: `<!doctype html><html lang="en"><head><title>The Harbour Wakes Before the Town</title></head><body><article>
<h1>The Harbour Wakes Before the Town</h1>${Array.from({ length: 6 }, (_, index) => `<p>Long before the first bus the boats come in, and the cooks of the harbour stalls are waiting for number ${index}. They choose by the eye and by the smell, pay in coins, and carry the fish home under wet cloth while the lamps are still burning.</p>`).join('')}
</article></body></html>`
  }
]

/** Writes files into a new folder and gives its path. */
export function writeFiles(
  files: readonly { readonly fileName: string; readonly text: string | Uint8Array }[]
): string {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-files-'))
  for (const { fileName, text } of files) {
    mkdirSync(dirname(join(folder, fileName)), { recursive: true })
    writeFileSync(join(folder, fileName), text)
  }
  return folder
}

/** Writes a folder in which everything that can be wrong with a file is wrong, beside one good article. */
export function writeBadFiles(): string {
  const folder = writeFiles([
    mainArticle,
    { fileName: 'empty.txt', text: '' },
    { fileName: 'endless.txt', text: 'a'.repeat(3_000_000) },
    { fileName: 'huge.txt', text: '' }
  ])
  writeFileSync(join(folder, 'binary.txt'), Buffer.from(Array.from({ length: 600 }, (_, index) => index % 11)))
  truncateSync(join(folder, 'huge.txt'), 200 * 1024 * 1024)
  const broken = [0x48, 0xc3, 0x28, 0xff, 0xfe, 0xfd, 0x81, 0x8d, 0x90, 0xc0, 0xc1]
  writeFileSync(join(folder, 'broken.txt'), Buffer.from(broken))
  return folder
}

/** Many short articles, numbered. */
export function manyArticles(count: number): { fileName: string; text: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    fileName: `artikel-${String(index).padStart(5, '0')}.txt`,
    text: `Catatan harian nomor ${index} dari kebun kopi\n\nPada pagi ke-${index} kebun kopi berkabut, dan pemetik datang lebih lambat daripada biasanya.\n\nMenjelang siang kabut terangkat sehingga pekerjaan dapat diteruskan sampai sore.`
  }))
}
