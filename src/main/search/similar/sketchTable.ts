// Owns the sketches of all articles, 32 bytes each. Knows nothing of files or queries.
import type { ArticleId } from '@shared/model/common'
import type { SearchDocument } from '@shared/model/searchDocument'
import { IdTable } from '../facts/idTable'
import { sketchLength, writeSketch } from './sketch'

/** What a file keeps of the sketches. */
export interface SketchParts {
  /** By row: the two halves of the id's hash. */
  readonly high: Uint32Array
  readonly low: Uint32Array
  /** `sketchLength` numbers a row. */
  readonly sketches: Uint32Array
}

/** Sketches by rows; a row, once given to an article, stays its own. */
export class SketchTable {
  readonly #ids = new IdTable()
  #sketches = new Uint32Array(512 * sketchLength)

  /** The sketches of all rows; others after a change. */
  get sketches(): Uint32Array {
    return this.#sketches
  }

  /** The row of an article, or -1 where it has not been sketched. */
  rowOf(articleId: ArticleId): number {
    return this.#ids.find(articleId)
  }

  /** Sketches articles anew. The title is no part of it: the same text goes by many titles. */
  put(documents: readonly SearchDocument[]): void {
    for (const { articleId, body } of documents) {
      const row = this.#ids.add(articleId)
      this.#makeRoom(row + 1)
      writeSketch(body, this.#sketches, row * sketchLength)
    }
  }

  /** What a file keeps. */
  parts(): SketchParts {
    const { high, low } = this.#ids.hashes()
    return { high, low, sketches: this.#sketches.subarray(0, this.#ids.count * sketchLength) }
  }

  /** Takes over what a file kept of articles that have no sketch yet: those that have one have a newer one. */
  adopt({ high, low, sketches }: SketchParts): void {
    this.#makeRoom(this.#ids.count + high.length)
    for (let row = 0; row < high.length; row++) {
      const known = this.#ids.count
      const number = this.#ids.addHash(high[row] ?? 0, low[row] ?? 0)
      if (number < known) continue
      this.#sketches.set(sketches.subarray(row * sketchLength, (row + 1) * sketchLength), number * sketchLength)
    }
  }

  #makeRoom(rows: number): void {
    if (rows * sketchLength <= this.#sketches.length) return
    const longer = new Uint32Array(Math.max(this.#sketches.length * 2, rows * sketchLength))
    longer.set(this.#sketches)
    this.#sketches = longer
  }
}
