// Owns which rows of the facts a filter means. `matchesFilter` says the same of one article; a property test holds both.
import { assertNever } from '@shared/errors'
import type { ArticleFormat } from '@shared/model/article'
import { isLanguage, type ContentName, type FactFilter, type StateName } from '../query/factFilter'
import { flagBits, noDay, type FactTable } from './factTable'

/** By row: 1 where the article is what the filter asks for. */
export function selectRows(table: FactTable, filter: FactFilter): Uint8Array {
  const { columns, names } = table
  switch (filter.kind) {
    case 'name':
      if (filter.fact === 'tag') return lookUp(table, columns.tagSet, selectTagSets(table, filter.isMeant))
      return lookUp(table, columns[filter.fact], names[filter.fact].select(filter.isMeant))
    case 'language':
      return lookUp(
        table,
        columns.language,
        names.language.select(name => isLanguage(name, filter))
      )
    case 'format':
      return lookUp(
        table,
        columns.format,
        names.format.select(name => filter.isMeant(name as ArticleFormat))
      )
    case 'state':
      return selectState(table, filter.state)
    case 'has':
      return selectContent(table, filter.content)
    case 'published':
      return selectDays(table, filter.from, filter.to)
    default:
      return assertNever(filter, 'filter')
  }
}

/** By row: what stands in `meant` for the row's number. */
function lookUp({ rowCount }: FactTable, column: Uint32Array, meant: Uint8Array): Uint8Array {
  const rows = new Uint8Array(rowCount)
  for (let row = 0; row < rowCount; row++) rows[row] = meant[column[row] ?? 0] ?? 0
  return rows
}

function selectTagSets(table: FactTable, isMeant: (name: string) => boolean): Uint8Array {
  const tags = table.tags.select(isMeant)
  const sets = new Uint8Array(table.tagSets.size)
  for (let set = 0; set < sets.length; set++) sets[set] = table.tagsOfSet(set).some(tag => tags[tag] === 1) ? 1 : 0
  return sets
}

/** By row: 1 where a bit is set, or is not. */
function selectBit({ rowCount, columns }: FactTable, bit: number, isWanted: boolean): Uint8Array {
  const rows = new Uint8Array(rowCount)
  const wanted = isWanted ? bit : 0
  for (let row = 0; row < rowCount; row++) rows[row] = ((columns.flags[row] ?? 0) & bit) === wanted ? 1 : 0
  return rows
}

function selectState(table: FactTable, state: StateName): Uint8Array {
  switch (state) {
    case 'read':
    case 'starred':
    case 'archived':
      return selectBit(table, flagBits[state], true)
    case 'unread':
      return selectBit(table, flagBits.read, false)
    case 'inbox':
      return selectBit(table, flagBits.archived, false)
    default:
      return assertNever(state, 'state')
  }
}

function selectContent(table: FactTable, content: ContentName): Uint8Array {
  switch (content) {
    case 'highlight':
    case 'note':
    case 'image':
      return selectBit(table, flagBits[content], true)
    case 'tag': {
      const hasTags = new Uint8Array(table.tagSets.size).fill(1, 1)
      return lookUp(table, table.columns.tagSet, hasTags)
    }
    case 'date':
      return selectDays(table, -Infinity, Infinity)
    default:
      return assertNever(content, 'content')
  }
}

function selectDays({ rowCount, columns }: FactTable, from: number, to: number): Uint8Array {
  const rows = new Uint8Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    const day = columns.day[row] ?? noDay
    rows[row] = day !== noDay && day >= from && day < to ? 1 : 0
  }
  return rows
}
