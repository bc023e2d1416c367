// Owns the index in memory: a MiniSearch whose postings scoring may read, and what of it goes into a snapshot.
// Knows nothing of queries, files or threads.
// oxlint-disable no-underscore-dangle -- MiniSearch names its protected members so
import MiniSearch from 'minisearch'
import type { ArticleId } from '@shared/model/common'
import { searchFields, type SearchField } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import { stemMark, type Analyzer } from '../analysis/analyzer'
import { findStemLanguage, type StemLanguage } from '../analysis/stemmers'
import type { Token } from '../analysis/words'
import { fieldText } from './fieldText'
import type { TermPostings, TermSource } from './termSource'

/** What a snapshot keeps of the index: plain maps and numbers that v8.serialize can write. */
export interface IndexState {
  readonly tree: unknown
  readonly documentCount: number
  readonly nextSlot: number
  readonly dirtCount: number
  readonly documentIds: ReadonlyMap<number, ArticleId>
  readonly fieldLengths: ReadonlyMap<number, readonly number[]>
  readonly averageFieldLengths: readonly number[]
  readonly languages: ReadonlyMap<number, StemLanguage>
  readonly revisions: ReadonlyMap<ArticleId, number>
}

/**
 * The index in memory. MiniSearch keeps the radix tree of terms, the lengths and the deletions; its own search is not
 * used, because it builds an object per matching article and term, which makes short prefixes slow: see `scoring.ts`.
 */
export class LiveIndex extends MiniSearch<SearchDocument> implements TermSource {
  readonly #analyzer: Analyzer
  #languages = new Map<number, StemLanguage>()
  #languageCounts = new Map<StemLanguage, number>()
  #revisions = new Map<ArticleId, number>()
  /** Grows with every change, so that whoever keeps a result can tell that it is old. */
  generation = 0

  constructor(analyzer: Analyzer) {
    super({ idField: 'articleId', fields: [...searchFields] })
    this.#analyzer = analyzer
  }

  /** Adds an article, or puts it in the place of its older version. An older version than the known one is ignored. */
  put(document: SearchDocument): void {
    const { articleId, revision } = document
    const known = this.#revisions.get(articleId)
    if (known !== undefined && known > revision) return
    if (known !== undefined) this.take(articleId)
    const slot = this._nextId++
    const language = findStemLanguage(document.language)
    this._idToShortId.set(articleId, slot)
    this._documentIds.set(slot, articleId)
    this._documentCount++
    this._fieldLength.set(
      slot,
      searchFields.map(field => this.#addField(slot, field, fieldText(document, field), language))
    )
    this.#revisions.set(articleId, revision)
    if (language) this.#countLanguage(slot, language)
    this.generation++
  }

  /** Does what `MiniSearch.add` does for a field, with one look-up in the tree a term and not one an occurrence. */
  #addField(slot: number, field: SearchField, text: string, language: StemLanguage | null): number {
    const number = this.fieldNumber(field)
    const occurrences = countOccurrences(this.#analyzer.split(text))
    const frequencies = new Map<string, number>()
    for (const [exact, count] of occurrences) {
      for (const term of this.#analyzer.indexTerms(exact, language)) {
        frequencies.set(term, (frequencies.get(term) ?? 0) + count)
      }
    }
    for (const [term, frequency] of frequencies) {
      const fields = this._index.fetch(term, makeMap)
      let postings = fields.get(number)
      if (!postings) fields.set(number, (postings = new Map<number, number>()))
      postings.set(slot, frequency)
    }
    const othersLength = this.averageFieldLength(number) * (this._documentCount - 1)
    this._avgFieldLength[number] = (othersLength + occurrences.size) / this._documentCount
    return occurrences.size
  }

  /** Removes an article; gives false where the index does not have it. */
  take(articleId: ArticleId): boolean {
    const slot: number | undefined = this._idToShortId.get(articleId)
    if (slot === undefined) return false
    super.discard(articleId)
    this.#revisions.delete(articleId)
    const language = this.#languages.get(slot)
    if (language) this.#languageCounts.set(language, (this.#languageCounts.get(language) ?? 1) - 1)
    this.#languages.delete(slot)
    this.generation++
    return true
  }

  /** The revision of every indexed article. */
  get revisions(): ReadonlyMap<ArticleId, number> {
    return this.#revisions
  }

  /** The stem languages of the indexed articles. */
  get stemLanguages(): readonly StemLanguage[] {
    return [...this.#languageCounts].filter(([, count]) => count > 0).map(([language]) => language)
  }

  /** The article in a slot. The slot must be alive. */
  getArticleId(slot: number): ArticleId {
    return this._documentIds.get(slot)
  }

  get slotCount(): number {
    return this._nextId
  }

  isAlive(slot: number): boolean {
    return this._documentIds.has(slot)
  }

  languageOf(slot: number): StemLanguage | null {
    return this.#languages.get(slot) ?? null
  }

  findPostings(term: string): TermPostings | undefined {
    return this._index.get(term)
  }

  *withPrefix(prefix: string): Iterable<readonly [string, TermPostings]> {
    if (!prefix.startsWith(stemMark)) yield* this._index.atPrefix(prefix)
  }

  *withinDistance(word: string, distance: number): Iterable<readonly [string, number]> {
    for (const [term, [, found]] of this._index.fuzzyGet(word, distance)) {
      if (!term.startsWith(stemMark)) yield [term, found]
    }
  }

  fieldNumber(field: SearchField): number {
    return this._fieldIds[field] ?? -1
  }

  fieldLength(slot: number, field: number): number {
    return this._fieldLength.get(slot)?.[field] ?? 0
  }

  averageFieldLength(field: number): number {
    return this._avgFieldLength[field] ?? 0
  }

  /** What a snapshot keeps. The maps are the index's own: they must be written before the index changes again. */
  toState(): IndexState {
    return {
      tree: this._index._tree,
      documentCount: this._documentCount,
      nextSlot: this._nextId,
      dirtCount: this._dirtCount,
      documentIds: this._documentIds,
      fieldLengths: this._fieldLength,
      averageFieldLengths: this._avgFieldLength,
      languages: this.#languages,
      revisions: this.#revisions
    }
  }

  /** An index from what `toState` gave; it takes the state's maps over. */
  static fromState(state: IndexState, analyzer: Analyzer): LiveIndex {
    const index = new LiveIndex(analyzer)
    index._index._tree = state.tree as typeof index._index._tree
    index._documentCount = state.documentCount
    index._nextId = state.nextSlot
    index._dirtCount = state.dirtCount
    index._documentIds = new Map(state.documentIds)
    index._idToShortId = new Map([...state.documentIds].map(([slot, articleId]) => [articleId, slot]))
    index._fieldLength = state.fieldLengths as Map<number, number[]>
    index._avgFieldLength = [...state.averageFieldLengths]
    index.#revisions = new Map(state.revisions)
    for (const [slot, language] of state.languages) index.#countLanguage(slot, language)
    return index
  }

  #countLanguage(slot: number, language: StemLanguage): void {
    this.#languages.set(slot, language)
    this.#languageCounts.set(language, (this.#languageCounts.get(language) ?? 0) + 1)
  }
}

function countOccurrences(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { exact } of tokens) counts.set(exact, (counts.get(exact) ?? 0) + 1)
  return counts
}

function makeMap(): Map<number, Map<number, number>> {
  return new Map()
}
