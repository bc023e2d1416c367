// Owns an article's pairs of neighbouring common words as bits: a Bloom filter (Bloom 1970, doi:10.1145/362686.362692).
// Knows nothing of words: pairs are numbers.

/** Bits a pair: with four probes, one pair in eighteen that is not there seems to be. */
const bitsPerPair = 6
const probes = 4

/** One number for a pair of codes. */
export function pairOf(firstCode: number, secondCode: number): number {
  return (firstCode << 16) | secondCode
}

/** The bits of some pairs, each listed once. No pair gives no byte. */
export function makeSignature(pairs: Uint32Array, count: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((count * bitsPerPair) / 8))
  for (let index = 0; index < count; index++) {
    const pair = pairs[index] ?? 0
    for (let probe = 0; probe < probes; probe++) {
      const bit = placeOf(pair, probe, bytes.length)
      bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7))
    }
  }
  return bytes
}

/** False where the signature between two places of `bytes` surely lacks a pair. */
export function mayHavePair(bytes: Uint8Array, start: number, end: number, pair: number): boolean {
  if (start === end) return false
  for (let probe = 0; probe < probes; probe++) {
    const bit = placeOf(pair, probe, end - start)
    if (((bytes[start + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false
  }
  return true
}

/** The bit of a pair's probe, in so many bytes. The mix is that of MurmurHash3 (public domain). */
function placeOf(pair: number, probe: number, byteLength: number): number {
  let hash = Math.imul(pair + Math.imul(probe + 1, 0x9e_37_79_b1), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return ((hash ^ (hash >>> 16)) >>> 0) % (byteLength * 8)
}
