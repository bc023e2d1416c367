// Owns fast indexing of many articles: it notes words' numbers, and sorts them into a segment only when that is wanted.
import type { ArticleId } from '@shared/model/common'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import { scanRuns } from '../../analysis/letters'
import { maxFormLength } from '../../analysis/normalise'
import { findStemLanguage, toLanguageNumber, type StemLanguage } from '../../analysis/stemmers'
import type { CountedDocument } from '../countedDocument'
import { fieldText } from '../fieldText'
import type { ArticleRow } from './articleTable'
import { assembleSegment } from './assembleSegment'
import type { NotedArticle, PostingLog } from './postingLog'
import type { SegmentParts } from './segmentParts'
import { grown, Vocabulary } from './vocabulary'

/** The vocabulary is begun anew when it has grown to so many terms: most of them are rare and never come again. */
const largestVocabulary = 200_000

/** Collects articles until `seal` makes a segment of them. */
export class SegmentBuilder {
  #vocabulary = new Vocabulary()
  #log: PostingLog = { keys: new Uint32Array(1 << 16), frequencies: new Uint32Array(1 << 16), length: 0 }
  #articles: NotedArticle[] = []
  readonly #places = new Map<ArticleId, NotedArticle>()
  /** By word: how often it has been seen in the present field. */
  #counts = new Uint32Array(1 << 14)
  #touched = new Uint32Array(1 << 14)
  #touchedCount = 0

  /** How many articles have been noted, those that were taken out again too. */
  get noted(): number {
    return this.#articles.length
  }

  /** How many entries the log has: what the articles take in memory. */
  get logLength(): number {
    return this.#log.length
  }

  /** The living articles. */
  get articles(): ReadonlyMap<ArticleId, ArticleRow> {
    return this.#places
  }

  /** Notes an article that is not among those noted. */
  add(document: SearchDocument): void {
    const { articleId, revision, language } = document
    const lengths = searchFields.map((field, number) => {
      const text = fieldText(document, field)
      scanRuns(text, (start, end, isPlain, units) => {
        if (isPlain && end - start <= maxFormLength) {
          this.#count(this.#vocabulary.numberOfPlainRun(units, start, end), 1)
        } else for (const word of this.#vocabulary.numbersOfRun(text.slice(start, end))) this.#count(word, 1)
      })
      return this.#noteField(number)
    })
    this.#noteArticle(articleId, revision, findStemLanguage(language), lengths)
  }

  /** Notes an article whose words have been counted already. */
  addCounted({ articleId, revision, language, fields }: CountedDocument): void {
    const lengths = fields.map((counts, number) => {
      for (const [exact, count] of counts) this.#count(this.#vocabulary.numberOf(exact), count)
      return this.#noteField(number)
    })
    this.#noteArticle(articleId, revision, language, lengths)
  }

  /** Takes a noted article out again. */
  take(articleId: ArticleId): void {
    const article = this.#places.get(articleId)
    if (article) article.isAlive = false
    this.#places.delete(articleId)
  }

  /** Makes a segment of the noted articles and forgets them. */
  seal(): SegmentParts {
    const parts = assembleSegment(this.#articles, this.#log, this.#vocabulary)
    this.#articles = []
    this.#places.clear()
    this.#log.length = 0
    if (this.#vocabulary.terms.length > largestVocabulary) this.release()
    return parts
  }

  /** Gives memory back that only speeds up further articles. To be called when none are noted. */
  release(): void {
    this.#vocabulary = new Vocabulary()
    this.#log = { keys: new Uint32Array(1 << 16), frequencies: new Uint32Array(1 << 16), length: 0 }
    this.#counts = new Uint32Array(1 << 14)
    this.#touched = new Uint32Array(1 << 14)
  }

  #count(word: number, times: number): void {
    while (word >= this.#counts.length) {
      this.#counts = grown(this.#counts)
      this.#touched = grown(this.#touched)
    }
    const before = this.#counts[word] ?? 0
    if (before === 0) this.#touched[this.#touchedCount++] = word
    this.#counts[word] = before + times
  }

  /** Moves the counts of a field into the log; gives the number of different words. */
  #noteField(field: number): number {
    const log = this.#log
    const count = this.#touchedCount
    while (log.length + count > log.keys.length) {
      log.keys = grown(log.keys)
      log.frequencies = grown(log.frequencies)
    }
    for (let index = 0; index < count; index++) {
      const word = this.#touched[index] ?? 0
      log.keys[log.length] = word * 8 + field
      log.frequencies[log.length++] = this.#counts[word] ?? 0
      this.#counts[word] = 0
    }
    this.#touchedCount = 0
    return count
  }

  #noteArticle(
    articleId: ArticleId,
    revision: number,
    language: StemLanguage | null,
    lengths: readonly number[]
  ): void {
    const article = {
      articleId,
      revision,
      language: toLanguageNumber(language),
      lengths,
      logEnd: this.#log.length,
      isAlive: true
    }
    this.#articles.push(article)
    this.#places.set(articleId, article)
  }
}
