// Owns how the articles of a new segment become its arrays. Knows nothing of terms.
import type { ArticleId } from '@shared/model/common'
import { SignatureTableWriter, type Signature, type SignatureParts } from '../pairs/signatureTable'
import { ByteWriter } from './byteWriter'
import { fieldCount, type SegmentParts } from './segmentParts'

/** An article of a new segment. */
export interface ArticleRow {
  readonly articleId: ArticleId
  readonly revision: number
  /** See `SegmentParts.languages`. */
  readonly language: number
  /** By field. */
  readonly lengths: readonly number[]
  /** Its neighbouring common words, or null where they are not known. */
  readonly signature: Signature | null
}

/** The parts of a segment that describe its articles. */
export type ArticleParts = SignatureParts &
  Pick<SegmentParts, 'idOffsets' | 'idBytes' | 'idOrder' | 'revisions' | 'languages' | 'fieldLengths'>

/** Makes the parts of articles in the order of their slots. */
export function makeArticleParts(rows: readonly ArticleRow[]): ArticleParts {
  const count = rows.length
  const idOffsets = new Uint32Array(count + 1)
  const ids = new ByteWriter(count * 27)
  const fieldLengths = new Uint32Array(count * fieldCount)
  const signatures = new SignatureTableWriter(count, count * 160)
  for (const [slot, { articleId, lengths, signature }] of rows.entries()) {
    signatures.add(signature)
    for (let at = 0; at < articleId.length; at++) ids.writeByte(articleId.charCodeAt(at))
    idOffsets[slot + 1] = ids.length
    for (let field = 0; field < fieldCount; field++) fieldLengths[field * count + slot] = lengths[field] ?? 0
  }
  const idOf = (slot: number): string => rows[slot]?.articleId ?? ''
  return {
    idOffsets,
    idBytes: ids.kept(),
    idOrder: Uint32Array.from([...rows.keys()].toSorted((first, second) => (idOf(first) < idOf(second) ? -1 : 1))),
    revisions: Float64Array.from(rows, ({ revision }) => revision),
    languages: Uint8Array.from(rows, ({ language }) => language),
    fieldLengths,
    ...signatures.finish()
  }
}
