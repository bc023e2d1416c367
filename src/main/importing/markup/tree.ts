// Owns the tree in which finished markup is handled: parse5's, with what `collectText` needs of a node. Edits nothing.
import { defaultTreeAdapter, parseFragment, serialize, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5'

type Base = DefaultTreeAdapterTypes.ParentNode | DefaultTreeAdapterTypes.ChildNode

/** A node of a fragment: element (1), text (3) or the fragment itself (11). */
export interface MarkupNode {
  readonly nodeType: number
  readonly localName?: string
  data?: string
  childNodes: MarkupNode[]
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
}

interface ParsedText {
  readonly nodeType: 3
  readonly nodeName: '#text'
  value: string
  data: string
  readonly childNodes: readonly never[]
}

const noChildren: readonly never[] = []

function annotateText(node: Base | undefined): void {
  if (node?.nodeName !== '#text') return
  if ('nodeType' in node) return
  const text = node as unknown as ParsedText
  Object.defineProperties(text, {
    nodeType: { value: 3 },
    childNodes: { value: noChildren },
    data: {
      get: () => text.value,
      set: (value: string) => {
        text.value = value
      }
    }
  })
}

const adapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  createElement: (name, namespace, attributes) =>
    Object.assign(defaultTreeAdapter.createElement(name, namespace, attributes), { nodeType: 1, localName: name }),
  createDocumentFragment: () => Object.assign(defaultTreeAdapter.createDocumentFragment(), { nodeType: 11 }),
  insertText: (parent, text) => {
    defaultTreeAdapter.insertText(parent, text)
    annotateText(parent.childNodes.at(-1))
  },
  insertTextBefore: (parent, text, reference) => {
    defaultTreeAdapter.insertTextBefore(parent, text, reference)
    annotateText(parent.childNodes[parent.childNodes.indexOf(reference) - 1])
  }
}

/** The tree that a browser makes of this markup inside its body. */
export function parseMarkup(html: string): MarkupNode {
  return parseFragment(html, { treeAdapter: adapter }) as unknown as MarkupNode
}

/** The markup of a tree. */
export function serialiseMarkup(tree: MarkupNode): string {
  return serialize(tree as unknown as DefaultTreeAdapterTypes.ParentNode)
}
