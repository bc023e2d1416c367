// Owns the rating of Chinese, Japanese and Korean encodings by how usual the characters are that they make of bytes.
import { frequentCharacters } from './frequentCharacters'
import type { RatedEncoding } from './singleByte'

interface Encoding {
  readonly label: string
  /** The lead bytes of the rows that the standard gives to the characters of daily use. */
  readonly usualRows: readonly [first: number, last: number]
  /** The label whose rows those are. */
  readonly rowsOf: string
  readonly frequent: ReadonlySet<string>
  /** How much rarer than the others the encoding is, as -ln. */
  readonly rarity: number
}

/** -ln of how probable a character is: one of the 150 commonest, of daily use, of the rest. */
const frequentCost = 5
const usualCost = 8
const rareCost = 14
const kanaCost = 3.6
const halfWidthCost = 9
const markCost = 4
const otherCost = 12
const wasteCost = 20
/** An ASCII letter beside such a character: seldom in its own text, and everywhere where accented letters were misread. */
const besideLetter = 4

const encodings: readonly Encoding[] = [
  { label: 'gb18030', usualRows: [0xb0, 0xd7], rowsOf: 'gb18030', frequent: frequentCharacters.simplified, rarity: 2 },
  { label: 'big5', usualRows: [0xa4, 0xc6], rowsOf: 'big5', frequent: frequentCharacters.traditional, rarity: 2 },
  { label: 'shift_jis', usualRows: [0xb0, 0xcf], rowsOf: 'euc-jp', frequent: frequentCharacters.japanese, rarity: 2 },
  { label: 'euc-jp', usualRows: [0xb0, 0xcf], rowsOf: 'euc-jp', frequent: frequentCharacters.japanese, rarity: 3 },
  { label: 'euc-kr', usualRows: [0xb0, 0xc8], rowsOf: 'euc-kr', frequent: frequentCharacters.korean, rarity: 2 }
]

/** Source: the order of GB 2312, Big5, JIS X 0208 and KS X 1001, which begin with the characters of daily use. */
function usualCharacters({ usualRows: [first, last], rowsOf }: Encoding): ReadonlySet<string> {
  const decoder = new TextDecoder(rowsOf)
  const found = new Set<string>()
  for (let lead = first; lead <= last; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1) found.add(character)
    }
  }
  return found
}

const usualByLabel = new Map<string, ReadonlySet<string>>()

function usualOf(encoding: Encoding): ReadonlySet<string> {
  const known = usualByLabel.get(encoding.rowsOf) ?? usualCharacters(encoding)
  usualByLabel.set(encoding.rowsOf, known)
  return known
}

function costOf(character: string, encoding: Encoding, usual: ReadonlySet<string>): number {
  if (encoding.frequent.has(character)) return frequentCost
  if (/[\u3041-\u30FF]/.test(character)) return encoding.rowsOf === 'euc-jp' ? kanaCost : otherCost
  if (/[\u3000-\u3011\uFF01-\uFF1F“”‘’…—·]/.test(character)) return markCost
  if (/[\uFF61-\uFF9F]/.test(character)) return halfWidthCost
  if (/[\uAC00-\uD7A3]/.test(character)) return usual.has(character) ? usualCost - 1.5 : rareCost
  if (/\p{Script=Han}/u.test(character))
    return usual.has(character) && encoding.rowsOf !== 'euc-kr' ? usualCost : rareCost
  return /[\uE000-\uF8FF\u0080-\u009F\uFFFD]|\p{Unassigned}/u.test(character) ? wasteCost : otherCost
}

function decodeWhole(bytes: Uint8Array, label: string): string | null {
  try {
    // A character that is cut off at the sample's end is no fault.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

/** The encodings that can read the bytes without a fault, with costs comparable to those of `rateSingleByte`. */
export function rateMultiByte(bytes: Uint8Array): readonly RatedEncoding[] {
  return encodings.flatMap(encoding => {
    const text = decodeWhole(bytes, encoding.label)
    if (text === null) return []
    const usual = usualOf(encoding)
    let cost = encoding.rarity
    let length = 1
    for (const character of text) {
      length++
      if (character >= '\u0080') cost += costOf(character, encoding, usual)
    }
    cost += (text.match(/[a-z](?=[^\0-\u02FF])|[^\0-\u02FF](?=[a-z])/gi)?.length ?? 0) * besideLetter
    return [{ label: encoding.label, cost, averageCost: cost / (length * 2) }]
  })
}
