// Owns what a style's name means in an OpenDocument text: bold, italic, heading, list. Reads no text.
// Source: OpenDocument 1.3, part 3, sections 16 and 20.
import { descendantsNamed, type XmlElement } from '../../xml/xmlTree'

/** What a style does to text, as far as an article keeps it. */
export interface TextStyle {
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  readonly isStruck: boolean
  /** `super`, `sub` or none. */
  readonly position: 'sup' | 'sub' | null
}

/** The styles of a document. */
export interface DocumentStyles {
  /** Of a run of text; null where the style says nothing or is not known. */
  readonly textStyle: (name: string | undefined) => TextStyle | null
  /** The names that a paragraph's style goes back to, its own first, as a person sees them: `Title`, `Quotations`. */
  readonly ancestry: (name: string | undefined) => readonly string[]
  readonly isOrdered: (name: string | undefined, level: number) => boolean
}

const deepest = 20

function readTextStyle(style: XmlElement): TextStyle | null {
  const attributes = descendantsNamed(style, 'text-properties').map(properties => properties.attributes)
  const get = (name: string): string | undefined =>
    attributes.map(map => map.get(name)).find(value => value !== undefined)
  const isSet = (name: string): boolean => (get(name) ?? 'none') !== 'none'
  const position = get('text-position') ?? ''
  const raised = /^(?:super|[1-9])/.test(position) ? 'sup' : /^(?:sub|-[1-9])/.test(position) ? 'sub' : null
  const weight = get('font-weight') ?? ''
  const found = {
    isBold: weight === 'bold' || Number(weight) >= 600,
    isItalic: /italic|oblique/.test(get('font-style') ?? ''),
    isUnderlined: isSet('text-underline-style'),
    isStruck: isSet('text-line-through-style') || isSet('text-line-through-type'),
    position: raised
  } as const
  return found.isBold || found.isItalic || found.isUnderlined || found.isStruck || found.position ? found : null
}

/** Reads the styles of a document's parts; those of the text itself come first. */
export function readStyles(parts: readonly XmlElement[]): DocumentStyles {
  const styles = new Map<string, XmlElement>()
  const lists = new Map<string, XmlElement>()
  for (const style of parts.flatMap(part => descendantsNamed(part, 'style'))) {
    const name = style.attributes.get('name')
    if (name !== undefined && !styles.has(name)) styles.set(name, style)
  }
  for (const style of parts.flatMap(part => descendantsNamed(part, 'list-style'))) {
    const name = style.attributes.get('name')
    if (name !== undefined && !lists.has(name)) lists.set(name, style)
  }
  const textStyles = new Map<string, TextStyle | null>()
  return {
    textStyle: name => {
      if (name === undefined) return null
      const style = styles.get(name)
      if (!textStyles.has(name)) textStyles.set(name, style ? readTextStyle(style) : null)
      return textStyles.get(name) ?? null
    },
    ancestry: name => {
      const names: string[] = []
      let next = name
      while (next !== undefined && names.length < deepest && !names.includes(next)) {
        names.push(next)
        next = styles.get(next)?.attributes.get('parent-style-name')
      }
      return names
    },
    isOrdered: (name, level) =>
      (name === undefined ? [] : descendantsNamed(lists.get(name) ?? styleOfNothing, 'list-level-style-number')).some(
        style => style.attributes.get('level') === String(level)
      )
  }
}

const styleOfNothing: XmlElement = { name: '', attributes: new Map(), children: [] }
