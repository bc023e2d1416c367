// Owns the interface's language: which one it is and how its texts are looked up. Loads nothing from outside.
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Settings } from '@shared/model/settings'
import { en } from './en'
import { id } from './id'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'interface'
    resources: { interface: typeof en }
    returnNull: false
  }
}

/** A language that the interface speaks. */
export type InterfaceLanguage = 'en' | 'id'

/** The language to speak: the person's choice, else the desktop's when it is one of ours, else English. */
export function resolveLanguage(chosen: Settings['interfaceLanguage'], systemLocale: string): InterfaceLanguage {
  if (chosen !== 'system') return chosen
  const primary = systemLocale.toLowerCase().split(/[-_]/)[0]
  // `in` is the tag that Java and old systems still give for Indonesian (IANA registry: deprecated for `id`).
  return primary === 'id' || primary === 'in' ? 'id' : 'en'
}

/** Makes the text look-up for a language. Every text is bundled, so it is ready when the promise resolves. */
export async function createTexts(language: InterfaceLanguage): Promise<i18n> {
  const texts = createInstance()
  await texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'interface',
    ns: ['interface'],
    resources: { en: { interface: en }, id: { interface: id } },
    // React escapes what it renders, and nothing else renders a text.
    interpolation: { escapeValue: false }
  })
  return texts
}
