// node tools/letterStatistics.mjs: writes how often letters follow one another in each language, and the legacy charsets
// that TextDecoder lacks, for the detection of encodings. Counts names of CLDR (through Intl) and sentences of our own.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import iconv from 'iconv-lite'
import { sentences } from './letterSentences.mjs'

const folder = resolve('src/main/importing/text/detection')
/** How much a letter of a sentence counts beside one of a name: names hold few of a language's commonest words. */
const sentenceWeight = 12
/** Letters that make up less of a language are foreign to it. */
const leastShare = 0.00015
/** A pair's figure is -ln(probability) in steps of this, from 0 to 90. */
const step = 0.15
const firstFigure = 35

const countryCodes = letters(65).flatMap(one => letters(65).map(other => one + other))
const languageCodes = letters(97).flatMap(one =>
  letters(97).flatMap(other => [one + other, ...letters(97).map(third => one + other + third)])
)
const scriptCodes =
  'Arab Armn Beng Bopo Brai Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hans Hant Hebr Jpan Khmr Knda Kore Laoo Latn Mlym Mong Mymr Orya Sinh Taml Telu Thaa Thai Tibt'.split(
    ' '
  )
const fieldCodes = 'era year quarter month weekOfYear weekday day dayPeriod hour minute second timeZoneName'.split(' ')

/** @param {number} first */
function letters(first) {
  return Array.from({ length: 26 }, (_, index) => String.fromCharCode(first + index))
}

/**
 * @param {string} language
 * @param {Intl.DisplayNamesType} type
 * @param {readonly string[]} codes
 */
function namesOf(language, type, codes) {
  const names = new Intl.DisplayNames([language], { type, fallback: 'none' })
  return codes.flatMap(code => {
    try {
      return [names.of(code) ?? '']
    } catch {
      return []
    }
  })
}

/** @param {string} language */
function calendarOf(language) {
  const days = Array.from({ length: 12 }, (_, index) => Date.UTC(2024, index, index + 1))
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const units = /** @type {const} */ (['year', 'month', 'week', 'day', 'hour', 'minute'])
  const spans = units.flatMap(unit => [-5, -1, 0, 1, 5].map(value => relative.format(value, unit)))
  const measures = Intl.supportedValuesOf('unit').flatMap(unit =>
    [1, 2, 5].map(value => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value))
  )
  return [...days.map(day => long.format(day)), ...spans, ...measures]
}

/** Vietnamese as windows-1258 writes it: tone marks behind their letters. @param {string} text */
function withToneMarks(text) {
  return Array.from(text.normalize('NFC'), letter => {
    const [base = '', ...marks] = Array.from(letter.normalize('NFD'))
    const isTone = (/** @type {string} */ mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)
    return (base + marks.filter(mark => !isTone(mark)).join('')).normalize('NFC') + marks.filter(isTone).join('')
  }).join('')
}

/** @param {string} language */
function countPairs(language) {
  const names = [
    ...namesOf(language, 'language', languageCodes),
    ...namesOf(language, 'region', countryCodes),
    ...namesOf(language, 'script', scriptCodes),
    ...namesOf(language, 'currency', Intl.supportedValuesOf('currency')),
    ...namesOf(language, 'dateTimeField', fieldCodes),
    ...calendarOf(language)
  ]
  const counted = /** @type {Map<string, number>} */ (new Map())
  const single = /** @type {Map<string, number>} */ (new Map())
  const add = (/** @type {string} */ text, /** @type {number} */ weight) => {
    const written = language === 'vi' ? withToneMarks(text) : text
    const folded = ` ${written.toLocaleLowerCase(language).replace(/[^\p{L}\p{M}]+/gu, ' ')} `.replace(/ +/g, ' ')
    for (let index = 1; index < folded.length; index++) {
      const pair = folded.slice(index - 1, index + 1)
      counted.set(pair, (counted.get(pair) ?? 0) + weight)
      single.set(folded.charAt(index), (single.get(folded.charAt(index)) ?? 0) + weight)
    }
  }
  for (const name of names) add(name, 1)
  add(sentences[language] ?? '', sentenceWeight)
  return { counted, single }
}

