// Owns how probable one letter after another is in a language. Reads no bytes.
import { figureStep, firstFigure, letterStatistics, type LetterStatistics } from './letterStatistics'

/** How letters follow one another in a language. */
export interface LetterModel {
  readonly language: string
  /** The script's first letter, as in `CharacterKind`. */
  readonly script: string
  readonly size: number
  /** A letter's place among the language's; 0 is the space between words. */
  readonly placeOf: ReadonlyMap<string, number>
  /** -ln(probability) of the second after the first, at `first * size + second`. */
  readonly costs: Float32Array
}

const scriptOfLanguage: Readonly<Record<string, string>> = {
  ar: 'A',
  fa: 'A',
  he: 'H',
  el: 'G',
  th: 'T',
  be: 'C',
  bg: 'C',
  kk: 'C',
  mk: 'C',
  ru: 'C',
  sr: 'C',
  uk: 'C'
}

function readModel({ language, alphabet, pairs }: LetterStatistics): LetterModel {
  const letters = Array.from(alphabet)
  return {
    language,
    script: scriptOfLanguage[language] ?? 'L',
    size: letters.length,
    placeOf: new Map(letters.map((letter, place) => [letter, place])),
    costs: Float32Array.from(pairs, figure => (figure.charCodeAt(0) - firstFigure) * figureStep)
  }
}

const homes: readonly (readonly [charset: string, languages: string])[] = [
  ['windows-1250', 'bs cs hr hu pl ro sk sl sq'],
  ['windows-1251', 'be bg kk mk ru sr uk'],
  ['windows-1253', 'el'],
  ['windows-1254', 'az tr'],
  ['windows-1255', 'he'],
  ['windows-1256', 'ar fa'],
  ['windows-1257', 'et lt lv'],
  ['windows-1258', 'vi'],
  ['windows-874', 'th']
]
const homeOfLanguage = new Map(
  homes.flatMap(([charset, languages]) => languages.split(' ').map(language => [language, charset] as const))
)

/** The charset of Windows for a language. */
export function homeCharset({ language }: LetterModel): string {
  return homeOfLanguage.get(language) ?? 'windows-1252'
}

let models: readonly LetterModel[] | undefined

/** The models of all languages, made on first use. */
export function letterModels(): readonly LetterModel[] {
  models ??= letterStatistics.map(readModel)
  return models
}
