// Owns the phrases that lead to another article, by language. Holds no code.

/** Phrases in front of another article's title. Matched without regard to case. */
export const relatedPhrases: readonly string[] = [
  // Indonesian and Malay
  'baca juga',
  'baca selengkapnya',
  'baca pula',
  'baca lagi',
  'simak juga',
  'lihat juga',
  'tonton juga',
  'berita terkait',
  'artikel terkait',
  'berita berkaitan',
  'artikel berkaitan',
  // English
  'read also',
  'also read',
  'read more',
  'see also',
  'related article',
  'related story',
  'related stories',
  'related',
  // German
  'lesen sie auch',
  'lesen sie mehr',
  'siehe auch',
  'mehr zum thema',
  'auch interessant',
  // French
  'lire aussi',
  'à lire aussi',
  'a lire aussi',
  'voir aussi',
  'lire également',
  // Spanish
  'lea también',
  'lee también',
  'leer también',
  'te puede interesar',
  'le puede interesar',
  'vea también',
  // Portuguese
  'leia também',
  'leia mais',
  'veja também',
  // Dutch
  'lees ook',
  'lees meer',
  'bekijk ook',
  'zie ook',
  // Italian, Turkish, Polish, Vietnamese
  'leggi anche',
  'ayrıca okuyun',
  'czytaj też',
  'czytaj także',
  'xem thêm',
  'đọc thêm',
  // Russian, Ukrainian, Arabic, Persian, Japanese, Chinese
  'читайте также',
  'читать также',
  'читайте також',
  'اقرأ أيضا',
  'اقرأ أيضاً',
  'بیشتر بخوانید',
  '関連記事',
  'あわせて読みたい',
  '相关阅读',
  '延伸閱讀'
]
