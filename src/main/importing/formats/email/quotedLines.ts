// Owns the lines of a plain letter: how deeply each is quoted, and which of them belong together. Source: RFC 3676. Writes no
// markup.

/** Lines that are quoted equally deeply, unfolded: each is a whole paragraph or ends where its writer ended it. */
export interface QuotedRun {
  readonly depth: number
  readonly lines: readonly string[]
}

/** How the lines of a letter were folded. */
export interface LineFormat {
  /** `format=flowed`: a space at the end says that the line goes on. */
  readonly isFlowed: boolean
  /** `delsp=yes`: that space is none of the text's. */
  readonly deletesSpace: boolean
}

/** Deeper quotations are shown as this deep. */
const deepest = 12
/** Mailers fold lines at 72 to 80 characters; longer lines were not folded at all. */
const widestFold = 80
const narrowestFold = 50

interface Line {
  readonly depth: number
  readonly text: string
}

function readLine(raw: string, isFlowed: boolean): Line {
  const marks = (isFlowed ? /^>*/ : /^(?:> ?)*/).exec(raw)?.[0] ?? ''
  const rest = raw.slice(marks.length)
  const text = isFlowed && rest.startsWith(' ') ? rest.slice(1) : rest
  return { depth: Math.min(deepest, marks.replaceAll(' ', '').length), text }
}

function unfoldFlowed(lines: readonly string[], deletesSpace: boolean): string[] {
  const unfolded: string[][] = []
  let isOpen = false
  for (const line of lines) {
    const flows = line.endsWith(' ') && line.trim() !== ''
    const text = flows && deletesSpace ? line.slice(0, -1) : line
    if (isOpen && line.trim() !== '') unfolded.at(-1)?.push(text)
    else unfolded.push([text])
    isOpen = flows
  }
  return unfolded.map(pieces => pieces.join(''))
}

const isItem = (line: string): boolean => /^\s*(?:[-*•–]|\(?\d{1,3}[.)])\s/.test(line)

/** Joins a line to the one above where that had no room left for its first word. */
function unfoldFixed(lines: readonly string[], width: number): string[] {
  const unfolded: string[][] = []
  let previous = ''
  for (const line of lines) {
    const word = /^\S+/.exec(line)?.[0] ?? ''
    const wasFull = previous !== '' && previous.length + 1 + word.length > width
    if (wasFull && word !== '' && !isItem(line)) unfolded.at(-1)?.push(line.trimEnd())
    else unfolded.push([line.trimEnd()])
    previous = line.trimEnd()
  }
  return unfolded.map(pieces => pieces.join(' '))
}

/** The width at which lines of one depth were folded, or infinity where they were not. */
function foldWidth(lines: readonly Line[], depth: number): number {
  const longest = lines.reduce(
    (most, line) => (line.depth === depth ? Math.max(most, line.text.trimEnd().length) : most),
    0
  )
  return longest > widestFold || longest < narrowestFold ? Number.POSITIVE_INFINITY : longest
}

/** Divides a letter's lines into runs. */
export function divideQuotes(rawLines: readonly string[], { isFlowed, deletesSpace }: LineFormat): QuotedRun[] {
  const lines = rawLines.map(raw => readLine(raw, isFlowed))
  const widths = Array.from({ length: deepest + 1 }, (_, depth) => foldWidth(lines, depth))
  const runs: { depth: number; lines: string[] }[] = []
  for (const { depth, text } of lines) {
    const last = runs.at(-1)
    if (last?.depth === depth) last.lines.push(text)
    else runs.push({ depth, lines: [text] })
  }
  return runs.map(run => ({
    depth: run.depth,
    lines: isFlowed
      ? unfoldFlowed(run.lines, deletesSpace)
      : unfoldFixed(run.lines, widths[run.depth] ?? Number.POSITIVE_INFINITY)
  }))
}
