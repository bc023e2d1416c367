// Owns the live part of the index: a MiniSearch of the articles that changed last, whose postings ranking may read.
// Knows nothing of queries, files or threads.
// oxlint-disable no-underscore-dangle -- MiniSearch names its protected members so
import MiniSearch from 'minisearch'
import type { ArticleId } from '@shared/model/common'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import { stemMark, type Analyzer } from '../analysis/analyzer'
import { toLanguageNumber } from '../analysis/stemmers'
import type { CountedDocument } from './countedDocument'
import type { Codebook } from './pairs/codebook'
import type { Signature } from './pairs/signatureTable'
import type { Segment, TermCursor, TermPostings } from './segments/segment'

/** Where a term occurs: by field number, how often in which slot. A slot may have been discarded since. */
type TermFields = ReadonlyMap<number, ReadonlyMap<number, number>>

/**
 * A MiniSearch whose radix tree can be changed at any time. Its own search is not used, because it builds an object per
 * matching article and term, which makes short prefixes slow, and because ranking goes over all segments.
 */
export class LiveIndex extends MiniSearch<SearchDocument> implements Segment {
  readonly #analyzer: Analyzer
  readonly #documents = new Map<number, CountedDocument>()
  /** The exact forms of every term, those of discarded articles too. */
  readonly #words = new Map<string, Set<string>>()

  constructor(analyzer: Analyzer) {
    super({ idField: 'articleId', fields: [...searchFields] })
    this.#analyzer = analyzer
  }

  /** The living articles. */
  get documents(): Iterable<CountedDocument> {
    return this.#documents.values()
  }

  get slotCount(): number {
    return this._nextId
  }

  /** Adds an article that is not there. */
  put(document: CountedDocument): void {
    const slot = this._nextId++
    this._idToShortId.set(document.articleId, slot)
    this._documentIds.set(slot, document.articleId)
    this._documentCount++
    this._fieldLength.set(
      slot,
      document.fields.map(counts => counts.size)
    )
    for (const [field, counts] of document.fields.entries()) this.#addField(slot, field, counts, document)
    this.#documents.set(slot, document)
  }

  /** Does what `MiniSearch.add` does for a field, with one look-up in the tree a term and not one an occurrence. */
  #addField(slot: number, field: number, counts: ReadonlyMap<string, number>, { language }: CountedDocument): void {
    const frequencies = new Map<string, number>()
    for (const [exact, count] of counts) {
      for (const term of this.#analyzer.indexTerms(exact, language)) {
        frequencies.set(term, (frequencies.get(term) ?? 0) + count)
        const words = this.#words.get(term)
        if (words) words.add(exact)
        else this.#words.set(term, new Set([exact]))
      }
    }
    for (const [term, frequency] of frequencies) {
      const fields = this._index.fetch(term, makeMap)
      let postings = fields.get(field)
      if (!postings) fields.set(field, (postings = new Map<number, number>()))
      postings.set(slot, frequency)
    }
    const othersLength = (this._avgFieldLength[field] ?? 0) * (this._documentCount - 1)
    this._avgFieldLength[field] = (othersLength + counts.size) / this._documentCount
  }

  get books(): readonly Codebook[] {
    const books = new Set<Codebook>()
    for (const { signature } of this.#documents.values()) if (signature) books.add(signature.book)
    return [...books]
  }

  signatureOf(slot: number): Signature | null {
    return this.#documents.get(slot)?.signature ?? null
  }

  find(articleId: ArticleId): number {
    return this._idToShortId.get(articleId) ?? -1
  }

  isAlive(slot: number): boolean {
    return this.#documents.has(slot)
  }

  articleIdOf(slot: number): ArticleId {
    return this._documentIds.get(slot)
  }

  revisionOf(slot: number): number {
    return this.#documents.get(slot)?.revision ?? 0
  }

  describe(languages: Uint8Array, fieldLengths: readonly Uint32Array[], base: number): void {
    for (const [slot, { language, fields }] of this.#documents) {
      languages[base + slot] = toLanguageNumber(language)
      for (const [field, lengths] of fieldLengths.entries()) lengths[base + slot] = fields[field]?.size ?? 0
    }
  }

  override discard(slotOrId: number | ArticleId): void {
    const articleId = typeof slotOrId === 'number' ? this.articleIdOf(slotOrId) : slotOrId
    this.#documents.delete(this.find(articleId))
    super.discard(articleId)
  }

  findTerm(term: string): TermPostings | null {
    const fields: TermFields | undefined = this._index.get(term)
    return fields ? this.#makePostings(fields) : null
  }

  wordsOf(term: string): readonly string[] {
    return [...(this.#words.get(term) ?? [])]
  }

  withPrefix(prefix: string, fieldMask: number): TermCursor {
    const terms = [...this._index.atPrefix(prefix)]
      .filter(([term, fields]) => !term.startsWith(stemMark) && (maskOf(fields) & fieldMask) !== 0)
      .toSorted(([first], [second]) => (first < second ? -1 : 1))
    let at = -1
    let postings = this.#makePostings(new Map())
    return {
      next: () => {
        const entry = terms[++at]
        if (!entry) return false
        postings = this.#makePostings(entry[1])
        return true
      },
      term: () => terms[at]?.[0] ?? '',
      get termLength() {
        return terms[at]?.[0].length ?? 0
      },
      get fieldMask() {
        return postings.fieldMask
      },
      record: null,
      appendTo: (buffer, field, base) => postings.appendTo(buffer, field, base)
    }
  }

  withinDistance(word: string, distance: number, onTerm: (term: string, distance: number) => void): void {
    for (const [term, [, found]] of this._index.fuzzyGet(word, distance)) {
      if (!term.startsWith(stemMark)) onTerm(term, found)
    }
  }

  #makePostings(fields: TermFields): TermPostings {
    return {
      fieldMask: maskOf(fields),
      record: null,
      appendTo: (buffer, field, base) => {
        for (const [slot, frequency] of fields.get(field) ?? []) {
          if (this.#documents.has(slot)) buffer.add(base + slot, frequency)
        }
      }
    }
  }
}

function maskOf(fields: TermFields): number {
  let mask = 0
  for (const field of fields.keys()) mask |= 1 << field
  return mask
}

function makeMap(): Map<number, Map<number, number>> {
  return new Map()
}
