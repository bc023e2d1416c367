// Owns the rating of single-byte charsets: in which of them, and in which language, bytes make the likeliest words.
import { kindOf, type CharacterKind } from './characters'
import { singleByteCharsets, type Charset } from './charsets'
import { homeCharset, letterModels, type LetterModel } from './letterModels'

/** A charset and how likely it is. */
export interface RatedEncoding {
  readonly label: string
  /** -ln of the probability, up to a constant that all ratings of the same bytes share. Less is better. */
  readonly cost: number
  /** -ln(probability) of an average character; what no reading makes sense of stands far above 4. */
  readonly averageCost: number
}

/** How often one byte follows another. */
type BytePairs = readonly { readonly first: number; readonly second: number; readonly count: number }[]

/** Costs, as -ln(probability), of what a language's own pairs do not tell. */
const foreignAscii = 6
const loanLetter = 8.5
const foreignLetter = 11
const letterOfOtherScript = 15
const afterForeign = 3.2
const mixedScripts = 8
const upperAfterLower = 6
const upperAtStart = 1.5
const upperAfterUpper = 0.7
/** An apostrophe is seldom the first of a word. */
const apostropheAtStart = 3
/** Letters that news in any Latin-written language has in names and loan words. */
const loanLetters = new Set('éèêëàáâäãåæçíìîïñóòôöõøúùûüßšžč')
/** The weight of what the ASCII letters say about the language, beside the letters that the charset decides. */
const asciiWeight = 0.8
/** What ASCII words cost at most in a language of another script, which has them as names. */
const mostAsciiInOtherScript = 20
/** What Windows' charset for other languages costs: programs write the one of the language. */
const notAtHome = 3

function countBytePairs(bytes: Uint8Array): BytePairs {
  const counts = new Uint32Array(65_536)
  const add = (one: number, other: number): void => {
    counts[one * 256 + other] = (counts[one * 256 + other] ?? 0) + 1
  }
  let first = 0x20
  for (const second of bytes) {
    add(first, second)
    first = second
  }
  add(first, 0x20)
  const pairs: { first: number; second: number; count: number }[] = []
  for (const [index, count] of counts.entries()) {
    if (count > 0) pairs.push({ first: index >> 8, second: index & 0xff, count })
  }
  return pairs
}

const asciiKinds = Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)))

function caseCost(first: CharacterKind, second: CharacterKind): number {
  if (second.isApostrophe && first.letter === '') return apostropheAtStart
  if (!second.isUpper) return 0
  if (first.isLower) return upperAfterLower
  return first.isUpper ? upperAfterUpper : upperAtStart
}

function foreignCost(kind: CharacterKind, byte: number, model: LetterModel): number {
  if (byte < 0x80) return foreignAscii
  if (kind.script !== '' && kind.script !== model.script) return letterOfOtherScript
  return model.script === 'L' && loanLetters.has(kind.letter) ? loanLetter : foreignLetter
}

/** What a pair costs in a language; `places` are those of the bytes' letters, -1 for foreign ones. */
function pairCost(
  { first, second }: BytePairs[number],
  kinds: readonly CharacterKind[],
  places: Int16Array,
  model: LetterModel
): number {
  const [one, other] = [kinds[first], kinds[second]]
  if (!one || !other) return 0
  const [from, to] = [places[first] ?? -1, places[second] ?? -1]
  let cost = other.cost + caseCost(one, other)
  if (one.script !== '' && other.script !== '' && one.script !== other.script) cost += mixedScripts
  if (to < 0) return cost + foreignCost(other, second, model)
  if (from < 0) return cost + afterForeign
  if (from === 0 && to === 0) return cost
  return cost + (model.costs[from * model.size + to] ?? foreignLetter)
}

const isDecided = ({ first, second }: BytePairs[number]): boolean => first >= 0x80 || second >= 0x80

function sumCosts(pairs: BytePairs, kinds: readonly CharacterKind[], model: LetterModel): number {
  const places = Int16Array.from(kinds, kind => (kind.letter === '' ? 0 : (model.placeOf.get(kind.letter) ?? -1)))
  let sum = 0
  for (const pair of pairs) sum += pairCost(pair, kinds, places, model) * pair.count
  return sum
}

/** A language, and what its ASCII letters cost beside those of the language that they fit best. */
interface Suspect {
  readonly model: LetterModel
  readonly handicap: number
}

/** The languages by what the ASCII letters say of them, and what these letters cost in the likeliest. */
function rateLanguages(pairs: BytePairs): { readonly suspects: readonly Suspect[]; readonly asciiCost: number } {
  const ascii = pairs.filter(pair => !isDecided(pair))
  const sums = letterModels().map(model => ({ model, sum: sumCosts(ascii, asciiKinds, model) }))
  const asciiCost = Math.min(...sums.map(({ sum }) => sum))
  const suspects = sums.map(({ model, sum }) => {
    const handicap = (sum - asciiCost) * asciiWeight
    return { model, handicap: model.script === 'L' ? handicap : Math.min(handicap, mostAsciiInOtherScript) }
  })
  return { suspects: suspects.toSorted((one, other) => one.handicap - other.handicap), asciiCost }
}

/** The charsets that can read the bytes; of those that read them alike the most usual. */
function distinctCharsets(used: readonly number[]): readonly Charset[] {
  const readings = new Map<string, Charset>()
  for (const charset of singleByteCharsets()) {
    const reading = used.map(byte => charset.upperHalf.charAt(byte - 0x80)).join('')
    if (!reading.includes('\uFFFD') && !readings.has(reading)) readings.set(reading, charset)
  }
  return [...readings.values()]
}

/** The least cost of the bytes in a charset, whatever the language. */
function rateCharset(charset: Charset, pairs: BytePairs, suspects: readonly Suspect[]): number {
  const kinds = [...asciiKinds, ...Array.from(charset.upperHalf, kindOf)]
  const scripts = new Set(pairs.map(pair => kinds[pair.second]?.script))
  let least = Infinity
  for (const { model, handicap } of suspects) {
    // The other languages' handicaps are greater still.
    if (handicap >= least) break
    if (!scripts.has(model.script)) continue
    const abroad = charset.label.startsWith('windows-') && charset.label !== homeCharset(model) ? notAtHome : 0
    least = Math.min(least, handicap + abroad + sumCosts(pairs, kinds, model))
  }
  return least
}

/** All charsets that can read the bytes, the likeliest first. Charsets that read them alike stand as the most usual. */
export function rateSingleByte(bytes: Uint8Array): readonly RatedEncoding[] {
  const pairs = countBytePairs(bytes)
  const { suspects, asciiCost } = rateLanguages(pairs)
  const decided = pairs.filter(isDecided)
  const used = [...new Set(decided.map(pair => pair.second).filter(byte => byte >= 0x80))]
  return distinctCharsets(used)
    .map(charset => {
      const cost = rateCharset(charset, decided, suspects)
      return { label: charset.label, cost: cost + charset.rarity, averageCost: (cost + asciiCost) / (bytes.length + 1) }
    })
    .toSorted((one, other) => one.cost - other.cost)
}
