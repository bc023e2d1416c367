// Owns where the terms of a compact segment occur: alone, or as the sum of several words' postings.
import type { TermWalker } from './dictionary'
import type { PostingBuffer, RecordReader } from './recordReader'
import type { TermCursor, TermPostings } from './segment'

/** What summing up needs: sums by slot, 0 between two uses; the slots that have one; a word's own postings. */
export interface SumScratch {
  readonly sums: Uint32Array
  readonly touched: Uint32Array
  readonly own: PostingBuffer
}

/** What the postings of a segment's terms depend on. */
export interface TermContext {
  readonly slotCount: number
  /** 1 for each slot that has been discarded; null while there is none. */
  readonly dead: () => Uint8Array | null
  readonly languages: Uint8Array
  readonly openRecords: () => RecordReader
  /** One for all sums of a segment. */
  readonly scratch: () => SumScratch
}

/** The postings of a single word. */
export function createWordPostings(records: RecordReader, context: TermContext): TermPostings {
  return {
    fieldMask: records.fieldMask,
    get record() {
      return context.dead() ? null : records
    },
    appendTo: (buffer, field, base) => records.appendTo(buffer, field, base, context.dead())
  }
}

/** The postings of several words together, in articles of one language or (null) of all. */
export function createSumPostings(
  words: readonly number[],
  language: number | null,
  context: TermContext
): TermPostings {
  const records = context.openRecords()
  const fieldMask = words.reduce((mask, word) => {
    records.goTo(word)
    return mask | records.fieldMask
  }, 0)

  return {
    fieldMask,
    record: null,
    appendTo: (buffer, field, base) => {
      const { sums, own, touched } = context.scratch()
      const { languages } = context
      let touchedCount = 0
      for (const word of words) {
        records.goTo(word)
        if ((records.fieldMask & (1 << field)) === 0) continue
        own.count = 0
        records.appendTo(own, field, 0, context.dead())
        const { slots, frequencies, count } = own
        for (let index = 0; index < count; index++) {
          const slot = slots[index] ?? 0
          if (language !== null && languages[slot] !== language) continue
          const sum = sums[slot] ?? 0
          if (sum === 0) touched[touchedCount++] = slot
          sums[slot] = sum + (frequencies[index] ?? 0)
        }
      }
      const { slots, frequencies, count } = buffer
      for (let index = 0; index < touchedCount; index++) {
        const slot = touched[index] ?? 0
        slots[count + index] = base + slot
        frequencies[count + index] = sums[slot] ?? 0
        sums[slot] = 0
      }
      buffer.count = count + touchedCount
    }
  }
}

/** The terms from one number to before another that occur in a field of the mask. */
export function createCompactCursor(
  walker: TermWalker,
  [from, to]: readonly [number, number],
  fieldMask: number,
  context: TermContext
): TermCursor {
  const records = context.openRecords()
  let next = from
  let sum: TermPostings | null = null
  if (from < to) walker.goTo(from)
  return {
    next: () => {
      while (next < to) {
        const number = next++
        if (number > from) walker.next()
        // Most words are in the body only: of a beginning of one letter, nearly all are passed over.
        if (!records.mayOccur(number, fieldMask)) continue
        records.goTo(number)
        sum = records.hasMembers ? createSumPostings([number, ...records.members()], null, context) : null
        return true
      }
      return false
    },
    term: () => walker.term(),
    get termLength() {
      return walker.units
    },
    get fieldMask() {
      return sum ? sum.fieldMask : records.fieldMask
    },
    get record() {
      return sum || context.dead() ? null : records
    },
    appendTo: (buffer, field, base) => {
      if (sum) sum.appendTo(buffer, field, base)
      else records.appendTo(buffer, field, base, context.dead())
    }
  }
}
