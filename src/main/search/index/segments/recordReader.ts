// Owns reading a term's record in a segment: its members and its postings. Knows nothing of scores.
import { mostTabled, worthOf, type FieldScoring, type ScoreTarget } from '../termWorth'
import type { SnapshotRest } from '../snapshotRest'
import { NumberReader } from './byteWriter'
import { fieldCount, fieldOrder, membersBit, type SegmentParts } from './segmentParts'

/**
 * Postings of one term in one field, of however many segments: slots, each once, and how often the term is there. What
 * reads them works on the arrays: a call for each posting takes longer than what is to be done with it.
 */
export class PostingBuffer {
  readonly slots: Uint32Array
  readonly frequencies: Uint32Array
  count = 0

  /** `capacity`: the number of slots there are. */
  constructor(capacity: number) {
    this.slots = new Uint32Array(capacity)
    this.frequencies = new Uint32Array(capacity)
  }

  /** Adds a posting. */
  add(slot: number, frequency: number): void {
    this.slots[this.count] = slot
    this.frequencies[this.count++] = frequency
  }
}

/** Reads one record after the other. */
export class RecordReader {
  /** Bits of the fields in which the term itself occurs. */
  fieldMask = 0
  hasMembers = false
  readonly #counts = new Float64Array(fieldCount)
  readonly #bits = new Uint8Array(fieldCount)
  readonly #starts = new Float64Array(fieldCount)
  readonly #ends = new Float64Array(fieldCount)
  readonly #numbers: NumberReader
  #membersStart = 0
  #membersEnd = 0

  /** `rest`: where records that have not been read yet come from. */
  constructor(
    readonly parts: Pick<SegmentParts, 'records' | 'recordOffsets'>,
    readonly rest: SnapshotRest | null = null
  ) {
    this.#numbers = new NumberReader(parts.records)
  }

  /** False where a term is in none of the fields of the mask: without going to its record. */
  mayOccur(number: number, fieldMask: number): boolean {
    return (this.#bitsOf(number) & (fieldMask | membersBit)) !== 0
  }

  /** True where other words' postings are a term's as well: without going to its record. */
  hasMembersAt(number: number): boolean {
    return (this.#bitsOf(number) & membersBit) !== 0
  }

  /** A term's record as it lies in the segment. */
  recordOf(number: number): Uint8Array {
    const { records, recordOffsets } = this.parts
    return records.subarray(recordOffsets[number], recordOffsets[number + 1])
  }

  #bitsOf(number: number): number {
    const { records, recordOffsets } = this.parts
    const start = recordOffsets[number] ?? 0
    if (start >= (recordOffsets[number + 1] ?? 0)) return 0
    if (this.rest !== null) this.rest.need('records', start, start + 1)
    return records[start] ?? 0
  }

  /** Goes to a term's record. */
  goTo(number: number): void {
    const { recordOffsets } = this.parts
    const numbers = this.#numbers
    const start = recordOffsets[number] ?? 0
    const end = recordOffsets[number + 1] ?? start
    const bits = this.#bitsOf(number)
    if (this.rest !== null) this.rest.need('records', start, end)
    numbers.at = start + 1
    this.hasMembers = (bits & membersBit) !== 0
    this.fieldMask = bits & (membersBit - 1)
    if (this.hasMembers) {
      const length = numbers.next()
      this.#membersStart = numbers.at
      this.#membersEnd = numbers.at += length
    }
    let rest = this.fieldMask
    for (const field of fieldOrder) {
      if ((rest & (1 << field)) === 0) continue
      rest &= ~(1 << field)
      const count = numbers.next()
      this.#counts[field] = count >>> 2
      this.#bits[field] = count & 3
      const length = rest === 0 ? end - numbers.at : numbers.next()
      this.#starts[field] = numbers.at
      this.#ends[field] = numbers.at += length
    }
  }

  /** The numbers of the exact forms whose postings are the term's as well. */
  members(): number[] {
    return this.hasMembers ? readList(this.#numbers, this.#membersStart, this.#membersEnd) : []
  }

  /** The number of postings of a field (one of `fieldMask`), those of dead slots too. */
  countIn(field: number): number {
    return this.#counts[field] ?? 0
  }

  /**
   * Adds what each posting of a field (one of `fieldMask`) is worth to its article's score, dead or alive, where the article
   * is wanted. It does what
   * `appendTo` and `scorePostings` do, in one go: while one score is fetched, the next posting is already read.
   */
  addScores(field: number, base: number, factor: number, scoring: FieldScoring, target: ScoreTarget): void {
    const { records } = this.parts
    const { lengths, worths, width, average } = scoring
    const { scores, matched, needed } = target
    const bits = this.#bits[field] ?? 1
    const escape = (1 << bits) - 1
    const end = this.#ends[field] ?? 0
    let at = this.#starts[field] ?? 0
    let slot = base - 1
    while (at < end) {
      let code = records[at++] ?? 0
      if (code > 0x7f) {
        code &= 0x7f
        for (let shift = 7; ; shift += 7) {
          const byte = records[at++] ?? 0
          code |= (byte & 0x7f) << shift
          if (byte <= 0x7f) break
        }
      }
      slot += code >>> bits
      const length = lengths[slot] ?? 0
      let frequency = (code & escape) + 1
      if (frequency > escape) {
        frequency = records[at++] ?? 0
        if (frequency > 0x7f) {
          frequency &= 0x7f
          for (let shift = 7; ; shift += 7) {
            const byte = records[at++] ?? 0
            frequency |= (byte & 0x7f) << shift
            if (byte <= 0x7f) break
          }
        }
      }
      if (needed > 0 && matched[slot] !== needed) continue
      const worth =
        frequency <= mostTabled ? (worths[frequency * width + length] ?? 0) : worthOf(frequency, length, average)
      scores[slot] = (scores[slot] ?? 0) + factor * worth
    }
  }

  /** Appends the postings of a field (one of `fieldMask`), save those of `dead` slots; slots count from `base`. */
  appendTo(buffer: PostingBuffer, field: number, base: number, dead: Uint8Array | null): void {
    const { records } = this.parts
    const { slots, frequencies } = buffer
    const bits = this.#bits[field] ?? 1
    const escape = (1 << bits) - 1
    const end = this.#ends[field] ?? 0
    let { count } = buffer
    let at = this.#starts[field] ?? 0
    let slot = -1
    while (at < end) {
      let code = records[at++] ?? 0
      if (code > 0x7f) {
        code &= 0x7f
        for (let shift = 7; ; shift += 7) {
          const byte = records[at++] ?? 0
          code |= (byte & 0x7f) << shift
          if (byte <= 0x7f) break
        }
      }
      slot += code >>> bits
      let frequency = (code & escape) + 1
      if (frequency > escape) {
        frequency = records[at++] ?? 0
        if (frequency > 0x7f) {
          frequency &= 0x7f
          for (let shift = 7; ; shift += 7) {
            const byte = records[at++] ?? 0
            frequency |= (byte & 0x7f) << shift
            if (byte <= 0x7f) break
          }
        }
      }
      if (dead !== null && dead[slot] === 1) continue
      slots[count] = base + slot
      frequencies[count++] = frequency
    }
    buffer.count = count
  }
}

/** Reads a list of ascending numbers between two places. */
export function readList(reader: NumberReader, start: number, end: number): number[] {
  const list: number[] = []
  let last = 0
  reader.at = start
  while (reader.at < end) list.push((last += reader.next()))
  return list
}
