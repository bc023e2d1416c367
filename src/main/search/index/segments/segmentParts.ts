// Owns what a segment consists of: typed arrays that are used as they lie in the file. Reads and writes nothing.
import { searchFields } from '@shared/model/search'

/** How many terms stand in a block of the dictionary; the first of them is written out. */
export const blockSize = 16

/** How many fields an article has. */
export const fieldCount = searchFields.length
const bodyField = searchFields.indexOf('body')
/** The fields in the order of their postings: the body last, so that it is the one that needs no length. */
export const fieldOrder: readonly number[] = [...searchFields.keys()].toSorted(
  (first, second) => Number(first === bodyField) - Number(second === bodyField) || first - second
)
/** The bit of a term's record that says that other words are listed whose postings are its own as well. */
export const membersBit = 1 << fieldCount

/**
 * An immutable index of some articles. Articles are numbered from 0 (their slot), terms in the order of the dictionary.
 *
 * Only exact forms have postings of their own. Other terms are lists of the exact forms that stand for them: a folded
 * form in its record, a stem in the table of stems. That is a fraction of what a posting for each of them would take.
 */
export interface SegmentParts {
  /** Where each article's id begins in `idBytes` (ASCII), and where the last one ends. */
  readonly idOffsets: Uint32Array
  readonly idBytes: Uint8Array
  /** The slots in the order of their ids. */
  readonly idOrder: Uint32Array
  readonly revisions: Float64Array
  /** By slot: 0, or 1 + the stem language's place in `stemLanguages`. */
  readonly languages: Uint8Array
  /** Number of different words: those of field 0 by slot, then those of field 1, and so on. */
  readonly fieldLengths: Uint32Array
  /** Where each article's signature (see `pairs/`) begins in `pairBytes`, and where the last one ends. */
  readonly pairOffsets: Uint32Array
  readonly pairBytes: Uint8Array
  /** By slot: 1 + the place of the signature's codebook, or 0 for an article without a signature. */
  readonly pairBooks: Uint8Array
  /** See `encodeBooks`. */
  readonly bookBytes: Uint8Array
  /** Where each block of `blockSize` terms begins in `terms`. */
  readonly blockOffsets: Uint32Array
  /** The first term of a block: length, bytes; each further one: bytes shared with the one before, length of the rest, rest. */
  readonly terms: Uint8Array
  /** Where each term's record begins in `records`, and where the last one ends. */
  readonly recordOffsets: Uint32Array
  /**
   * A term's record: a byte of bits, one a field, and `membersBit`; then, where there are members, the length of their
   * list and the list; then, in `fieldOrder`, each field's number of postings times four plus `frequencyBits`, their
   * length (not of the last field) and the postings.
   * A posting: the gap to the slot before it, and in its lowest `frequencyBits` bits the frequency less 1; where all of
   * these bits are set, the frequency follows.
   */
  readonly records: Uint8Array
  /** `hashTerm` of the marked stems, ascending. Who looks one up checks the words, since two may share a number. */
  readonly stemKeys: Uint32Array
  /** Where each stem's words begin in `stemMembers`, and where the last one's end. */
  readonly stemOffsets: Uint32Array
  /** Lists of terms: the first one's number, then gaps. */
  readonly stemMembers: Uint8Array
}

/** The parts in the order of the file, with their types. Those that are read late come last: see `snapshotRest.ts`. */
export const partTypes = {
  revisions: Float64Array,
  idOffsets: Uint32Array,
  idBytes: Uint8Array,
  idOrder: Uint32Array,
  languages: Uint8Array,
  fieldLengths: Uint32Array,
  pairOffsets: Uint32Array,
  pairBooks: Uint8Array,
  bookBytes: Uint8Array,
  blockOffsets: Uint32Array,
  terms: Uint8Array,
  recordOffsets: Uint32Array,
  stemKeys: Uint32Array,
  stemOffsets: Uint32Array,
  stemMembers: Uint8Array,
  pairBytes: Uint8Array,
  records: Uint8Array
} as const satisfies Record<keyof SegmentParts, unknown>

/** The names of the parts in the order of the file. */
export const partNames = Object.keys(partTypes) as ReadonlyArray<keyof SegmentParts>
