// Owns the facts of all articles in columns, so that a filter over 100 000 articles is one pass over an array.
// Knows nothing of queries' texts, of words or of the index.
import type { ArticleId } from '@shared/model/common'
import type { ArticleFacts } from '@shared/model/searchFacts'
import { dayOfDate } from '../query/dates'
import { IdTable } from './idTable'
import { NameTable } from './nameTable'

/** The states and contents of an article, as bits of `flags`. */
export const flagBits = { read: 1, starred: 2, archived: 4, highlight: 8, note: 16, image: 32 } as const
/** The day of an article without a date: before every other. */
export const noDay = -0x80_00_00_00

/** The columns; a row is an article. Names are numbers of the table beside them. */
export interface FactColumns {
  readonly source: Uint32Array
  readonly credit: Uint32Array
  readonly language: Uint32Array
  readonly format: Uint32Array
  /** Numbers of `tagSets`, whose names are the numbers of `tags`, joined by commas. */
  readonly tagSet: Uint32Array
  readonly flags: Uint8Array
  /** Days since 1970-01-01 in the time zone of the date, or `noDay`. */
  readonly day: Int32Array
  /** Milliseconds since 1970; -Infinity where there is no date. */
  readonly publishedAt: Float64Array
  readonly importedAt: Float64Array
}

/** A column of names. */
export type NameColumn = 'source' | 'credit' | 'language' | 'format'

/** The facts of articles by rows; a row, once given to an article, stays its own. */
export class FactTable {
  readonly #ids = new IdTable()
  #columns = makeColumns(512)
  /** Grows with every change. */
  generation = 0
  readonly names = {
    source: new NameTable(),
    credit: new NameTable(),
    language: new NameTable(),
    format: new NameTable()
  } as const satisfies Record<NameColumn, NameTable>
  readonly tags = new NameTable()
  readonly tagSets = new NameTable()
  /** By number of a tag set: the numbers of its tags. */
  readonly #tagsOfSet: Array<readonly number[]> = [[]]

  /** How many rows there are. */
  get rowCount(): number {
    return this.#ids.count
  }

  /** The columns as they are; they may be longer than `rowCount`, and are others after a change. */
  get columns(): FactColumns {
    return this.#columns
  }

  /** The row of an article, or -1. */
  rowOf(articleId: ArticleId): number {
    return this.#ids.find(articleId)
  }

  /** The numbers of the tags of a tag set. */
  tagsOfSet(set: number): readonly number[] {
    return this.#tagsOfSet[set] ?? []
  }

  /** Notes the facts of articles in place of what was known of them. */
  put(articles: readonly ArticleFacts[]): void {
    for (const facts of articles) {
      const row = this.#ids.add(facts.articleId)
      if (row >= this.#columns.flags.length) this.#columns = grow(this.#columns)
      this.#write(row, facts)
    }
    if (articles.length > 0) this.generation++
  }

  #write(row: number, facts: ArticleFacts): void {
    const columns = this.#columns
    columns.source[row] = this.names.source.numberOf(facts.siteName)
    columns.credit[row] = this.names.credit.numberOf(facts.sourceCredit)
    columns.language[row] = this.names.language.numberOf(facts.language)
    columns.format[row] = this.names.format.numberOf(facts.format)
    columns.tagSet[row] = this.#tagSetOf(facts.tags)
    columns.flags[row] = flagsOf(facts)
    columns.day[row] = dayOfDate(facts.published) ?? noDay
    columns.publishedAt[row] = facts.publishedAt ?? -Infinity
    columns.importedAt[row] = facts.importedAt
  }

  #tagSetOf(names: readonly string[]): number {
    const tags = names.map(name => this.tags.numberOf(name)).toSorted((first, second) => first - second)
    const set = this.tagSets.numberOf(tags.join(','))
    if (set > 0) this.#tagsOfSet[set] ??= tags
    return set
  }
}

function flagsOf(facts: ArticleFacts): number {
  return (
    (facts.isRead ? flagBits.read : 0) |
    (facts.isStarred ? flagBits.starred : 0) |
    (facts.isArchived ? flagBits.archived : 0) |
    (facts.hasHighlight ? flagBits.highlight : 0) |
    (facts.hasNote ? flagBits.note : 0) |
    (facts.hasImage ? flagBits.image : 0)
  )
}

function makeColumns(length: number): FactColumns {
  return {
    source: new Uint32Array(length),
    credit: new Uint32Array(length),
    language: new Uint32Array(length),
    format: new Uint32Array(length),
    tagSet: new Uint32Array(length),
    flags: new Uint8Array(length),
    day: new Int32Array(length),
    publishedAt: new Float64Array(length),
    importedAt: new Float64Array(length)
  }
}

function grow(columns: FactColumns): FactColumns {
  const longer = makeColumns(Math.ceil(columns.flags.length * 1.5))
  for (const name of Object.keys(columns) as Array<keyof FactColumns>) longer[name].set(columns[name])
  return longer
}
