// Owns the rule that cuts a text into words with their places. Knows nothing of languages, stems or the index.
import { scanRuns } from './letters'
import { foldWord, maxFormLength, normaliseWord } from './normalise'
import { hasSegmentedScript, segmentRun } from './segmentedScripts'

/**
 * What a token is: a `word` that stands alone; a `compound` of words joined by hyphens; a `part` of a compound; or the
 * `base` of a word with an apostrophe (Putin of Putin's, homme of l'homme). A part has its own position, a base shares
 * that of its word, a compound has that of its first part.
 */
export type TokenRole = 'word' | 'compound' | 'part' | 'base'

/** A word of a text and its place: `start` and `end` are UTF-16 offsets into the text as given, `position` counts words. */
export interface Token {
  readonly role: TokenRole
  /** Exact form: see `normaliseWord`. */
  readonly exact: string
  /** Folded form: see `foldWord`. */
  readonly folded: string
  readonly start: number
  readonly end: number
  readonly position: number
  /** True where the word was cut out of a script without spaces, so that its end is a dictionary's guess. */
  readonly isSegmented: boolean
}

const hyphenPattern = /[-\u2010\u2011]/g
const apostrophePattern = /['\u2018\u2019\u02bc\uff07]/g
/** What may precede an apostrophe as an elided article or preposition is short; what follows is a word of its own. */
const leastElidedLength = 3

/** How many written forms are remembered before the memory is emptied; a long article has about a thousand. */
const memoryCapacity = 60_000
/** Longer runs (texts of scripts without spaces, encoded data) hardly ever come again. */
const longestRemembered = 40

/**
 * Creates the function that gives every word of a text, in order of position; a compound comes before its parts, a word
 * before its base. It remembers the forms of written words, which makes it some ten times as fast as without.
 */
export function createWordSplitter(): (text: string) => readonly Token[] {
  const memory = new Map<string, readonly Token[]>()

  const shapeOf = (raw: string): readonly Token[] => {
    const known = memory.get(raw)
    if (known) return known
    const shape = splitRun(raw)
    if (raw.length > longestRemembered) return shape
    if (memory.size >= memoryCapacity) memory.clear()
    memory.set(raw, shape)
    return shape
  }

  return text => {
    const tokens: Token[] = []
    let position = 0
    scanRuns(text, (offset, runEnd, isPlain) => {
      if (isPlain && runEnd - offset <= maxFormLength) {
        const exact = text.slice(offset, runEnd).toLowerCase()
        tokens.push({
          role: 'word',
          exact,
          folded: exact,
          start: offset,
          end: runEnd,
          position: position++,
          isSegmented: false
        })
        return
      }
      let next = position
      for (const { role, exact, folded, start, end, position: inRun, isSegmented } of shapeOf(
        text.slice(offset, runEnd)
      )) {
        next = position + inRun + 1
        tokens.push({
          role,
          exact,
          folded,
          start: offset + start,
          end: offset + end,
          position: position + inRun,
          isSegmented
        })
      }
      position = next
    })
    return tokens
  }
}

/** The tokens of one run (see `scanRuns`), placed from its own beginning. It remembers nothing. */
export function splitRun(run: string): readonly Token[] {
  const tokens: Token[] = []
  let position = 0

  const push = (role: TokenRole, raw: string, start: number, isSegmented = false): boolean => {
    const exact = normaliseWord(raw)
    // A letter may normalise to nothing but ignorable characters; such a word cannot be searched.
    if (exact === '') return false
    tokens.push({ role, exact, folded: foldWord(exact), start, end: start + raw.length, position, isSegmented })
    return true
  }

  const pushWord = (role: 'word' | 'part', raw: string, start: number): void => {
    if (!push(role, raw, start)) return
    for (const base of findBases(raw)) push('base', base.text, start + base.start)
    position++
  }

  const pushSpaced = (raw: string, start: number): void => {
    const parts = splitAt(raw, hyphenPattern)
    if (parts.length <= 1) {
      for (const part of parts) pushWord('word', part.text, start + part.start)
      return
    }
    push('compound', raw, start)
    for (const part of parts) pushWord('part', part.text, start + part.start)
  }

  if (!hasSegmentedScript(run)) {
    pushSpaced(run, 0)
    return tokens
  }
  for (const piece of segmentRun(run)) {
    if (piece.isSegmented) {
      if (push('word', piece.text, piece.start, true)) position++
      continue
    }
    scanRuns(piece.text, (start, end) => pushSpaced(piece.text.slice(start, end), piece.start + start))
  }
  return tokens
}

interface Piece {
  readonly text: string
  readonly start: number
}

function splitAt(raw: string, separator: RegExp): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const match of raw.matchAll(separator)) {
    if (match.index > start) pieces.push({ text: raw.slice(start, match.index), start })
    start = match.index + match[0].length
  }
  if (start < raw.length) pieces.push({ text: raw.slice(start), start })
  return pieces
}

/** The words inside a word with an apostrophe: before a possessive s, after an elision; none in Jum'at, don't, Qur'an. */
function findBases(raw: string): readonly Piece[] {
  const pieces = splitAt(raw, apostrophePattern)
  const last = pieces.at(-1)
  const first = pieces[0]
  if (pieces.length < 2 || !first || !last) return []
  if (/^s$/i.test(last.text)) return [first]
  return last.text.length >= leastElidedLength ? [last] : []
}
