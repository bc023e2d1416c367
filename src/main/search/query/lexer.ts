// Owns the signs of the query language and where they stand. Knows nothing of how they belong together; never throws.
import { findField, type QueryField } from './fields'
import type { WordForm } from './syntax'

/** A sign or a word of a query, from `start` to before `end` (UTF-16 offsets). */
export type Lexeme = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'open' | 'close' | 'or' | 'and' | 'not' }
  | { readonly kind: 'near'; readonly distance: number }
  | { readonly kind: 'field'; readonly field: QueryField }
  | { readonly kind: 'word'; readonly text: string; readonly form: WordForm; readonly signLength: number }
  | { readonly kind: 'phrase'; readonly text: string; readonly isPrefix: boolean; readonly isClosed: boolean }
)

const whiteSpace = /\s/
const openingQuotes = new Set(['"', '\u201c', '\u201d', '\u201e', '\u00ab'])
const closingQuotes = new Set(['"', '\u201c', '\u201d', '\u00bb'])
const signs: Readonly<Record<string, 'open' | 'close' | 'or'>> = { '(': 'open', ')': 'close', '|': 'or' }
/** Upper case tells the sign from the word. */
const words: Readonly<Record<string, 'or' | 'and' | 'not'>> = { OR: 'or', AND: 'and', NOT: 'not' }
const nearWord = /^NEAR\/(\d{1,3})$/
const fieldStart = /^([A-Za-z]+):/

/** Cuts a query into signs, words and phrases. Anything that is no sign is part of a word. */
export function lexQuery(query: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < query.length) {
    if (whiteSpace.test(query.charAt(at))) {
      at++
      continue
    }
    const lexeme = readLexeme(query, at)
    lexemes.push(lexeme)
    at = lexeme.end
  }
  return lexemes
}

function readLexeme(query: string, start: number): Lexeme {
  const first = query.charAt(start)
  const sign = Object.hasOwn(signs, first) ? signs[first] : undefined
  if (sign) return { kind: sign, start, end: start + 1 }
  // A minus that stands alone is a dash.
  if (first === '-' && isSomething(query.charAt(start + 1))) return { kind: 'not', start, end: start + 1 }
  if (openingQuotes.has(first)) return readPhrase(query, start)
  const field = readField(query, start)
  if (field) return field
  return readWord(query, start)
}

function readPhrase(query: string, start: number): Lexeme {
  let end = start + 1
  while (end < query.length && !closingQuotes.has(query.charAt(end))) end++
  const isClosed = end < query.length
  const written = query.slice(start + 1, end)
  const text = written.replace(/\*+\s*$/, '')
  return { kind: 'phrase', text, isPrefix: text !== written, isClosed, start, end: isClosed ? end + 1 : end }
}

/** A field's name with its colon; what looks like one and is none, such as `http:`, is a word. */
function readField(query: string, start: number): Lexeme | null {
  const name = fieldStart.exec(query.slice(start, start + 20))?.[1]
  const field = name === undefined ? null : findField(name)
  return field && name !== undefined ? { kind: 'field', field, start, end: start + name.length + 1 } : null
}

function readWord(query: string, start: number): Lexeme {
  let end = start + 1
  while (end < query.length && isInWord(query.charAt(end))) end++
  const written = query.slice(start, end)
  const named = Object.hasOwn(words, written) ? words[written] : undefined
  if (named) return { kind: named, start, end }
  const distance = nearWord.exec(written)?.[1]
  if (distance !== undefined) return { kind: 'near', distance: Number(distance), start, end }
  const bare = written.replace(/^=+/, '')
  const text = bare.replace(/[*~]+$/, '')
  const last = bare.slice(text.length)
  const form = last.includes('~') ? 'fuzzy' : last === '' ? 'any' : 'prefix'
  const signLength = written.length - bare.length
  return { kind: 'word', text, form: signLength === 0 ? form : 'exact', signLength, start, end }
}

function isInWord(character: string): boolean {
  return !whiteSpace.test(character) && !openingQuotes.has(character) && !Object.hasOwn(signs, character)
}

function isSomething(character: string): boolean {
  return character !== '' && !whiteSpace.test(character) && character !== ')' && character !== '|'
}
