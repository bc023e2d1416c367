// Owns the names by which a query may call a language: its code, or its name in English, Indonesian or itself.
import { stemLanguages } from '../analysis/stemmers'

/** Languages that articles may be in beside those that have a stemmer. */
const others = [
  'ms',
  'jv',
  'su',
  'ja',
  'zh',
  'ko',
  'th',
  'vi',
  'km',
  'lo',
  'my',
  'he',
  'fa',
  'ur',
  'bn',
  'pl',
  'cs',
  'ca'
]

let codes: ReadonlyMap<string, string> | null = null

/** The code of a language by its name in lower case, or null. */
export function findLanguageCode(name: string): string | null {
  codes ??= listNames()
  return codes.get(name) ?? null
}

function listNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const code of [...stemLanguages, ...others]) {
    for (const locale of ['en', 'id', code]) {
      const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code)?.toLowerCase()
      if (name !== undefined && !names.has(name)) names.set(name, code)
    }
  }
  return names
}
