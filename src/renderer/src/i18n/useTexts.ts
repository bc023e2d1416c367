// Owns the one hook through which components get texts and formats. Knows no text itself.
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { createFormats, type Formats } from './format'

/** The texts and formats of the interface's language. */
export interface Texts {
  readonly t: TFunction
  readonly formats: Formats
  /** BCP 47 tag of the interface's language. */
  readonly language: string
}

/** The texts and formats of the interface's language; renders again when it changes. */
export function useTexts(): Texts {
  const { t, i18n } = useTranslation('interface')
  const language = i18n.language
  const formats = useMemo(() => createFormats(language), [language])
  return useMemo(() => ({ t, formats, language }), [t, formats, language])
}
