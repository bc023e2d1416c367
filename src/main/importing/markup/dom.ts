// Owns the document that pages are edited in: the only importer of linkedom, and as much of the DOM as is used. No logic.
import { parseHTML } from 'linkedom'

/** A node of a page. */
export interface PageNode {
  readonly nodeType: number
  textContent: string
  readonly nextSibling: PageNode | null
  readonly parentElement: PageElement | null
  remove(): void
  replaceWith(...nodes: readonly (PageNode | string)[]): void
}

/** An element of a page. */
export interface PageElement extends PageNode {
  readonly localName: string
  readonly id: string
  readonly children: ArrayLike<PageElement> & Iterable<PageElement>
  readonly childNodes: ArrayLike<PageNode> & Iterable<PageNode>
  readonly lastElementChild: PageElement | null
  readonly nextElementSibling: PageElement | null
  innerHTML: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  hasAttribute(name: string): boolean
  matches(selector: string): boolean
  contains(node: PageNode): boolean
  cloneNode(isDeep: boolean): PageElement
  closest(selector: string): PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  append(...nodes: readonly (PageNode | string)[]): void
  before(...nodes: readonly (PageNode | string)[]): void
  after(...nodes: readonly (PageNode | string)[]): void
}

/** A page. */
export interface PageDocument {
  readonly documentElement: PageElement
  readonly body: PageElement
  createElement(name: string): PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

/**
 * The document of markup that parse5 has written: linkedom alone loses pages without `head` or `body`. Its nodes have no
 * way to the network and run nothing.
 */
export function createPage(wellFormedHtml: string): PageDocument {
  return (parseHTML(wellFormedHtml) as unknown as { readonly document: PageDocument }).document
}
