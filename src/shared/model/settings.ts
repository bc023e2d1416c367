// Owns the settings of a person, their bounds and their defaults. Knows nothing of where they are kept.
import * as v from 'valibot'
import { articleIdSchema } from './common'
import { listOrderSchema, listViewSchema } from './library'
import { mostPastSearches } from './savedSearch'
import { resultOrderSchema } from './search'

/** The bundled typefaces of the reader. */
export const typefaces = ['literata', 'sourceSerif', 'inter', 'atkinson'] as const
/** The themes; `system` follows the desktop's light or dark. */
export const themes = ['system', 'light', 'sepia', 'dark', 'black'] as const
/** The languages of the interface; `system` follows the desktop's. */
export const interfaceLanguages = ['system', 'en', 'id'] as const

const bounded = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most))

/** Every setting. Sizes are CSS pixels, the measure is in characters, the line height a factor of the size. */
export const settingsSchema = v.object({
  theme: v.picklist(themes),
  interfaceLanguage: v.picklist(interfaceLanguages),
  typeface: v.picklist(typefaces),
  fontSize: bounded(12, 40),
  lineHeight: bounded(1.2, 2.4),
  measure: bounded(45, 90),
  isSidebarVisible: v.boolean(),
  isListVisible: v.boolean(),
  sidebarWidth: bounded(160, 400),
  listWidth: bounded(240, 640),
  listOrder: listOrderSchema,
  /** The order of a search's results. */
  resultOrder: resultOrderSchema,
  /** Whether articles of nearly the same text stand in one row of a search's results. */
  gathersSimilar: v.boolean(),
  /** Whether what a search's results are made of is shown over them. */
  areFacetsShown: v.boolean(),
  /** What becomes of a file that holds several articles, such as an EPUB: one article of all, or one a chapter. */
  books: v.picklist(['whole', 'chapters']),
  /** Absolute paths of folders whose new files are imported by themselves. Changed by its own requests only. */
  watchedFolders: v.array(v.string()),
  /** How many searches the history keeps; 0 keeps none. */
  searchHistoryLength: v.pipe(bounded(0, mostPastSearches), v.integer()),
  lastView: listViewSchema,
  lastArticleId: v.nullable(articleIdSchema)
})
/** Every setting. */
export type Settings = v.InferOutput<typeof settingsSchema>

/** What a setting is before a person has chosen. */
export const defaultSettings: Settings = {
  theme: 'system',
  interfaceLanguage: 'system',
  typeface: 'literata',
  fontSize: 19,
  lineHeight: 1.6,
  measure: 66,
  isSidebarVisible: true,
  isListVisible: true,
  sidebarWidth: 220,
  listWidth: 340,
  listOrder: 'imported',
  resultOrder: 'relevance',
  gathersSimilar: false,
  areFacetsShown: false,
  books: 'whole',
  watchedFolders: [],
  searchHistoryLength: 100,
  lastView: { kind: 'inbox' },
  lastArticleId: null
}

/** A change of some settings. */
export const settingsChangeSchema = v.partial(v.omit(settingsSchema, ['watchedFolders']))
/** A change of some settings. */
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>
