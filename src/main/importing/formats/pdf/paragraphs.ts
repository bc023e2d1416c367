// Owns the joining of lines to paragraphs: by spacing, indent, size, and how far the line before runs. Writes no markup.
import { joinsWithoutSpace, type Line, type Run } from './pageLines'

/** A paragraph, a heading or an item of a list. */
export interface Paragraph {
  readonly runs: readonly Run[]
  readonly text: string
  readonly size: number
  readonly page: number
  /** The level that the document's own table of contents gives it; 0 for none. */
  readonly level: number
}

interface Column {
  readonly left: number
  readonly right: number
}

const bullet = /^\s*[•▪‣◦●○■□–·∙◆➢✓*-]\s+\S/
const numbered = /^\s*\(?(?:\d{1,3}|[a-z])[.)]\s+\S/
const terminal = /[.!?…:;。！？："”’»)\]]\s*$/
/** A line of a printed table of contents: dots that lead to a page's number. */
const leaders = /(?:\s*\.){4,}\s*(?=\d+\s*$)/
const startsLower = /^\s*\p{Ll}/u

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const keyOf = (line: Line): string => `${line.page}/${line.column}`

/** Too few lines to say how wide their column is. */
const fewLines = 4

function measureColumns(lines: readonly Line[]): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column & { readonly lines: number }>()
  for (const line of lines) {
    const known = columns.get(keyOf(line))
    columns.set(keyOf(line), {
      left: Math.min(line.left, known?.left ?? line.left),
      right: Math.max(line.right, known?.right ?? line.right),
      lines: (known?.lines ?? 0) + 1
    })
  }
  const measured = [...columns.values()]
  const widths = measured.filter(column => column.lines >= fewLines).map(({ left, right }) => right - left)
  const usual = median(widths) || Math.max(0, ...measured.map(({ left, right }) => right - left))
  const widen = ({ left, right, lines: count }: Column & { readonly lines: number }): Column => ({
    left,
    right: count < fewLines ? Math.max(right, left + usual) : right
  })
  return new Map([...columns].map(([key, column]) => [key, widen(column)]))
}

/** The distance of two lines within a paragraph, in sizes of type. */
function leadingOf(lines: readonly Line[]): number {
  const distances = lines.slice(1).flatMap((line, index) => {
    const before = lines[index]
    if (!before || keyOf(before) !== keyOf(line) || Math.abs(before.size - line.size) > 0.5) return []
    const distance = (line.base - before.base) / line.size
    return distance > 0.5 && distance < 3 ? [distance] : []
  })
  return median(distances) || 1.2
}

/** Words of the whole document, so that a hyphen at a line's end can be told from one that belongs to the word. */
function collectWords(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []))
}

/** Two pieces of text joined as one, with the hyphen between them dropped where it only marked the line's end. */
function join(before: string, after: string, words: ReadonlySet<string>): string {
  const [, start, hyphen] = /([\p{L}\p{M}]+)([-\u00AD\u2010])\s*$/u.exec(before) ?? []
  const [end] = /^[\p{L}\p{M}]+/u.exec(after.trimStart()) ?? []
  if (start && hyphen && end) {
    const bare = before.replace(/[-\u00AD\u2010]\s*$/, '')
    if (hyphen === '\u00AD') return bare + after.trimStart()
    const [whole, compound] = [`${start}${end}`.toLowerCase(), `${start}-${end}`.toLowerCase()]
    // Indonesian doubles words: anak-anak keeps its hyphen wherever the line ends.
    const isCompound = words.has(compound) || start.toLowerCase() === end.toLowerCase() || /^\p{Lu}/u.test(end)
    return !isCompound || words.has(whole) ? bare + after.trimStart() : `${bare}-${after.trimStart()}`
  }
  if (/[-\u2010]\s*$/.test(before) && /^\s*\p{L}/u.test(after)) return before.trimEnd() + after.trimStart()
  const space = joinsWithoutSpace(before.trimEnd(), after.trimStart()) ? '' : ' '
  return before.trimEnd() + space + after.trimStart()
}

