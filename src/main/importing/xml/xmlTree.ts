// Owns the reading of XML into a tree of bounded size: the parts of books and documents. Expands no entity but XML's own.
import { Parser } from 'htmlparser2'
import { AppError } from '@shared/errors'
import type { ImportLimits } from '../limits'
import { decodeHtml } from '../formats/html/decodeHtml'

/** An element. Names are without their prefix: no format that is read here gives one name two meanings by prefix alone. */
export interface XmlElement {
  readonly name: string
  /** By local name; the first of a name counts. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}

/** An element, or a piece of text. */
export type XmlNode = XmlElement | string

interface OpenElement extends XmlElement {
  readonly children: XmlNode[]
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributesOf(written: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [name, value] of Object.entries(written)) {
    if (!attributes.has(localName(name))) attributes.set(localName(name), value)
  }
  return attributes
}

/**
 * The document as an element without a name, above its outermost element. Lenient: what is not well-formed is read as far
 * as it goes. Throws AppError `file_too_complex` above the limit of nodes or depth.
 */
export function parseXml(bytes: Uint8Array, limits: ImportLimits): XmlElement {
  const root: OpenElement = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  let count = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++count > limits.xmlNodes || open.length > limits.xmlDepth) {
          throw new AppError('file_too_complex', 'The file has too many elements, or elements within elements')
        }
        const element: OpenElement = { name: localName(name), attributes: attributesOf(attributes), children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: text => {
        const children = open.at(-1)?.children
        const last = children?.at(-1)
        // The parser gives text around an entity in pieces.
        if (children && typeof last === 'string') children[children.length - 1] = last + text
        else children?.push(text)
      },
      onclosetag: () => {
        if (open.length > 1) open.pop()
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(decodeHtml(bytes).text)
  return root
}

/** True for an element, of this name where one is given. */
export function isXmlElement(node: XmlNode, name?: string): node is XmlElement {
  return typeof node !== 'string' && (name === undefined || node.name === name)
}

/** The elements of a name right below an element. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(node => isXmlElement(node, name))
}

/** The elements of a name anywhere below an element, in the order of the document. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const pending: XmlNode[] = element.children.toReversed()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') continue
    if (node.name === name) found.push(node)
    for (let index = node.children.length - 1; index >= 0; index--) pending.push(node.children[index] ?? '')
  }
  return found
}

/** All text below an element. */
export function textBelow(element: XmlElement): string {
  const parts: string[] = []
  const pending: XmlNode[] = element.children.toReversed()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') parts.push(node)
    else for (let index = node.children.length - 1; index >= 0; index--) pending.push(node.children[index] ?? '')
  }
  return parts.join('')
}

/** The text of the first element of a name, white space folded; null where there is none. */
export function firstText(element: XmlElement, name: string): string | null {
  const [first] = descendantsNamed(element, name)
  return first ? textBelow(first).replace(/\s+/g, ' ').trim() || null : null
}