/** @param {string} language */
function describe(language) {
  const { counted, single } = countPairs(language)
  const total = [...single.values()].reduce((sum, value) => sum + value, 0)
  const kept = [...single].filter(([, count]) => count / total >= leastShare)
  const alphabet = kept.map(([letter]) => letter).toSorted()
  const share = (/** @type {string} */ letter) => (single.get(letter) ?? 0) / total
  const figures = alphabet.flatMap(first =>
    alphabet.map(second => {
      const of = single.get(first) ?? 0
      // Witten-Bell smoothing: what was not seen goes by the letter's own share.
      const kinds = alphabet.filter(letter => counted.has(first + letter)).length
      const probability = ((counted.get(first + second) ?? 0) + kinds * share(second)) / (of + kinds)
      return String.fromCharCode(firstFigure + Math.min(90, Math.round(-Math.log(probability) / step)))
    })
  )
  return { alphabet: alphabet.join(''), pairs: figures.join('').replaceAll('\\', '[') }
}

const languages =
  'ar az be bg bs ca cs cy da de el en eo es et eu fa fi fr ga gl he hr hu id is it kk lt lv mk ms mt nb nl pl pt ro ru sk sl sq sr sv th tr uk vi'.split(
    ' '
  )
const lines = languages.map(language => {
  const { alphabet, pairs } = describe(language)
  return `  { language: ${JSON.stringify(language)}, alphabet: ${JSON.stringify(alphabet)}, pairs: ${quote(pairs)} }`
})

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll("'", "\\'")}'`
}

const header = '// Generated by `node tools/letterStatistics.mjs`; not edited by hand, and long since it is a table.\n'
writeFileSync(
  resolve(folder, 'letterStatistics.ts'),
  `// Owns how often letters follow one another in each language. Holds no code.\n${header}
/** A language's letters (with the space between words), and for each pair of them -ln(probability) as a character. */
export interface LetterStatistics {
  readonly language: string
  readonly alphabet: string
  readonly pairs: string
}

/** What a character of \`pairs\` stands for: its code less \`firstFigure\`, times \`figureStep\`. */
export const firstFigure = ${firstFigure}
/** See \`firstFigure\`. */
export const figureStep = ${step}

/** Source: CLDR's names of languages, countries, currencies, units and days, and sentences of our own. */
export const letterStatistics: readonly LetterStatistics[] = [
${lines.join(',\n')}
]
`
)

const charsets =
  'ibm437 ibm737 ibm775 ibm850 ibm852 ibm855 ibm857 ibm858 ibm860 ibm861 ibm862 ibm863 ibm864 ibm865 ibm869'.split(' ')
const macs = [
  ['x-mac-ce', 'maccenteuro'],
  ['x-mac-croatian', 'maccroatian'],
  ['x-mac-romanian', 'macromania'],
  ['x-mac-turkish', 'macturkish'],
  ['x-mac-icelandic', 'maciceland'],
  ['x-mac-greek', 'macgreek']
]
const upperHalf = Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index))
const tables = [...charsets.map(name => [name, name.replace('ibm', 'cp')]), ...macs].map(([label, name]) => {
  const characters = Array.from(upperHalf, byte => iconv.decode(Buffer.from([byte]), name ?? ''))
  return `  [${quote(label ?? '')}, ${JSON.stringify(characters.map(each => (each.length === 1 ? each : '\uFFFD')).join(''))}]`
})
writeFileSync(
  resolve(folder, 'charsetTables.ts'),
  `// Owns the upper halves of legacy charsets that TextDecoder does not know. Holds no code.\n${header}
/** The 128 characters from 0x80 on by label; U+FFFD where there is none. Source: the charsets' own standards. */
export const charsetTables: ReadonlyMap<string, string> = new Map([
${tables.join(',\n')}
])
`
)