function appendLine(runs: Run[], line: Line, words: ReadonlySet<string>): void {
  line.runs.forEach((run, index) => {
    const last = runs.at(-1)
    if (!last) runs.push(run)
    else if (index > 0) runs.push(run)
    else {
      const joined = join(last.text, run.text, words)
      // What comes of the joint goes to the run before, the rest stays a run of its own where its link is another.
      if (last.href === run.href) runs[runs.length - 1] = { ...last, text: joined }
      else {
        const rest = run.text.trimStart()
        runs[runs.length - 1] = { ...last, text: joined.slice(0, joined.length - rest.length) }
        runs.push({ ...run, text: rest })
      }
    }
  })
}

interface Flow {
  readonly columns: ReadonlyMap<string, Column>
  readonly leading: number
  readonly levelOf: (line: Line) => number
}

function startsParagraph(line: Line, before: Line, flow: Flow): boolean {
  if (isContentsLine(before.text)) return true
  if (flow.levelOf(line) !== flow.levelOf(before)) return true
  if (Math.abs(line.size - before.size) > Math.max(line.size, before.size) * 0.08) return true
  const column = flow.columns.get(keyOf(before)) ?? before
  const own = flow.columns.get(keyOf(line)) ?? line
  const isShort = before.right < column.right - (column.right - column.left) * 0.12
  const isIndented = line.left > own.left + line.size * 0.8
  if (keyOf(line) !== keyOf(before)) {
    return !startsLower.test(line.text) && (terminal.test(before.text) ? isShort || isIndented : isShort && isIndented)
  }
  if (line.base - before.base > line.size * flow.leading * 1.35 || line.base < before.base) return true
  if (bullet.test(line.text) || (numbered.test(line.text) && (isShort || terminal.test(before.text)))) return true
  const isMoreIndented = line.left > before.left + line.size * 0.8
  if (isMoreIndented && !bullet.test(before.text) && !numbered.test(before.text) && !startsLower.test(line.text))
    return true
  return isShort && terminal.test(before.text) && !startsLower.test(line.text)
}

/** Lines that run to the left, as in a mirror: then what is said of left and right holds for them too. */
function mirror(line: Line): Line {
  return line.isRightToLeft ? { ...line, left: -line.right, right: -line.left } : line
}

/** Joins the lines of a document. `levelOf` gives the level of a line that its table of contents names, else 0. */
export function joinLines(given: readonly Line[], givenLevelOf: (line: Line) => number): Paragraph[] {
  const lines = given.map(mirror)
  const levels = new Map(lines.map((line, index) => [line, given[index] ? givenLevelOf(given[index]) : 0]))
  const levelOf = (line: Line): number => levels.get(line) ?? 0
  const words = collectWords(lines)
  const flow = { columns: measureColumns(lines), leading: leadingOf(lines), levelOf }
  const paragraphs: Paragraph[] = []
  let runs: Run[] = []
  let first: Line | undefined
  let before: Line | undefined
  const end = (): void => {
    const text = runs.map(run => run.text).join('')
    if (first && text.trim() !== '') {
      paragraphs.push({ runs, text, size: first.size, page: first.page, level: levelOf(first) })
    }
    runs = []
    first = undefined
  }
  for (const line of lines) {
    if (before && startsParagraph(line, before, flow)) end()
    first ??= line
    appendLine(runs, line, words)
    before = line
  }
  end()
  return paragraphs
}

/** True for a line of a printed table of contents, which is no heading however large. */
export function isContentsLine(text: string): boolean {
  return leaders.test(text)
}

/** The line with one sign in place of its dots. */
export function withoutLeaders(text: string): string {
  return text.replace(leaders, ' … ')
}

/** True for a paragraph that is an item of a list, with its mark. */
export function isListItem(text: string): boolean {
  return bullet.test(text)
}
