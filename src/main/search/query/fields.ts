// Owns the names of the query language's fields. Knows nothing of how they are searched.
import { searchFields, type SearchField } from '@shared/model/search'

/** The fields whose words are looked for in a part of the article, and the parts. */
export const textFields = {
  title: ['title'],
  deck: ['deck'],
  text: ['deck', 'body'],
  byline: ['byline']
} as const satisfies Record<string, readonly SearchField[]>

/** The fields that ask for a fact of the article. */
export const factFields = ['source', 'credit', 'tag', 'lang', 'format', 'is', 'has', 'after', 'before', 'on'] as const

/** A field that asks for words. */
export type TextField = keyof typeof textFields
/** A field that asks for a fact. */
export type FactField = (typeof factFields)[number]
/** A field of the query language. */
export type QueryField = TextField | FactField

/** Every field, in the order in which they are offered. */
export const queryFields: readonly QueryField[] = [...(Object.keys(textFields) as TextField[]), ...factFields]

/** Other names that people know from elsewhere. */
const aliases: Readonly<Record<string, QueryField>> = {
  author: 'byline',
  body: 'text',
  site: 'source',
  publisher: 'source',
  language: 'lang',
  type: 'format',
  since: 'after',
  until: 'before',
  year: 'on',
  date: 'on'
}

/** The field of a name, whatever its case, or null. */
export function findField(name: string): QueryField | null {
  const lower = name.toLowerCase()
  return queryFields.find(field => field === lower) ?? (Object.hasOwn(aliases, lower) ? (aliases[lower] ?? null) : null)
}

/** True for a field that asks for a fact. */
export function isFactField(field: QueryField): field is FactField {
  return factFields.some(known => known === field)
}

/** The parts of an article that a text field means, as bits by their place in `searchFields`. */
export function maskOfField(field: TextField): number {
  return textFields[field].reduce((mask, part) => mask | (1 << searchFields.indexOf(part)), 0)
}

/** The bits of every part of an article. */
export const everyField = (1 << searchFields.length) - 1
/** The bits of every part but the body. */
export const everyFieldButBody = everyField & ~(1 << searchFields.indexOf('body'))
