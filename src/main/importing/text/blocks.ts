// Owns the division of plain text into blocks: paragraphs, lists, underlined headings. Knows no meaning of a block.
import { bullet, findWrapWidth, groupLines, sentenceEnd, type Line } from './lineGroups'

/** A block of plain text. A paragraph's lines are kept apart only where the line ends mean something (verse, addresses). */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 2 | 3 }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'related'; readonly text: string }

/** A paragraph's lines as one; empty for every other block. */
export function textOfBlock(block: TextBlock | undefined): string {
  return block?.kind === 'paragraph' ? block.lines.join(' ') : ''
}

const numbered = /^\(?\d{1,3}[.)]/

/** Joins wrapped lines; a hyphen at a line's end stays, since a reduplicated word has one of its own. */
function joinLines(lines: readonly string[]): string {
  // Looking at the end of what is joined so far would copy it all for each line.
  const isParted = (line: string | undefined): boolean => /\p{Letter}-$/u.test(line ?? '')
  return lines.map((line, index) => (index === 0 || isParted(lines[index - 1]) ? line : ` ${line}`)).join('')
}

function joinWrapped(group: readonly Line[], width: number): string[] {
  const paragraphs: string[][] = []
  let previous: Line | undefined
  for (const line of group) {
    const length = previous?.text.length ?? width
    const endsEarly = length < width * 0.4 || (length < width * 0.7 && sentenceEnd.test(previous?.text ?? ''))
    const startsAnew = previous && line.isIndented && !previous.isIndented && sentenceEnd.test(previous.text)
    const isItem = bullet.test(line.text)
    const last = paragraphs.at(-1)
    if (!last || endsEarly || startsAnew || isItem) paragraphs.push([line.text])
    else last.push(line.text)
    previous = line
  }
  return paragraphs.map(joinLines)
}

function findUnderlined(lines: readonly string[]): TextBlock | null {
  const [text, underline] = lines
  if (lines.length !== 2 || !text || !underline || text.length > 120) return null
  if (/^={3,}$/.test(underline)) return { kind: 'heading', text, level: 2 }
  return /^-{3,}$/.test(underline) ? { kind: 'heading', text, level: 3 } : null
}

function isList(items: readonly string[]): boolean {
  const kinds = new Set(items.map(item => (numbered.test(item) ? '1' : item.charAt(0))))
  if (items.length < 2 || kinds.size !== 1 || !items.every(item => bullet.test(item))) return false
  if (!kinds.has('1')) return true
  return items.every((item, index) => Number(/\d+/.exec(item)?.[0]) === index + 1)
}

function collectLists(lines: readonly string[]): TextBlock[] {
  const blocks: TextBlock[] = []
  for (let index = 0; index < lines.length;) {
    let end = index
    while (end < lines.length && bullet.test(lines[end] ?? '')) end++
    const items = lines.slice(index, end)
    if (isList(items)) {
      const isOrdered = numbered.test(items[0] ?? '')
      blocks.push({ kind: 'list', isOrdered, items: items.map(item => item.replace(bullet, '')) })
      index = end
    } else {
      blocks.push({ kind: 'paragraph', lines: [lines[index] ?? ''] })
      index++
    }
  }
  return blocks
}

/** Short lines in one group that neither wrap nor end as sentences do: verse, an address. Their ends are kept. */
function isVerse(lines: readonly string[]): boolean {
  if (lines.length < 3 || lines.some(line => line.length > 60 || bullet.test(line))) return false
  return lines.filter(line => sentenceEnd.test(line)).length <= lines.length / 2
}

/** Divides text into blocks: one line a paragraph, blank lines between paragraphs, or wrapped lines. */
export function divideText(text: string): TextBlock[] {
  const groups = groupLines(text)
  const width = findWrapWidth(groups)
  return mergeLists(
    groups.flatMap((group, index): TextBlock[] => {
      const lines = group.lines.map(line => line.text)
      const underlined = findUnderlined(lines)
      if (underlined) return [underlined]
      if (width !== null && !group.isFacts) return collectLists(joinWrapped(group.lines, width))
      if (index > 0 && groups.length > 2 && isVerse(lines)) return [{ kind: 'paragraph', lines }]
      return collectLists(lines)
    })
  )
}

/** Lists whose items stand between blank lines are one list. */
function mergeLists(blocks: readonly TextBlock[]): TextBlock[] {
  const merged: TextBlock[] = []
  for (let index = 0; index < blocks.length;) {
    let end = index
    const items: string[] = []
    for (; end < blocks.length; end++) {
      const block = blocks[end]
      if (block?.kind !== 'paragraph' || block.lines.length !== 1 || !bullet.test(block.lines[0] ?? '')) break
      items.push(block.lines[0] ?? '')
    }
    const [list] = isList(items) ? collectLists(items) : []
    const next = list ?? blocks[index]
    if (next) merged.push(next)
    index = list ? end : index + 1
  }
  return merged
}
