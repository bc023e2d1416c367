// Owns the calls by which a deck sends its reader into the article. Holds no code.

/** Beginnings of a deck's last sentence, in lower case. */
export const deckCalls: readonly string[] = [
  'simak',
  'berikut',
  'begini',
  'ini dia',
  'cek di sini',
  'baca',
  'yuk',
  'apa saja',
  'ketahui',
  'read on',
  'find out',
  "here's",
  'here is',
  'here are',
  'lesen sie',
  'das müssen sie',
  'découvrez',
  'voici',
  'descubre',
  'conoce',
  'te contamos',
  'saiba',
  'veja',
  'confira',
  'lees',
  'dit moet je',
  'ketahui lanjut'
]
