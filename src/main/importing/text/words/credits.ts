// Owns the phrases by which a text names the outlet that it took its news from. Holds no code.

/** Phrases that are only ever followed by an outlet. */
export const certainCreditPhrases: readonly string[] = [
  // Indonesian and Malay
  'dilansir dari',
  'dilansir oleh',
  'dilansir',
  'melansir dari',
  'melansir',
  'dikutip dari',
  'dikutip',
  'mengutip dari',
  'mengutip',
  'dinukil dari',
  'menukil',
  'disadur dari',
  'dihimpun dari',
  'dirangkum dari',
  'dipetik dari',
  'dipetik daripada',
  'memetik laporan',
  'lapor',
  'seperti dilaporkan',
  'sebagaimana dilaporkan'
]

/** Phrases that are as often followed by a person or an office, so that what follows must be known as an outlet. */
export const openCreditPhrases: readonly string[] = [
  'dilaporkan oleh',
  'dilaporkan',
  'menurut laporan',
  'menurut',
  'as reported by',
  'reported by',
  'according to a report by',
  'according to',
  'as first reported by',
  'told',
  'laut',
  'nach angaben von',
  'wie',
  'berichtet',
  'selon',
  "d'après",
  'rapporte',
  'según informó',
  'según informa',
  'según',
  'de acuerdo con',
  'citado por',
  'segundo',
  'de acordo com',
  'conforme',
  'volgens',
  'meldt',
  'bericht van',
  'secondo',
  'по данным',
  'сообщает'
]
