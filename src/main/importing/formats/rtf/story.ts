// Owns the paragraphs, tables and lists of a text while it is being read, and their markup. Knows no control word.
import { escapeMarkup } from '../../markup/escape'
import type { CharacterFormat } from './state'

/** What a finished paragraph is to be. */
export interface ParagraphKind {
  /** The opening tag's name and attributes, such as `h2` or `p class="…"`. */
  readonly tag: string
  readonly isInTable: boolean
  readonly list: { readonly isOrdered: boolean; readonly level: number } | null
}

interface Piece {
  readonly text: string
  readonly format: CharacterFormat
  /** Markup that is complete in itself, in place of text. */
  readonly markup: string | null
}

/** A text: that of the file, or that of a note. */
export interface Story {
  readonly addText: (text: string, format: CharacterFormat) => void
  readonly addMarkup: (markup: string, format: CharacterFormat) => void
  readonly endParagraph: (kind: ParagraphKind) => void
  readonly endCell: (kind: ParagraphKind) => void
  readonly endRow: () => void
  /** All markup; the story is over. */
  readonly finish: (kind: ParagraphKind) => string
}

function isSame(one: CharacterFormat, other: CharacterFormat): boolean {
  return (Object.keys(one) as (keyof CharacterFormat)[]).every(key => one[key] === other[key])
}

function wrap(content: string, format: CharacterFormat): string {
  let wrapped = content
  if (/\S/.test(content)) {
    if (format.position) wrapped = `<${format.position}>${wrapped}</${format.position}>`
    if (format.isStruck) wrapped = `<s>${wrapped}</s>`
    if (format.isUnderlined && format.href === null) wrapped = `<u>${wrapped}</u>`
    if (format.isItalic) wrapped = `<em>${wrapped}</em>`
    if (format.isBold) wrapped = `<strong>${wrapped}</strong>`
  }
  return format.href === null ? wrapped : `<a href="${escapeMarkup(format.href)}">${wrapped}</a>`
}

function renderPieces(pieces: readonly Piece[]): string {
  const parts: string[] = []
  for (let index = 0; index < pieces.length;) {
    const piece = pieces[index]
    if (!piece) break
    const content: string[] = []
    while (index < pieces.length && pieces[index] && isSame(pieces[index]?.format ?? piece.format, piece.format)) {
      const next = pieces[index]
      content.push(next?.markup ?? escapeMarkup(next?.text ?? '').replaceAll('\n', '<br>'))
      index++
    }
    parts.push(wrap(content.join(''), piece.format))
  }
  return parts.join('')
}

/** Makes a story. */
export function createStory(): Story {
  const blocks: string[] = []
  let pieces: Piece[] = []
  let cell: string[] = []
  let row: string[] = []
  let rows: string[] = []
  /** The lists that are open, the outermost first, by the name of their element. */
  let lists: string[] = []

  const closeLists = (): void => {
    for (const name of lists.toReversed()) blocks.push(`</li></${name}>`)
    lists = []
  }
  const closeTable = (): void => {
    if (row.length > 0) endRow()
    if (rows.length > 0) blocks.push(`<table><tbody>${rows.join('')}</tbody></table>`)
    rows = []
  }
  const endRow = (): void => {
    if (row.length > 0) rows.push(`<tr>${row.map(content => `<td>${content}</td>`).join('')}</tr>`)
    row = []
  }
  const addItem = (content: string, { isOrdered, level }: NonNullable<ParagraphKind['list']>): void => {
    while (lists.length > level + 1) blocks.push(`</li></${lists.pop() ?? ''}>`)
    if (lists.length === level + 1) blocks.push('</li>')
    while (lists.length < level + 1) {
      const name = isOrdered ? 'ol' : 'ul'
      lists.push(name)
      blocks.push(lists.length < level + 1 ? `<${name}><li>` : `<${name}>`)
    }
    blocks.push(`<li>${content}`)
  }
  const take = (): string => {
    const content = renderPieces(pieces).trim()
    pieces = []
    return content
  }
  const endParagraph = (kind: ParagraphKind): void => {
    const content = take()
    const block = `<${kind.tag}>${content}</${kind.tag.split(' ')[0] ?? 'p'}>`
    if (kind.isInTable) {
      if (content !== '') cell.push(block)
      return
    }
    closeTable()
    if (content === '') return
    if (kind.list) addItem(content, kind.list)
    else {
      closeLists()
      blocks.push(block)
    }
  }
  return {
    addText: (text, format) => {
      const last = pieces.at(-1)
      if (last && last.markup === null && isSame(last.format, format)) {
        pieces[pieces.length - 1] = { ...last, text: last.text + text }
      } else pieces.push({ text, format, markup: null })
    },
    addMarkup: (markup, format) => {
      pieces.push({ text: '', format, markup })
    },
    endParagraph,
    endCell: kind => {
      closeLists()
      if (cell.length === 0) row.push(take())
      else {
        endParagraph({ ...kind, isInTable: true })
        row.push(cell.join(''))
      }
      cell = []
    },
    endRow,
    finish: kind => {
      endParagraph({ ...kind, isInTable: false })
      closeTable()
      closeLists()
      return blocks.join('\n')
    }
  }
}
