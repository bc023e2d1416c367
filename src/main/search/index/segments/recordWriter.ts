// Owns writing terms' records into a segment: their members and their postings. Knows nothing of terms.
import { ByteWriter } from './byteWriter'
import { chooseFrequencyBits } from './postingCodec'
import type { PostingBuffer } from './recordReader'
import { membersBit, type SegmentParts } from './segmentParts'

/** Writes a list of ascending numbers. */
export function writeList(writer: ByteWriter, list: readonly number[]): void {
  let last = 0
  for (const number of list) {
    writer.writeNumber(number - last)
    last = number
  }
}

/** Writes records one after the other: for each `begin`, its fields in `fieldOrder`, and `end`. */
export class RecordWriter {
  readonly #records: ByteWriter
  readonly #offsets: Uint32Array
  readonly #field = new ByteWriter(1 << 16)
  #number = 0
  #restMask = 0

  constructor(termCount: number, capacity: number) {
    this.#records = new ByteWriter(capacity)
    this.#offsets = new Uint32Array(termCount + 1)
  }

  /** Begins the next term's record. `members` ascend. */
  begin(fieldMask: number, members: readonly number[]): void {
    this.#restMask = fieldMask
    if (fieldMask === 0 && members.length === 0) return
    this.#records.writeByte(fieldMask | (members.length > 0 ? membersBit : 0))
    if (members.length === 0) return
    const list = this.#field
    list.length = 0
    writeList(list, members)
    this.#records.writeNumber(list.length)
    this.#records.writeBytes(list.written())
  }

  /** Writes the postings of the record's next field, of which there are some. Slots ascend. */
  writeField(field: number, { slots, frequencies, count }: PostingBuffer): void {
    this.#restMask &= ~(1 << field)
    const isLast = this.#restMask === 0
    const bits = chooseFrequencyBits(slots, frequencies, count)
    const escape = (1 << bits) - 1
    this.#records.writeNumber(count * 4 + bits)
    const writer = isLast ? this.#records : this.#field
    if (!isLast) writer.length = 0
    let last = -1
    for (let index = 0; index < count; index++) {
      const slot = slots[index] ?? 0
      const frequency = frequencies[index] ?? 1
      const code = (slot - last) << bits
      last = slot
      if (frequency > escape) {
        writer.writeNumber(code + escape)
        writer.writeNumber(frequency)
      } else writer.writeNumber(code + frequency - 1)
    }
    if (isLast) return
    this.#records.writeNumber(writer.length)
    this.#records.writeBytes(writer.written())
  }

  /** Writes a whole record as another segment has it. */
  copy(record: Uint8Array): void {
    this.#records.writeBytes(record)
    this.end()
  }

  /** Ends the record. */
  end(): void {
    this.#offsets[++this.#number] = this.#records.length
  }

  /** The parts. */
  finish(): Pick<SegmentParts, 'records' | 'recordOffsets'> {
    return { records: this.#records.kept(), recordOffsets: this.#offsets }
  }
}
