// Owns how ids are made: sortable by time, opaque to everyone else.
import { randomBytes } from 'node:crypto'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

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
  for (const byte of randomBytes(16)) random += digits[byte & 31]
  return time + random
}
