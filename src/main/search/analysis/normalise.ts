// Owns the forms of one word: the exact form and the folded form. Knows nothing of sentences, languages or stems.

/** The longest form of a word that is kept, in UTF-16 code units; what follows is cut off (links, encoded data). */
export const maxFormLength = 64

const asciiOnly = /^[\0-\x7f]*$/
const ignorables = /[\u00ad\u200c\u2060]|\u200d/g
const apostrophes = /[\u2018\u2019\u02bc\uff07]/g
const hyphens = /[\u2010\u2011]/g
const groupedNumber = /^\d{1,3}(?:[.,]\d{3})+$/
const joiners = /['-]/g

/** Letters with a stroke or a ligature, which Unicode does not decompose. */
const strokeLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ŧ: 't'
}
const strokeLetter = /[æœøßđðħıłþŧ]/g

/**
 * Marks that a reader may leave out: on Latin and Greek letters all of them, on Arabic and Hebrew letters the vowel
 * signs, in Cyrillic only the dots of ё (й is a letter of its own). Marks of other scripts are part of the spelling.
 */
const optionalMark =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{Mn}*)\p{Mn}|(?<=[\u0435\u0415])\u0308/gu

/**
 * The exact form of a word: compatibility forms resolved (NFKC), lower case, one kind of apostrophe and hyphen, without
 * soft hyphens and joiners, at most `maxFormLength` code units. Language-neutral: Turkish dotless i is not special.
 */
export function normaliseWord(raw: string): string {
  if (asciiOnly.test(raw)) return raw.slice(0, maxFormLength).toLowerCase()
  return raw
    .slice(0, maxFormLength * 4)
    .replace(ignorables, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .replaceAll('ς', 'σ')
    .slice(0, maxFormLength)
}

/**
 * The folded form of an exact form: without optional marks (café → cafe), without inner apostrophes and hyphens (Jum'at
 * → jumat, anti-korupsi → antikorupsi) and without thousands separators (1.000 → 1000).
 */
export function foldWord(exact: string): string {
  if (groupedNumber.test(exact)) return exact.replace(/[.,]/g, '')
  const joined = exact.replace(joiners, '')
  if (asciiOnly.test(joined)) return joined
  return joined
    .normalize('NFD')
    .replace(optionalMark, '')
    .normalize('NFC')
    .replace(strokeLetter, letter => strokeLetters[letter] ?? letter)
}
