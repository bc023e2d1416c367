// Owns bytes that grow while they are written, and the coding of whole numbers in as few bytes as they need.

/** Room of so small a share is not worth a copy. */
const roomWorthKeeping = 1.1

/** Bytes that grow at their end. */
export class ByteWriter {
  bytes: Uint8Array
  length = 0

  /** `capacity` bytes are set aside at once; more follow where they are needed. */
  constructor(capacity: number) {
    this.bytes = new Uint8Array(Math.max(64, capacity))
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.length + count, this.bytes.length + (this.bytes.length >> 1)))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }

  /** Writes a byte. */
  writeByte(value: number): void {
    this.reserve(1)
    this.bytes[this.length++] = value
  }

  /** Writes a whole number below 2^32: seven bits a byte, lowest first; the eighth bit says that more follow. */
  writeNumber(value: number): void {
    this.reserve(5)
    let rest = value
    while (rest > 0x7f) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  /** Writes a part of other bytes. */
  writeBytes(bytes: Uint8Array, start = 0, end = bytes.length): void {
    this.reserve(end - start)
    if (end - start > 32) this.bytes.set(bytes.subarray(start, end), this.length)
    else for (let at = start; at < end; at++) this.bytes[this.length + at - start] = bytes[at] ?? 0
    this.length += end - start
  }

  /** What has been written, to be kept: without the room behind it, unless that is little. */
  kept(): Uint8Array {
    const written = this.written()
    return this.bytes.length > this.length * roomWorthKeeping ? written.slice() : written
  }

  /** What has been written, without a copy. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }
}

/** Reads numbers of a `ByteWriter` one after the other; what lies behind the end reads as 0. */
export class NumberReader {
  at = 0

  constructor(readonly bytes: Uint8Array) {}

  /** The number at `at`, which moves behind it. */
  next(): number {
    let byte = this.bytes[this.at++] ?? 0
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f && shift < 35; shift += 7) {
      byte = this.bytes[this.at++] ?? 0
      value |= (byte & 0x7f) << shift
    }
    return value >>> 0
  }
}
