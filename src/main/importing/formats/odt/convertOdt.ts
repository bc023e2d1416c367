// Owns the conversion of an OpenDocument text to markup. Reads no archive and knows no property.
// Source: OpenDocument 1.3, part 3, sections 5 to 9.
import { escapeMarkup } from '../../markup/escape'
import { childrenNamed, descendantsNamed, textBelow, type XmlElement, type XmlNode } from '../../xml/xmlTree'
import { subtitleClass, titleClass } from '../office/readDocument'
import type { DocumentStyles, TextStyle } from './styles'

/** A text's markup and what was left out of it. */
export interface ConvertedText {
  readonly markup: string
  readonly comments: number
}

interface Conversion {
  readonly styles: DocumentStyles
  readonly notes: string[]
}

/** What is no text of the article: comments, what was deleted, indexes' rules, forms. */
const silent = new Set(
  'tracked-changes annotation annotation-end sequence-decls variable-decls user-field-decls forms bookmark-end table-of-content-source soft-page-break desc title'.split(
    ' '
  )
)
const mostSpaces = 100
const mostColumns = 100

function wrap(content: string, style: TextStyle | null): string {
  if (!style || content.trim() === '') return content
  let wrapped = content
  if (style.position) wrapped = `<${style.position}>${wrapped}</${style.position}>`
  if (style.isStruck) wrapped = `<s>${wrapped}</s>`
  if (style.isUnderlined) wrapped = `<u>${wrapped}</u>`
  if (style.isItalic) wrapped = `<em>${wrapped}</em>`
  return style.isBold ? `<strong>${wrapped}</strong>` : wrapped
}

const numberOf = (value: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(value ?? '1', 10) || 1))

function convertNote(conversion: Conversion, note: XmlElement): string {
  const [body] = childrenNamed(note, 'note-body')
  const number = conversion.notes.push('')
  const content = body ? convertBlocks(conversion, body) : ''
  conversion.notes[number - 1] = `<li id="note-${number}">${content} <a href="#note-ref-${number}">↑</a></li>`
  return `<sup><a id="note-ref-${number}" href="#note-${number}">[${number}]</a></sup>`
}

function convertFrame(conversion: Conversion, frame: XmlElement): string {
  const [image] = childrenNamed(frame, 'image')
  const address = image?.attributes.get('href')
  const [described] = [...childrenNamed(frame, 'desc'), ...childrenNamed(frame, 'title')]
  if (address !== undefined) {
    return `<img src="${escapeMarkup(address)}" alt="${escapeMarkup(described ? textBelow(described) : '')}">`
  }
  return childrenNamed(frame, 'text-box')
    .map(box => convertBlocks(conversion, box))
    .join('')
}

/** Text within a paragraph. */
function convertInline(conversion: Conversion, nodes: readonly XmlNode[]): string {
  return nodes
    .map(node => (typeof node === 'string' ? escapeMarkup(node) : convertInlineElement(conversion, node)))
    .join('')
}

function convertInlineElement(conversion: Conversion, element: XmlElement): string {
  const { name, attributes, children } = element
  if (silent.has(name)) return ''
  if (name === 's') return '&nbsp;'.repeat(numberOf(attributes.get('c'), mostSpaces) - 1) + ' '
  if (name === 'tab') return ' '
  if (name === 'line-break') return '<br>'
  if (name === 'note') return convertNote(conversion, element)
  if (name === 'frame') return convertFrame(conversion, element)
  if (name === 'bookmark' || name === 'bookmark-start')
    return `<a id="${escapeMarkup(attributes.get('name') ?? '')}"></a>`
  const content = convertInline(conversion, children)
  if (name === 'a') return `<a href="${escapeMarkup(attributes.get('href') ?? '')}">${content}</a>`
  if (name === 'span') return wrap(content, conversion.styles.textStyle(attributes.get('style-name')))
  if (name === 'ruby-text') return `<rt>${content}</rt>`
  return name === 'ruby' ? `<ruby>${content}</ruby>` : content
}

