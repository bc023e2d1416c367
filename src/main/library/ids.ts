// Owns how ids are made: sortable by time, opaque to everyone else.
import { randomFillSync } from 'node:crypto'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

const randomLength = 16
/** Random bytes in stock: asking for a few thousand takes about as long as asking for a few. */
const stock = new Uint8Array(randomLength * 256)
let used = stock.length

function takeRandom(): Uint8Array {
  if (used === stock.length) {
    randomFillSync(stock)
    used = 0
  }
  used += randomLength
  return stock.subarray(used - randomLength, used)
}

/**
 * A new id of 26 characters: 10 for the time, 16 at random, in Crockford's base 32, so that ids sort by the time they
 * were made. Source: the ULID specification (lower case here, and no order within a millisecond).
 * @param now milliseconds since 1970
 */
export function createId(now: number): string {
  let time = ''
  for (let rest = now, index = 0; index < 10; index++) {
    time = (digits[rest % 32] ?? '0') + time
    rest = Math.floor(rest / 32)
  }
  let random = ''
  for (const byte of takeRandom()) random += digits[byte & 31]
  return time + random
}
