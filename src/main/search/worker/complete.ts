// Owns the completions of what stands before the caret: fields, names of facts, words of the library. Decides no query.
import { assertNever } from '@shared/errors'
import { articleFormats } from '@shared/model/article'
import { mostCompletions, type Completions } from '@shared/model/queryHelp'
import type { FactIndex } from '../facts/factIndex'
import type { NameTable } from '../facts/nameTable'
import { foldWord, normaliseWord } from '../analysis/normalise'
import type { IndexView } from '../index/indexView'
import { createWordCounts } from '../index/wordCounts'
import { contentNames, foldName, stateNames } from '../query/factFilter'
import { isFactField, queryFields, type FactField, type QueryField } from '../query/fields'
import { lexQuery } from '../query/lexer'

/** Shorter beginnings of words stand for too many words. */
const leastLetters = 2

type Items = Completions['items']

/** Completes the piece of a query that ends at the caret. */
export function completeQuery(query: string, caret: number, view: IndexView, facts: FactIndex): Completions {
  const { field, text, start } = findPiece(query.slice(0, caret))
  const end = caret + restOfWord(query.slice(caret), text)
  if (field && isFactField(field)) return { start, end, items: completeValue(field, text, view, facts) }
  const isPlain = /^[\p{L}\p{N}]/u.test(text)
  if (!isPlain) return { start: caret, end: caret, items: [] }
  return {
    start,
    end,
    items: [...(field ? [] : completeField(text)), ...completeWord(text, view)].slice(0, mostCompletions)
  }
}

interface Piece {
  readonly field: QueryField | null
  /** What has been written of it, without signs. */
  readonly text: string
  readonly start: number
}

/** The word or value at the end of what stands before the caret, and the field that it stands under. */
function findPiece(before: string): Piece {
  const groups: Array<QueryField | null> = []
  let pending: QueryField | null = null
  let piece: Piece = { field: null, text: '', start: before.length }
  for (const lexeme of lexQuery(before)) {
    const field: QueryField | null = pending ?? groups.at(-1) ?? null
    const isLast = lexeme.end === before.length
    pending = null
    if (lexeme.kind === 'field') {
      pending = lexeme.field
      if (isLast) piece = { field: lexeme.field, text: '', start: before.length }
    } else if (lexeme.kind === 'open') groups.push(field)
    else if (lexeme.kind === 'close') groups.pop()
    else if (lexeme.kind === 'not') pending = field
    else if (isLast && lexeme.kind === 'word' && lexeme.form === 'any')
      piece = { field, text: lexeme.text, start: lexeme.start }
    else if (isLast && lexeme.kind === 'phrase' && !lexeme.isClosed)
      piece = { field, text: lexeme.text, start: lexeme.start }
  }
  return piece
}

/** How much of the same word stands behind the caret. */
function restOfWord(behind: string, text: string): number {
  return text === '' ? 0 : (/^[\p{L}\p{N}\p{M}]*/u.exec(behind)?.[0].length ?? 0)
}

function completeField(text: string): Items {
  const lower = text.toLowerCase()
  const fields = queryFields.filter(field => field.startsWith(lower))
  return fields.map(field => ({ kind: 'field', text: `${field}:`, count: null }))
}

function completeWord(text: string, view: IndexView): Items {
  const folded = foldWord(normaliseWord(text))
  if (Array.from(folded).length < leastLetters) return []
  const words = createWordCounts(view).mostFrequent(folded, mostCompletions + 1)
  return words
    .filter(({ word }) => word !== folded)
    .map(({ word, articles }) => ({ kind: 'word', text: word, count: articles }))
}

function completeValue(field: FactField, text: string, view: IndexView, facts: FactIndex): Items {
  const { table } = facts
  const rows = facts.rowsOf(view)
  switch (field) {
    case 'source':
    case 'credit':
      return rankNames(countColumn(table.columns[field], table.names[field], rows), text)
    case 'lang':
      return rankNames(countColumn(table.columns.language, table.names.language, rows), text)
    case 'format': {
      const known = countColumn(table.columns.format, table.names.format, rows)
      return rankNames(
        known.filter(([name]) => articleFormats.some(format => format === name)),
        text
      )
    }
    case 'tag': {
      const tags = new Map<string, number>()
      for (const [number, count] of countNumbers(table.columns.tagSet, table.tagSets, rows).entries()) {
        if (count === 0) continue
        for (const tag of table.tagsOfSet(number))
          tags.set(table.tags.nameOf(tag), (tags.get(table.tags.nameOf(tag)) ?? 0) + count)
      }
      return rankNames([...tags], text)
    }
    case 'is':
      return rankNames(
        stateNames.map(name => [name, null]),
        text
      )
    case 'has':
      return rankNames(
        contentNames.map(name => [name, null]),
        text
      )
    case 'after':
    case 'before':
    case 'on':
      return []
    default:
      return assertNever(field, 'field of a fact')
  }
}

function countNumbers(column: Uint32Array, { size }: NameTable, rows: Int32Array): Uint32Array {
  const counts = new Uint32Array(size)
  for (const row of rows) if (row >= 0) counts[column[row] ?? 0] = (counts[column[row] ?? 0] ?? 0) + 1
  return counts
}

function countColumn(column: Uint32Array, names: NameTable, rows: Int32Array): Array<readonly [string, number]> {
  return Array.from(countNumbers(column, names, rows).entries()).flatMap(([number, count]) =>
    number > 0 && count > 0 ? [[names.nameOf(number), count] as const] : []
  )
}

/** The names of which a word begins with the text, the most frequent first, those that begin with it before others. */
function rankNames(names: ReadonlyArray<readonly [string, number | null]>, text: string): Items {
  const wanted = foldName(text)
  const places = names.flatMap(([name, count]) => {
    const folded = foldName(name)
    if (folded.startsWith(wanted)) return [{ name, count, place: 0 }]
    return folded.split(/[^\p{L}\p{N}\p{M}]+/u).some(word => word.startsWith(wanted)) ? [{ name, count, place: 1 }] : []
  })
  return places
    .toSorted((first, second) => first.place - second.place || (second.count ?? 0) - (first.count ?? 0))
    .slice(0, mostCompletions)
    .map(({ name, count }) => ({ kind: 'value', text: writeValue(name), count }))
}

/** A value as it is written: in quotes where it is more than a plain word, since it then means the whole name. */
function writeValue(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u.test(name) && !/^(?:OR|AND|NOT)$/.test(name)
    ? name
    : `"${name.replace(/["“”»]/g, '')}"`
}
