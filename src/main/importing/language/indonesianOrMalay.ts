// Owns the choice between Indonesian and Malay, which no language detector makes rightly. Own word lists, no dictionary.

// Words that only one of the two uses in print: spellings of the same word (karena/kerana), months, money, institutions.
const indonesian = new Set(
  (
    'karena bahwa uang polisi polda polres polri kantor mobil sepeda universitas fakultas karier kemarin senin jumat ' +
    'rabu maret agustus desember juni juli rp rupiah wib wita wit presiden gubernur bupati walikota kabupaten kecamatan ' +
    'kelurahan provinsi kpk dpr dprd mpr pemkot pemprov pemkab menko kapolri tni mahasiswa pasien apotek dokter bandara ' +
    'stasiun wisatawan pengacara tersangka ujarnya tuturnya ungkapnya imbuhnya usai pajak anggaran jakarta bandung ' +
    'surabaya indonesia nomor melakukan tersebut berbeda bertemu butuh hingga sedangkan namun cuma lantaran ponsel ' +
    'sepatu celana listrik bensin handuk sepakbola cabang keju kado informasi organisasi situasi kondisi produksi ' +
    'televisi revolusi bisnis liburan pabrik pemerintahan pihaknya dilansir melansir simak selengkapnya selain ' +
    'tim diperkirakan segera tewas gempa korban warga jalan resmi rapat pasukan bisa mengaku kebijakan kamis kabar rusak ' +
    'kelompok kegiatan panitia museum desa sepekan bus truk lapak telepon perajin beraktivitas jumpa pers'
  ).split(' ')
)
const malay = new Set(
  (
    'kerana bahawa wang polis pejabat basikal hospital universiti fakulti kerjaya semalam isnin jumaat mac ogos disember ' +
    'jun julai rm ringgit mukim dun sprm pdrm pesakit farmasi doktor keretapi stesen ' +
    'pelancong peguam suspek malaysia johor selangor sarawak kelantan terengganu pahang putrajaya ' +
    'selepas manakala syarikat cukai belanjawan bajet nombor apabila berbeza berjumpa sahaja beg kasut seluar elektrik ' +
    'tuala cawangan cili maklumat pertubuhan pengeluaran televisyen perniagaan kilang perlawanan datuk datin ' +
    'tun encik puan cik dijangka menerusi bagaimanapun susulan kakitangan mesyuarat jawatankuasa mahkamah ' +
    'tertuduh pendakwaan kemalangan iaitu bandaraya motosikal telefon muzium aktiviti khabar rosak baharu khamis ' +
    'jambatan tempahan lebuhraya'
  ).split(' ')
)

/** The language and the counted words of each side. */
export interface IndonesianOrMalay {
  readonly language: 'id' | 'ms'
  readonly indonesianWords: number
  readonly malayWords: number
}

/** Whether a word ends so, with a stem of three letters or more before it. */
function hasEnding(word: string, ending: string): boolean {
  return word.length >= ending.length + 3 && word.endsWith(ending)
}

/**
 * Tells Indonesian from Malay by words and endings (-itas against -iti and -isyen) that only one of them has. A tie
 * is Indonesian, which has ten times the readers.
 */
export function chooseIndonesianOrMalay(text: string): IndonesianOrMalay {
  let indonesianWords = 0
  let malayWords = 0
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    if (indonesian.has(word) || hasEnding(word, 'itas')) indonesianWords++
    if (malay.has(word) || hasEnding(word, 'iti') || hasEnding(word, 'isyen')) malayWords++
  }
  return { language: malayWords > indonesianWords ? 'ms' : 'id', indonesianWords, malayWords }
}
