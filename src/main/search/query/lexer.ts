// Owns the signs of the query language: quotes, minus and asterisk. Knows nothing of words' meaning; never throws.

/** A piece of a query: `text` between `start` and `end` (UTF-16 offsets), without its signs. */
export interface Lexeme {
  readonly kind: 'word' | 'phrase'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly hasMinus: boolean
  /** True for `word*`. */
  readonly hasAsterisk: boolean
  /** False for a phrase whose closing quote has not been typed. */
  readonly isClosed: boolean
}

const whiteSpace = /\s/
const openingQuotes = new Set(['"', '\u201c', '\u201d', '\u201e', '\u00ab'])
const closingQuotes = new Set(['"', '\u201c', '\u201d', '\u00bb'])

/** Cuts a query into words and phrases. Anything that is no sign is part of a word. */
export function lexQuery(query: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < query.length) {
    if (whiteSpace.test(query.charAt(at))) {
      at++
      continue
    }
    const start = at
    const hasMinus = query.charAt(at) === '-' && !whiteSpace.test(query.charAt(at + 1) || ' ')
    if (hasMinus) at++
    const lexeme = openingQuotes.has(query.charAt(at)) ? readPhrase(query, at) : readWord(query, at)
    at = lexeme.end
    lexemes.push({ ...lexeme, start, hasMinus })
  }
  return lexemes
}

type UnsignedLexeme = Omit<Lexeme, 'start' | 'hasMinus'>

function readPhrase(query: string, quoteAt: number): UnsignedLexeme {
  let end = quoteAt + 1
  while (end < query.length && !closingQuotes.has(query.charAt(end))) end++
  const isClosed = end < query.length
  const text = query.slice(quoteAt + 1, end)
  return { kind: 'phrase', text, end: isClosed ? end + 1 : end, hasAsterisk: false, isClosed }
}

function readWord(query: string, start: number): UnsignedLexeme {
  let end = start
  while (end < query.length && !whiteSpace.test(query.charAt(end)) && !openingQuotes.has(query.charAt(end))) end++
  const text = query.slice(start, end)
  const hasAsterisk = text.endsWith('*')
  return { kind: 'word', text: hasAsterisk ? text.replace(/\*+$/, '') : text, end, hasAsterisk, isClosed: true }
}
