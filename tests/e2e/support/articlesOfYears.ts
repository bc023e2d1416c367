// Owns a small library over several years: two publishers, tags, and one article that came in twice with few words changed.

interface Told {
  readonly year: number
  readonly title: string
  readonly text: string
  readonly tags: readonly string[]
}

const told: readonly Told[] = [
  {
    year: 2017,
    title: 'Kebun Kopi Dibuka di Lereng Utara',
    text: 'Tiga keluarga membuka kebun kopi di lereng utara. Bibitnya ditanam berjajar di antara pohon dadap.',
    tags: ['kebun']
  },
  {
    year: 2018,
    title: 'Hujan Panjang Menunda Panen Kopi',
    text: 'Hujan yang tidak berhenti membuat buah kopi jatuh sebelum merah, dan jalan ke gudang tertutup lumpur.',
    tags: ['panen']
  },
  {
    year: 2019,
    title: 'Koperasi Membeli Mesin Sangrai',
    text: 'Dengan tabungan anggota, koperasi membeli mesin sangrai. Kopi kini dijual sebagai biji matang di pasar.',
    tags: ['koperasi']
  },
  {
    year: 2020,
    title: 'Harga Kopi Turun, Petani Menanam Jahe',
    text: 'Karena harga kopi turun, sebagian petani menanam jahe di sela barisan dan menunggu tahun yang lebih baik.',
    tags: ['panen', 'pasar']
  },
  {
    year: 2020,
    title: 'Anak Muda Belajar Mencicip Kopi',
    text: 'Di balai desa, anak muda belajar membedakan rasa kopi dari tiap lereng dengan sendok dan segelas air.',
    tags: ['kebun']
  },
  {
    year: 2022,
    title: 'Kopi Lereng Utara Dikirim ke Kota',
    text: 'Untuk pertama kali kopi lereng utara dikirim ke kota dengan truk sendiri, enam puluh karung sekali jalan.',
    tags: ['panen', 'pasar']
  }
]

const publishers = ['Kabar Ogan', 'Warta Hulu']

/** What the second publisher saw of the same event, in words of its own; of the first event it has the same text. */
function retell({ text }: Told, publisher: number, index: number): string {
  if (publisher === 0 || index === 0) return text
  const seen = [
    'Perempuan tua penjaga gudang masih mencatat setiap keranjang dengan kapur di dinding kayu.',
    'Menurut mandor, cuaca begini terakhir datang ketika jembatan bambu hanyut bersama kerbau.',
    'Asapnya tercium sampai masjid, dan anak-anak berkumpul melihat lampu kecil berkedip hijau.',
    'Tengkulak datang naik sepeda motor, menawar lama, lalu pulang dengan karung setengah kosong.',
    'Guru mereka, bekas pelaut, meminta setiap murid menutup mata sebelum menyebut satu kata.',
    'Sopirnya membawa bekal nasi, radio tua, serta surat pengantar bercap ungu dari kecamatan.'
  ]
  return `${seen[index] ?? ''} Begitulah cerita tentang kopi yang sampai kepada wartawan kami pekan lalu.`
}

/** Twelve articles of 2017 to 2022, none of 2021, half of each publisher; every one is about coffee. */
export function libraryOfYears(): { fileName: string; text: string }[] {
  return publishers.flatMap((publisher, number) =>
    told.map((story, index) => ({
      fileName: `${story.year}-${number}-${index}.md`,
      text: [
        '---',
        `title: ${number === 0 ? story.title : `${story.title} (${publisher})`}`,
        `publisher: ${publisher}`,
        `date: ${story.year}-0${index + 2}-11`,
        `tags: [${story.tags.join(', ')}]`,
        '---',
        '',
        ...Array.from({ length: 4 }, () => `${retell(story, number, index)}\n`)
      ].join('\n')
    }))
  )
}
