// Owns fast indexing of many articles: it notes words' numbers, and sorts them into a segment only when that is wanted.
import type { ArticleId } from '@shared/model/common'
import { searchFields } from '@shared/model/search'
import type { SearchDocument } from '@shared/model/searchDocument'
import { scanRuns } from '../../analysis/letters'
import { maxFormLength } from '../../analysis/normalise'
import { findStemLanguage, toLanguageNumber, type StemLanguage } from '../../analysis/stemmers'
import type { CountedDocument } from '../countedDocument'
import { fieldText } from '../fieldText'
import { createArticleSigner, type ArticleSigner } from '../pairs/articleSigner'
import { chooseCodebook, type Codebook } from '../pairs/codebook'
import type { Signature } from '../pairs/signatureTable'
import type { ArticleRow } from './articleTable'
import { assembleSegment } from './assembleSegment'
import type { NotedArticle, PostingLog } from './postingLog'
import type { SegmentParts } from './segmentParts'
import { grown, Vocabulary } from './vocabulary'

/** The vocabulary is begun anew when it has grown to so many terms: most of them are rare and never come again. */
const largestVocabulary = 200_000

/** From so many articles on common words can be told, */
const leastBasis = 64
/** and told better from so many times as many. */
const bookGrowth = 8

/** Collects articles until `seal` makes a segment of them. */
export class SegmentBuilder {
  #vocabulary = new Vocabulary()
  #log: PostingLog = { keys: new Uint32Array(1 << 16), frequencies: new Uint32Array(1 << 16), length: 0 }
  #articles: NotedArticle[] = []
  #signer: ArticleSigner | null = null
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

  /** The codebook of the articles that come next, or null while too few have come. */
  get book(): Codebook | null {
    return this.#signer?.book ?? null
  }

  /** Takes over the codebook of articles that are in the index already. */
  useBook(book: Codebook): void {
    this.#signer = createArticleSigner(book, this.#vocabulary)
  }

  /** Notes an article that is not among those noted. */
  add(document: SearchDocument): void {
    const { articleId, revision, language } = document
    this.#renewBook()
    const signer = this.#signer
    const lengths = searchFields.map((field, number) => {
      const text = fieldText(document, field)
      signer?.beginField()
      scanRuns(text, (start, end, isPlain, units) => {
        if (isPlain && end - start <= maxFormLength) {
          const word = this.#vocabulary.numberOfPlainRun(units, start, end)
          this.#count(word, 1)
          signer?.addPlainWord(word)
        } else {
          const run = text.slice(start, end)
          for (const word of this.#vocabulary.numbersOfRun(run)) this.#count(word, 1)
          signer?.addRun(run)
        }
      })
      return this.#noteField(number)
    })
    this.#noteArticle(articleId, revision, findStemLanguage(language), lengths, signer?.finish() ?? null)
  }

  /** Notes an article whose words have been counted already. */
  addCounted({ articleId, revision, language, fields, signature }: CountedDocument): void {
    const lengths = fields.map((counts, number) => {
      for (const [exact, count] of counts) this.#count(this.#vocabulary.numberOf(exact), count)
      return this.#noteField(number)
    })
    this.#noteArticle(articleId, revision, language, lengths, signature)
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
    if (this.#signer) this.useBook(this.#signer.book)
    this.#log = { keys: new Uint32Array(1 << 16), frequencies: new Uint32Array(1 << 16), length: 0 }
    this.#counts = new Uint32Array(1 << 14)
    this.#touched = new Uint32Array(1 << 14)
  }

  /** Chooses the common words anew once there are many more articles to judge by than before. */
  #renewBook(): void {
    const { book } = this
    const count = this.#articles.length
    if (count < (book ? book.basis * bookGrowth : leastBasis) || count === book?.basis) return
    const counts = new Uint32Array(this.#vocabulary.terms.length)
    for (let at = 0; at < this.#log.length; at++) {
      const word = (this.#log.keys[at] ?? 0) >>> 3
      counts[word] = (counts[word] ?? 0) + 1
    }
    const plain = this.#vocabulary.terms.flatMap((term, word) => {
      const times = counts[word] ?? 0
      return times > 1 && !term.includes('-') && this.#vocabulary.foldedOf(word) < 0 ? [[term, times] as const] : []
    })
    this.useBook(chooseCodebook(plain, count))
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
    lengths: readonly number[],
    signature: Signature | null
  ): void {
    const article = {
      articleId,
      revision,
      language: toLanguageNumber(language),
      lengths,
      signature,
      logEnd: this.#log.length,
      isAlive: true
    }
    this.#articles.push(article)
    this.#places.set(articleId, article)
  }
}
