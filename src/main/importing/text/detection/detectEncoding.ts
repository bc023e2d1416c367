// Owns the choice of the encoding of bytes that are no UTF and state nothing. Decodes no whole file.
import { rateMultiByte } from './multiByte'
import { rateSingleByte } from './singleByte'

/** Where enough is read to be sure; a longer text is no surer and only slower. */
const sampleBytes = 64 * 1024
/** What stands before the first byte that is not ASCII says what language it is. */
const bytesBefore = 4 * 1024
/**
 * -ln(probability) of an average character above which bytes are no text in any encoding. Text costs 2.2 to 3.5, and
 * random bytes 7 and more.
 */
const mostCost = 5.2

const firstNonAscii = (bytes: Uint8Array): number => bytes.findIndex(byte => byte >= 0x80)

/** Whether 7-bit bytes hold the escape sequences of ISO-2022-JP. Source: RFC 1468. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  // oxlint-disable-next-line no-control-regex -- the escape character is what gives the encoding away
  return /\u001B\$[@B](?:[\u0021-\u007E]{2})+\u001B\([BJ]/.test(latin1) && !/[\u0080-\u00FF]/.test(latin1)
}

/** The label where 7-bit bytes are no ASCII but text all the same, or null. */
export function detectSevenBit(bytes: Uint8Array): 'iso-2022-jp' | null {
  return bytes.includes(0x1b) && isIso2022Jp(bytes) ? 'iso-2022-jp' : null
}

/** The labels of the encodings in which the bytes make sense, the likeliest first. Labels are those of `encodings.ts`. */
export function detectEncodings(bytes: Uint8Array): readonly string[] {
  const start = Math.max(0, firstNonAscii(bytes) - bytesBefore)
  const sample = bytes.subarray(start, start + sampleBytes)
  return [...rateSingleByte(sample), ...rateMultiByte(sample)]
    .filter(rated => rated.averageCost <= mostCost)
    .toSorted((one, other) => one.cost - other.cost)
    .map(rated => rated.label)
}
