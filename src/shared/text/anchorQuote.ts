// Owns the way from a quoted passage to its place in a text, which may have changed since. Knows no markup and no storage.
import search from 'approx-string-match'

/** A passage and what stood around it. Source: W3C Web Annotation Data Model, section 4.2.4 (Text Quote Selector). */
export interface TextQuote {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** Where a passage is, as offsets of UTF-16 code units: [start, end). */
export interface AnchoredRange {
  readonly start: number
  readonly end: number
}

/** So many characters around a passage are kept with it. */
export const contextLength = 48
/** Share of a passage that may differ from what was quoted. */
const mostErrors = 0.15
/** A shorter passage must be there as it was quoted: almost the same words stand in many places. */
const shortestApproximate = 24
/** Approximate search is quadratic; a longer quotation is looked for by its beginning and its end. */
const longestApproximate = 2_000

/** Characters of the text times those of the passage, for all passages of a text together: some tenths of a second. */
const mostWork = 4_000_000_000

interface Folded {
  readonly text: string
  /** For each character of `text`, its offset in the original. */
  readonly offsets: readonly number[]
}

/** White space as one space, typographic quotes and dashes as plain ones, soft hyphens gone. */
function fold(text: string): Folded {
  const parts: string[] = []
  const offsets: number[] = []
  let isInSpace = true
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? ''
    if (character === '\u00AD' || character === '\u200B') continue
    const isSpace = /\s/.test(character)
    if (isSpace && isInSpace) continue
    isInSpace = isSpace
    parts.push(isSpace ? ' ' : plain(character))
    offsets.push(index)
  }
  return { text: parts.join(''), offsets }
}

function plain(character: string): string {
  if ('\u2018\u2019\u201A\u2032'.includes(character)) return "'"
  if ('\u201C\u201D\u201E\u2033'.includes(character)) return '"'
  return '\u2010\u2011\u2012\u2013\u2014'.includes(character) ? '-' : character
}

/** How many characters of the context agree, from the passage outwards. */
function agreement(text: string, range: AnchoredRange, before: string, after: string): number {
  let agreed = 0
  for (let step = 1; step <= before.length && text[range.start - step] === before.at(-step); step++) agreed++
  for (let step = 0; step < after.length && text[range.end + step] === after[step]; step++) agreed++
  return agreed
}

function findAll(text: string, wanted: string): AnchoredRange[] {
  const found: AnchoredRange[] = []
  for (let at = text.indexOf(wanted); at >= 0 && found.length < 1_000; at = text.indexOf(wanted, at + 1)) {
    found.push({ start: at, end: at + wanted.length })
  }
  return found
}

/** The best of several places by their context; of equal ones the first, unless the context speaks against it. */
function choose(text: string, places: readonly AnchoredRange[], before: string, after: string): AnchoredRange | null {
  const ranked = places
    .map(place => ({ place, agreed: agreement(text, place, before, after) }))
    .toSorted((one, other) => other.agreed - one.agreed)
  return ranked[0]?.place ?? null
}

function findNearly(text: string, wanted: string, before: string, after: string): AnchoredRange | null {
  if (wanted.length < shortestApproximate || wanted.length > longestApproximate) return null
  const matches = search(text, wanted, Math.floor(wanted.length * mostErrors))
  const least = Math.min(...matches.map(match => match.errors))
  const best = matches.filter(match => match.errors === least)
  const [first] = best
  // Matches that overlap are one place; several places that are equally near are none.
  const isOnePlace = first !== undefined && best.every(match => match.start < first.end && first.start < match.end)
  return isOnePlace
    ? first
    : choose(
        text,
        best.filter(match => agreement(text, match, before, after) >= 8),
        before,
        after
      )
}

/** Finds quoted passages in one text. */
export type AnchorQuote = (quote: TextQuote) => AnchoredRange | null

/**
 * Makes what finds quoted passages in a text: as they are, then with white space, quotes and dashes folded, then nearly
 * so. Null where a passage is not there, or where nothing tells which of several near places is meant. Of many passages
 * that are not there only the first are looked for nearly: together they may cost so much and no more.
 */
export function createAnchorQuote(text: string): AnchorQuote {
  let folded: Folded | undefined
  let work = mostWork
  return quote => {
    if (quote.quote.trim() === '') return null
    const exact = choose(text, findAll(text, quote.quote), quote.prefix, quote.suffix)
    if (exact) return exact
    folded ??= fold(text)
    const spend = (wanted: string): boolean => {
      work -= folded ? folded.text.length * wanted.length : 0
      return work >= 0
    }
    return anchorFolded(folded, quote, spend)
  }
}

/** Finds one passage in a text, as `createAnchorQuote` says. */
export function anchorQuote(text: string, quote: TextQuote): AnchoredRange | null {
  return createAnchorQuote(text)(quote)
}

function anchorFolded(
  folded: Folded,
  { quote, prefix, suffix }: TextQuote,
  spend: (wanted: string) => boolean
): AnchoredRange | null {
  const wanted = fold(quote).text.trim()
  const before = fold(prefix).text
  const after = fold(suffix).text
  const found =
    choose(folded.text, findAll(folded.text, wanted), before, after) ??
    (spend(wanted) ? findNearly(folded.text, wanted, before, after) : null)
  if (!found) return null
  const start = folded.offsets[found.start]
  const last = folded.offsets[found.end - 1]
  return start === undefined || last === undefined ? null : { start, end: last + 1 }
}

/** The quotation of a range, with the text around it. */
export function quoteRange(text: string, { start, end }: AnchoredRange): TextQuote {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength)
  }
}
