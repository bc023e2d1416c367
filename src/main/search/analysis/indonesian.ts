// Owns the possible stems of Indonesian and Malay words. Knows nothing of other languages or of weights.
// No dictionary of roots is used (none has a free licence), so a word yields every plausible root, and two words meet
// where their sets of roots do. The rules are those of the standard grammar (Tata Bahasa Baku Bahasa Indonesia): affixes,
// nasal assimilation of me- and pe-, and the confixes that do not occur.

/** Frequent words that look affixed but are not, or whose root means something else; they have no other stem. */
const undividedWords = new Set(
  (
    'adakan agustus akan antara apakah arahan atasan bagaimana bahkan bahwa belanda berapa berita berlian beras besar ' +
    'bukan dengan depan desember di diri dinas dinasti ditto dunia gereja hutan ikan istri jangan jawaban kalau kali ' +
    'kalimantan kanan karena kawasan keadaan kecil kedua kelas keluarga kemarin kemudian kepala kepada kerajaan keras ' +
    'kertas ketika kiri kopi korban laki lelaki maka makin malam mana masalah masih media memang mencret menit menteri ' +
    'mereka merdeka merek merah mesin meski meskipun minggu mobil november oktober oleh papan pasti pekan pelan pemilu ' +
    'pemuda perang peran perdana perempuan perlu permata pernah persen pertama petani pihak presiden pulau ramadan ' +
    'sebagai sebelum sebelumnya sebuah sedang sekarang selalu selatan selasa sementara senin seperti september serta ' +
    'sesuai setelah tangan tanggal teman tempat tentang tentara tentu tepat terang terhadap teori teras terima teroris ' +
    'terus tetapi tidak tinggi tujuan walaupun yakni'
  ).split(' ')
)

type Suffix = 'kan' | 'an' | 'i' | ''

interface Form {
  readonly text: string
  readonly suffix: Suffix
}

interface Prefix {
  readonly pattern: RegExp
  /** What the root may begin with in place of the prefix. */
  readonly restored: readonly string[]
  /** Suffixes that do not occur together with this prefix. */
  readonly forbidden: readonly Suffix[]
  /** Suffixes of which one is needed for the prefix to be one. */
  readonly needed?: readonly Suffix[]
}

const prefixes: readonly Prefix[] = [
  { pattern: /^meny(?=[aiueo])/, restored: ['s'], forbidden: ['an'] },
  { pattern: /^peny(?=[aiueo])/, restored: ['s'], forbidden: ['kan', 'i'] },
  { pattern: /^meng(?=[aiueo])/, restored: ['', 'k'], forbidden: ['an'] },
  { pattern: /^peng(?=[aiueo])/, restored: ['', 'k'], forbidden: ['kan', 'i'] },
  { pattern: /^meng(?=[ghkq])/, restored: [''], forbidden: ['an'] },
  { pattern: /^peng(?=[ghkq])/, restored: [''], forbidden: ['kan', 'i'] },
  { pattern: /^mem(?=[aiueo])/, restored: ['p', 'm'], forbidden: ['an'] },
  { pattern: /^pem(?=[aiueo])/, restored: ['p', 'm'], forbidden: ['kan', 'i'] },
  { pattern: /^mem(?=[bfvp])/, restored: [''], forbidden: ['an'] },
  { pattern: /^pem(?=[bfvp])/, restored: [''], forbidden: ['kan', 'i'] },
  { pattern: /^men(?=[aiueo])/, restored: ['t', 'n'], forbidden: ['an'] },
  { pattern: /^pen(?=[aiueo])/, restored: ['t', 'n'], forbidden: ['kan', 'i'] },
  { pattern: /^men(?=[cdjszt])/, restored: [''], forbidden: ['an'] },
  { pattern: /^pen(?=[cdjszt])/, restored: [''], forbidden: ['kan', 'i'] },
  { pattern: /^me(?=[lrwy]|n[gy][aiueo])/, restored: [''], forbidden: ['an'] },
  { pattern: /^pe(?=[jklmnrtwy])/, restored: [''], forbidden: ['kan', 'i'] },
  { pattern: /^ber(?=[^r])/, restored: [''], forbidden: ['i'] },
  { pattern: /^be(?=r|[^aiueor]er)/, restored: [''], forbidden: ['i'] },
  { pattern: /^per(?=[^r])/, restored: [''], forbidden: [] },
  { pattern: /^(?:bel|pel)(?=ajar)/, restored: [''], forbidden: [] },
  { pattern: /^ter(?=[^r])/, restored: [''], forbidden: ['an'] },
  { pattern: /^te(?=r)/, restored: [''], forbidden: ['an'] },
  { pattern: /^di/, restored: [''], forbidden: ['an'] },
  { pattern: /^ke/, restored: [''], forbidden: [], needed: ['an', 'i'] },
  // Who does it, written together with the verb: kupukul, kauhajar.
  { pattern: /^k(?:a)?u(?=[a-z]{4})/, restored: [''], forbidden: ['an'] }
]
/** Before roots of one syllable me- and pe- become menge- and penge-: mengecat, pengecekan. */
const monosyllablePrefix = /^(?:menge|penge|di)(?=[bcdfghjklmnprstvz]{1,2}[aiueo][bcdfghklmnprst]{1,2}$)/
/** The first sound once more: rerata, lelembut. Before other sounds it makes another word: tetangga is no tangga. */
const repeatedSound = /^([lr])e(?=\1)/
/** Endings of loan words: idealis, idealisme, finalisasi. Elsewhere -is is a root's own: menangis is not menang. */
const loanEnding = /(?:isasi|isme|(?<=al)is)$/
const impossibleBeginning = /^(?:m[bpf]|n[cdjtsk]|ng[^aiueo]|[lrw][^aiueo])/
const maxPrefixes = 2

