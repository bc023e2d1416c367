// Owns how filters and the values of facets read in words. Pure: texts and formats are passed in.
import { articleFormats } from '@shared/model/article'
import type { QueryFilter } from '@shared/model/query'
import type { Texts } from '../../i18n/useTexts'

const named = ['source', 'credit', 'tag', 'lang', 'format'] as const
const dated = ['after', 'before', 'on'] as const
const states = ['unread', 'read', 'starred', 'archived', 'inbox'] as const
const contents = ['highlight', 'note', 'image', 'tag', 'date'] as const

/** What words are made with. */
export type Words = Pick<Texts, 't' | 'formats' | 'language'>

/** A value of a facet or filter in words; what is not known stands as it is written. */
export function valueText({ t, formats, language }: Words, field: string, value: string): string {
  switch (field) {
    case 'lang':
      return languageName(language, value)
    case 'format': {
      const format = articleFormats.find(known => known === value.toLowerCase())
      return format ? t(`details.formats.${format}`) : value
    }
    case 'is': {
      const state = states.find(known => known === value.toLowerCase())
      return state ? t(`results.states.${state}`) : value
    }
    case 'has': {
      const content = contents.find(known => known === value.toLowerCase())
      return content ? t(`results.contents.${content}`) : value
    }
    case 'after':
    case 'before':
    case 'on':
      return formats.partialDate(value)
    default:
      return value
  }
}

/** A filter in words, with its field where the value alone would not say what it is. */
export function filterText(words: Words, { field, value, isExcluded }: QueryFilter): string {
  const { t } = words
  const shown = valueText(words, field, value.replace(/^\((.*)\)$/, '$1'))
  const name = named.find(known => known === field)
  const date = dated.find(known => known === field)
  const text = name
    ? t('results.chip', { field: t(`results.fields.${name}`), value: shown })
    : date
      ? t(`results.dates.${date}`, { date: shown })
      : shown
  return isExcluded ? t('results.excluded', { filter: text }) : text
}

/** The name of a language by its tag (BCP 47); the tag itself where it has none. */
export function languageName(language: string, tag: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    // A RangeError: what a person typed is no tag at all.
    return tag
  }
}
