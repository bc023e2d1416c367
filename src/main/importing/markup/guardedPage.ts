// Owns the way from foreign markup to a document of bounded size and depth, and the count of what was active in it.
import {
  defaultTreeAdapter,
  parse,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes,
  type TreeAdapter
} from 'parse5'
import { AppError } from '@shared/errors'
import type { Removed } from '@shared/model/article'
import type { ImportLimits } from '../limits'
import { countBeacons, isTrackingImage } from './trackers'
import { createPage, type PageDocument } from './dom'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A page and what it held that will not reach the library. */
export interface GuardedPage {
  readonly document: PageDocument
  /** Counts but for remote images, which are known only once images have been looked for. */
  readonly removed: Removed
}

const framing = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal', 'fencedframe'])
const forming = new Set(['form'])
const textless = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math'])

function countingAdapter(limit: number): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let nodes = 0
  return {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      if (++nodes > limit) {
        const thousands = Math.round(limit / 1_000)
        throw new AppError(
          'html_too_complex',
          `The page has more than ${thousands} thousand elements, too many for an article`
        )
      }
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    }
  }
}

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): DefaultTreeAdapterTypes.ChildNode[] => ('childNodes' in node ? node.childNodes : [])

/** The text below a node, without what shows none. */
function textBelow(node: Node): string {
  const parts: string[] = []
  const pending: Node[] = childrenOf(node).toReversed()
  for (let next = pending.pop(); next; next = pending.pop()) {
    if ('value' in next) parts.push(next.value)
    else if (!textless.has(next.nodeName)) for (const child of childrenOf(next).toReversed()) pending.push(child)
  }
  return parts.join(' ')
}

/** What of an element only watches the reader; images that wait in `noscript` are text to the parser. */
function trackersOf(element: Element): number {
  const read = (name: string): string | undefined => element.attrs.find(attribute => attribute.name === name)?.value
  if (element.tagName === 'img') return isTrackingImage(read) ? 1 : 0
  if (element.tagName === 'a' || element.tagName === 'area') return read('ping')?.trim() ? 1 : 0
  if (element.tagName === 'amp-pixel' || element.tagName === 'amp-analytics') return 1
  if (element.tagName === 'script') return isCode(element) ? countBeacons(textWithin(element)) : 0
  if (element.tagName !== 'noscript') return 0
  const fragment = parseFragment(textWithin(element))
  return fragment.childNodes.filter(isElement).reduce((sum, child) => sum + trackersOf(child), 0)
}

const textWithin = (element: Element): string =>
  element.childNodes.map(child => ('value' in child ? child.value : '')).join('')

function isCode(element: Element): boolean {
  const type = element.attrs.find(attribute => attribute.name === 'type')?.value.trim() ?? ''
  return type === '' || type === 'module' || /(?:java|ecma|live)script/i.test(type)
}

/**
 * Parses a page as a browser does. Throws AppError `html_too_complex` above the limit of nodes; below the limit of depth
 * only the text is kept. Source of the rules: HTML standard, section 13.2.
 */
export function parseGuarded(html: string, limits: ImportLimits): GuardedPage {
  const root = parse(html, { treeAdapter: countingAdapter(limits.nodes) })
  const removed = { scripts: 0, frames: 0, forms: 0, remoteImages: 0, eventHandlers: 0, trackers: 0 }
  const pending: Array<readonly [node: Node, depth: number]> = [[root, 0]]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, depth] = next
    if (isElement(node)) {
      if (node.tagName === 'script' && isCode(node)) removed.scripts++
      removed.trackers += trackersOf(node)
      if (framing.has(node.tagName)) removed.frames++
      if (forming.has(node.tagName)) removed.forms++
      removed.eventHandlers += node.attrs.filter(attribute => /^on[a-z]/.test(attribute.name)).length
      if (depth >= limits.depth) {
        const value = textBelow(node)
        node.childNodes = [{ nodeName: '#text', value, parentNode: node }]
        continue
      }
    }
    for (const child of childrenOf(node)) pending.push([child, depth + 1])
  }
  return { document: createPage(serialize(root)), removed }
}
