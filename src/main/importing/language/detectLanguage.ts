// Owns the guess of a text's language and direction. What a file states wins and is not asked here.
import { eld } from 'eld/extrasmall'
import type { Direction, Inference } from '@shared/model/article'
import { findByFunctionWords } from './functionWords'
import { chooseIndonesianOrMalay } from './indonesianOrMalay'

/** Enough for words that tell two languages apart, in UTF-16 code units. */
const sampleLength = 1_200
/** Enough for the detector, some fifty words; it takes twice as long for twice as much. */
const detectedLength = 320
/** Enough for a look at the commonest words. */
const quickLength = 600
/** A text of fewer letters could be anything. */
const enoughLetters = /(?:\P{Letter}*\p{Letter}){15}/u

const rightToLeftLanguages = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'ha-arab',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi'
])

let names: Intl.DisplayNames | undefined
const nameByLanguage = new Map<string, string>()

function nameOf(language: string): string {
  names ??= new Intl.DisplayNames(['en'], { type: 'language' })
  const name = nameByLanguage.get(language) ?? names.of(language) ?? language
  nameByLanguage.set(language, name)
  return name
}

function chooseWithReason(sample: string): Inference {
  const { language, indonesianWords, malayWords } = chooseIndonesianOrMalay(sample)
  const total = indonesianWords + malayWords
  const share = total === 0 ? 0.5 : Math.max(indonesianWords, malayWords) / total
  const confidence = Math.round(Math.min(0.98, 0.5 + (share - 0.5) * 0.9 + Math.min(total, 10) * 0.003) * 100) / 100
  const why = `Indonesian or Malay; words that only one of them has: ${indonesianWords} Indonesian, ${malayWords} Malay`
  return { value: language, confidence, why }
}

/** The language that a text is written in, or null where that cannot be told (too short, no letters). */
export function detectLanguage(text: string): Inference | null {
  const sample = text.slice(0, sampleLength)
  if (!enoughLetters.test(sample)) return null
  const byWords = findByFunctionWords(sample.slice(0, quickLength))
  if (byWords === 'id') return chooseWithReason(sample)
  if (byWords === 'en') return { value: 'en', confidence: 0.95, why: 'The commonest words are those of English' }
  const result = eld.detect(sample.slice(0, detectedLength))
  if (result.language === '') return null
  if (result.language === 'ms' || result.language === 'id') return chooseWithReason(sample)
  const isReliable = result.isReliable()
  if (!isReliable && sample.length < 60) return null
  return {
    value: result.language,
    confidence: isReliable ? 0.95 : 0.6,
    why: `The letter sequences are those of ${nameOf(result.language)}`
  }
}

/**
 * A language tag as the library keeps it: the primary subtag in lower case, old codes renewed (`in` → `id`).
 * Null for anything that is not a tag. Source: BCP 47.
 */
export function normaliseLanguageTag(tag: string | null | undefined): string | null {
  if (!tag) return null
  // What most tags are already, at no cost.
  if (/^(?:en|id|ms|de|fr|es|pt|nl|it)$/.test(tag)) return tag
  try {
    // The types promise a language; `und` has none.
    const language: string | undefined = new Intl.Locale(tag.trim().replaceAll('_', '-')).language
    return language === undefined || language === 'und' || language === 'zxx' ? null : language
  } catch {
    return null
  }
}

/** The direction of a text: that of its language, else that of most of its letters. */
export function directionOf(language: string | null, text: string): Direction {
  if (language !== null) return rightToLeftLanguages.has(language) ? 'rtl' : 'ltr'
  const sample = text.slice(0, sampleLength)
  const rightToLeft =
    sample.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu)?.length ?? 0
  const letters = sample.match(/\p{Letter}/gu)?.length ?? 0
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr'
}