function convertParagraph(conversion: Conversion, paragraph: XmlElement): string {
  const names = conversion.styles.ancestry(paragraph.attributes.get('style-name'))
  const content = wrap(convertInline(conversion, paragraph.children), conversion.styles.textStyle(names[0]))
  if (names.includes('Title')) return `<p class="${titleClass}">${content}</p>`
  if (names.includes('Subtitle')) return `<p class="${subtitleClass}">${content}</p>`
  if (names.includes('Quotations')) return `<blockquote><p>${content}</p></blockquote>`
  if (names.includes('Preformatted_20_Text')) return `<pre>${content}</pre>`
  const heading = names.map(name => /^Heading_20_(\d)/.exec(name)?.[1]).find(level => level !== undefined)
  return heading === undefined
    ? `<p>${content}</p>`
    : `<h${Math.min(Number(heading), 6)}>${content}</h${Math.min(Number(heading), 6)}>`
}

function convertList(conversion: Conversion, list: XmlElement, level: number, inherited: string | undefined): string {
  const style = list.attributes.get('style-name') ?? inherited
  const name = conversion.styles.isOrdered(style, level) ? 'ol' : 'ul'
  const items = [...childrenNamed(list, 'list-header'), ...childrenNamed(list, 'list-item')].map(item => {
    const blocks = item.children.map(node => {
      if (typeof node === 'string') return ''
      return node.name === 'list' ? convertList(conversion, node, level + 1, style) : convertBlock(conversion, node)
    })
    const content = blocks.join('')
    return `<li>${content.replace(/^<p>((?:(?!<p[ >])[\s\S])*?)<\/p>/, '$1')}</li>`
  })
  return items.length === 0 ? '' : `<${name}>${items.join('')}</${name}>`
}

function convertTable(conversion: Conversion, table: XmlElement): string {
  const convertRow = (row: XmlElement, cell: 'td' | 'th'): string => {
    const cells = childrenNamed(row, 'table-cell')
      .slice(0, mostColumns)
      .map(({ attributes, children }) => {
        const spans = (['columns', 'rows'] as const).map(kind =>
          numberOf(attributes.get(`number-${kind}-spanned`), 1_000)
        )
        const content = children.map(node => (typeof node === 'string' ? '' : convertBlock(conversion, node))).join('')
        return `<${cell} colspan="${spans[0]}" rowspan="${spans[1]}">${content.replace(/^<p>([^]*)<\/p>$/, (whole, inner: string) => (inner.includes('<p>') ? whole : inner))}</${cell}>`
      })
    return `<tr>${cells.join('')}</tr>`
  }
  const heads = childrenNamed(table, 'table-header-rows').flatMap(group => childrenNamed(group, 'table-row'))
  const groups = ['table-rows', 'table-row-group'].flatMap(name => childrenNamed(table, name))
  const rows = [table, ...groups].flatMap(group => childrenNamed(group, 'table-row'))
  const head = heads.length > 0 ? `<thead>${heads.map(row => convertRow(row, 'th')).join('')}</thead>` : ''
  return `<table>${head}<tbody>${rows.map(row => convertRow(row, 'td')).join('')}</tbody></table>`
    .replaceAll(' colspan="1"', '')
    .replaceAll(' rowspan="1"', '')
}

function convertBlock(conversion: Conversion, element: XmlElement): string {
  const { name, attributes } = element
  if (silent.has(name)) return ''
  if (name === 'p') return convertParagraph(conversion, element)
  if (name === 'h') {
    const level = numberOf(attributes.get('outline-level'), 6)
    return `<h${level}>${convertInline(conversion, element.children)}</h${level}>`
  }
  if (name === 'list') return convertList(conversion, element, 1, undefined)
  if (name === 'table') return convertTable(conversion, element)
  if (name === 'frame') return `<p>${convertFrame(conversion, element)}</p>`
  return convertBlocks(conversion, element)
}

/** The depth is that of the parsed tree, which is bounded. */
function convertBlocks(conversion: Conversion, parent: XmlElement): string {
  return parent.children.map(node => (typeof node === 'string' ? '' : convertBlock(conversion, node))).join('\n')
}

/** Converts the text of a document's content, its notes at the end. */
export function convertOdt(text: XmlElement, styles: DocumentStyles): ConvertedText {
  const conversion: Conversion = { styles, notes: [] }
  const body = convertBlocks(conversion, text)
  const notes =
    conversion.notes.length > 0 ? `<section class="footnotes"><ol>${conversion.notes.join('')}</ol></section>` : ''
  return { markup: body + notes, comments: descendantsNamed(text, 'annotation').length }
}
