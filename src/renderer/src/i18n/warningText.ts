// Owns the words of an import's remarks in the interface's language. Knows the codes that have words of their own.
import type { TFunction } from 'i18next'
import type { ImportWarning } from '@shared/model/article'
import { en } from './en'

type WarningCode = keyof typeof en.warnings

function isKnown(code: string): code is WarningCode {
  return code in en.warnings
}

/** A remark in words: the importer's own in English, which may hold figures, else what its code means. */
export function warningText(t: TFunction, language: string, { code, message }: ImportWarning): string {
  return language.startsWith('en') || !isKnown(code) ? message : t(`warnings.${code}`)
}
