// Owns the words of all segments that begin alike, each once and in ascending order. Scores nothing.
import type { IndexView } from './indexView'
import type { TermCursor, TermPostings } from './segments/segment'

/** A word that begins as wanted. The object is used again for the next one. */
export interface PrefixTerm {
  /** In UTF-16 code units. */
  length: number
  /** The postings in the segments that have the word, with each segment's base. */
  readonly places: Array<{ readonly postings: TermPostings; readonly base: number }>
}

interface Entry {
  readonly postings: TermCursor
  readonly base: number
  term: string
}

/** Which words are wanted. */
export interface PrefixRequest {
  readonly view: IndexView
  readonly prefix: string
  readonly leftOut: ReadonlySet<string>
  /** Bits of the fields in one of which a word must occur. */
  readonly fieldMask: number
}

/** Calls `onTerm` for each word that is wanted. */
export function eachPrefixTerm(request: PrefixRequest, onTerm: (term: PrefixTerm) => void): void {
  const { view, prefix, leftOut, fieldMask } = request
  let entries: Entry[] = view.segments.map(({ segment, base }) => ({
    postings: segment.withPrefix(prefix, fieldMask),
    base,
    term: ''
  }))
  entries = entries.filter(({ postings }) => postings.next())
  const found: PrefixTerm = { length: 0, places: [] }
  for (const entry of entries) entry.term = entry.postings.term()

  while (entries.length > 1) {
    let least = entries[0]?.term ?? ''
    for (const { term } of entries) if (term < least) least = term
    found.places.length = 0
    for (const entry of entries) if (entry.term === least) found.places.push(entry)
    found.length = least.length
    if (!leftOut.has(least)) onTerm(found)
    let isOver = false
    for (const entry of entries) {
      if (entry.term !== least) continue
      if (entry.postings.next()) entry.term = entry.postings.term()
      else {
        entry.term = ''
        isOver = true
      }
    }
    if (isOver) entries = entries.filter(({ term }) => term !== '')
  }
  const last = entries[0]
  if (last) walkAlone(last, request, found, onTerm)
}

/** One segment alone: its words need not be made into strings, save those that may be left out. */
function walkAlone(
  entry: Entry,
  { prefix, leftOut }: PrefixRequest,
  found: PrefixTerm,
  onTerm: (term: PrefixTerm) => void
): void {
  const { postings } = entry
  const lengths = new Set([...leftOut].filter(term => term.startsWith(prefix)).map(term => term.length))
  found.places.length = 0
  found.places.push(entry)
  do {
    found.length = postings.termLength
    if (!lengths.has(found.length) || !leftOut.has(postings.term())) onTerm(found)
  } while (postings.next())
}