/**
 * Every plausible root of a lower-case Indonesian or Malay word, the word itself first. Reduplicated words (anak-anak)
 * are to be given by their parts. Never throws; a word that has no affix yields itself alone.
 */
export function indonesianStems(word: string): readonly string[] {
  const roots = new Set([word])
  if (undividedWords.has(word)) return [word]
  for (const form of stripSuffixes(word)) {
    if (undividedWords.has(form.text)) {
      roots.add(form.text)
      continue
    }
    if (isPlausibleRoot(form.text)) roots.add(form.text)
    const short = form.text.replace(monosyllablePrefix, '')
    if (short !== form.text) roots.add(short)
    const single = form.text.replace(repeatedSound, '')
    if (single !== form.text && isPlausibleRoot(single)) roots.add(single)
    stripPrefixes(form, 0, roots)
  }
  return [...roots]
}

function stripPrefixes(form: Form, depth: number, roots: Set<string>): void {
  for (const { pattern, restored, forbidden, needed } of prefixes) {
    // A confix is the outermost prefix with the suffix; inside it, as in ke-ter-libat-an, the prefix stands alone.
    if ((depth === 0 && forbidden.includes(form.suffix)) || (needed && !needed.includes(form.suffix))) continue
    const match = pattern.exec(form.text)
    if (!match) continue
    for (const beginning of restored) {
      const text = beginning + form.text.slice(match[0].length)
      if (!isPlausibleRoot(text)) continue
      roots.add(text)
      if (depth + 1 < maxPrefixes && !undividedWords.has(text)) stripPrefixes({ ...form, text }, depth + 1, roots)
    }
  }
}

/** The word without particle, without possessive, and each of these without a suffix. */
function stripSuffixes(word: string): readonly Form[] {
  const whole = [word]
  for (const ending of [/(?:kah|lah|tah|pun)$/, /(?:nya|ku|mu)$/]) {
    for (const text of whole.slice()) {
      const rest = text.replace(ending, '')
      if (rest !== text && rest.length >= 4 && isPlausibleRoot(rest)) whole.push(rest)
    }
  }
  const forms: Form[] = []
  for (const text of whole) {
    forms.push({ text, suffix: '' })
    const own = text.replace(loanEnding, '')
    if (own !== text && own.length >= 4 && hasTwoVowels(own)) forms.push({ text: own, suffix: '' })
    if (undividedWords.has(text)) continue
    for (const suffix of ['kan', 'an', 'i'] as const) {
      if (!text.endsWith(suffix)) continue
      // Loan words end in -asi, -isi, -usi: information, not a verb; an affixed verb shows by its prefix.
      if (suffix === 'i' && text.endsWith('si') && !/^(?:me|di|ter)/.test(text)) continue
      const rest = text.slice(0, -suffix.length)
      if (rest.length >= 3 && hasTwoVowels(rest)) forms.push({ text: rest, suffix })
      else if (monosyllablePrefix.test(rest)) forms.push({ text: rest, suffix })
    }
  }
  return forms
}

function isPlausibleRoot(text: string): boolean {
  return text.length >= 3 && hasTwoVowels(text) && !impossibleBeginning.test(text)
}

/** Indonesian roots have two syllables or more, save for a few that the monosyllable rule covers. */
function hasTwoVowels(text: string): boolean {
  return /[aiueo].*[aiueo]/.test(text)
}
