// Owns how a posting's gap and frequency share one number. Knows nothing of records.

/** Bits of a posting's number that may hold its frequency: of a common word most frequencies fit, of a rare one most are 1. */
export const frequencyBits = [1, 2, 3] as const

/** So many postings tell which number of bits is the shortest. */
const sampleSize = 256

/** The number of bits that makes the postings shortest. */
export function chooseFrequencyBits(slots: Uint32Array, frequencies: Uint32Array, count: number): number {
  const size = Math.min(sampleSize, count)
  let best = 1
  let least = Infinity
  for (const bits of frequencyBits) {
    const escape = (1 << bits) - 1
    let bytes = 0
    let last = -1
    for (let index = 0; index < size; index++) {
      const slot = slots[index] ?? 0
      const frequency = frequencies[index] ?? 1
      bytes += sizeOf((slot - last) << bits) + (frequency > escape ? sizeOf(frequency) : 0)
      last = slot
    }
    if (bytes >= least) continue
    least = bytes
    best = bits
  }
  return best
}

function sizeOf(value: number): number {
  return value < 0x80 ? 1 : value < 0x40_00 ? 2 : value < 0x20_00_00 ? 3 : 4
}
