// Owns which stemmer a language has. Knows nothing of texts or of the index.
import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as armenian } from '@orama/stemmers/armenian'
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as hindi } from '@orama/stemmers/indian'
import { stemmer as irish } from '@orama/stemmers/irish'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian'
import { stemmer as nepali } from '@orama/stemmers/nepali'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as serbian } from '@orama/stemmers/serbian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as tamil } from '@orama/stemmers/tamil'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'
import { indonesianStems } from './indonesian'

/** The stems of a lower-case word; several where the language's rules are ambiguous. */
export type Stemmer = (word: string) => readonly string[]

const single =
  (stem: (word: string) => string): Stemmer =>
  word => [stem(word)]

const stemmers = {
  ar: single(arabic),
  bg: single(bulgarian),
  da: single(danish),
  de: single(german),
  el: single(greek),
  en: single(english),
  es: single(spanish),
  fi: single(finnish),
  fr: single(french),
  ga: single(irish),
  hi: single(hindi),
  hu: single(hungarian),
  hy: single(armenian),
  id: indonesianStems,
  it: single(italian),
  lt: single(lithuanian),
  ne: single(nepali),
  nl: single(dutch),
  no: single(norwegian),
  pt: single(portuguese),
  ro: single(romanian),
  ru: single(russian),
  sr: single(serbian),
  sv: single(swedish),
  ta: single(tamil),
  tr: single(turkish),
  uk: single(ukrainian)
} as const satisfies Record<string, Stemmer>

/** A language that has a stemmer. Malay shares Indonesian's, the Norwegian languages share one. */
export type StemLanguage = keyof typeof stemmers

const sharedStemmers: Readonly<Record<string, StemLanguage>> = { ms: 'id', nb: 'no', nn: 'no' }

/** Every language that has a stemmer. */
export const stemLanguages = Object.keys(stemmers) as readonly StemLanguage[]

/** The stemmer's language for a BCP 47 tag, or null where there is none (or the article's language is not known). */
export function findStemLanguage(tag: string | null): StemLanguage | null {
  const primary = tag?.toLowerCase().split('-')[0]
  if (!primary) return null
  const language = sharedStemmers[primary] ?? primary
  return Object.hasOwn(stemmers, language) ? (language as StemLanguage) : null
}

/** A number for a stem language: 1 + its place in `stemLanguages`, or 0 for none. Stands in files of the index. */
export function toLanguageNumber(language: StemLanguage | null): number {
  return language === null ? 0 : stemLanguages.indexOf(language) + 1
}

/** The stem language of a number. */
export function fromLanguageNumber(number: number): StemLanguage | null {
  return stemLanguages[number - 1] ?? null
}

/** The stemmer of a language. */
export function getStemmer(language: StemLanguage): Stemmer {
  return stemmers[language]
}
