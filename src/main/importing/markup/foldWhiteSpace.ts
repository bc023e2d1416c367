// Owns the folding of white space, so that stored markup holds the very text that a reader sees. Changes no element.
import { isBlockName } from '@shared/text/articleText'
import type { MarkupNode } from './tree'

const preserving = new Set(['pre'])
/** Elements that stand in a line as a character does: white space beside them counts. */
const replaced = new Set(['img', 'wbr'])

/** What stands before the place in its line: nothing, a space already written, or a character. */
type LineState = 'start' | 'space' | 'text'

interface Folding {
  state: LineState
  /** The text node that ends the line so far with a space, which goes if the line ends there. */
  trailing: MarkupNode | null
}

type Step =
  { readonly kind: 'node'; readonly node: MarkupNode; readonly isPreserved: boolean } | { readonly kind: 'endOfBlock' }

function endLine(folding: Folding): void {
  if (folding.state === 'space' && folding.trailing?.data !== undefined) {
    folding.trailing.data = folding.trailing.data.replace(/ $/, '')
  }
  folding.state = 'start'
  folding.trailing = null
}

function foldText(node: MarkupNode, folding: Folding): void {
  let data = node.data ?? ''
  if (/[\t\n\r\f]| {2}/.test(data)) data = data.replace(/[ \t\n\r\f]+/g, ' ')
  if (folding.state !== 'text' && data.startsWith(' ')) data = data.slice(1)
  node.data = data
  if (data === '') return
  folding.state = data.endsWith(' ') ? 'space' : 'text'
  folding.trailing = folding.state === 'space' ? node : null
}

function preserveText(node: MarkupNode, folding: Folding): void {
  node.data = (node.data ?? '').replace(/\r\n?/g, '\n')
  if (node.data !== '') folding.state = 'text'
  folding.trailing = null
}

/** Line feeds at both ends of a `pre` are lost or invented whenever it is parsed again. */
function trimPreserved(block: MarkupNode): void {
  const first = block.childNodes[0]
  if (first?.nodeType === 3) first.data = (first.data ?? '').replace(/^[\r\n]+/, '')
  const last = block.childNodes.at(-1)
  if (last?.nodeType === 3) last.data = (last.data ?? '').replace(/[\r\n]+$/, '')
}

function dropEmptyText(root: MarkupNode): void {
  const pending = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.childNodes.length === 0) continue
    node.childNodes = node.childNodes.filter(child => child.nodeType !== 3 || child.data !== '')
    for (const child of node.childNodes) if (child.nodeType === 1) pending.push(child)
  }
}

/**
 * Folds white space as CSS does for `white-space: normal`: a run is one space, none stands at either end of a line, and
 * inside `pre` everything stays. Empty text nodes go. Works in place. Source: CSS Text 3, section 4.1.
 */
export function foldWhiteSpace(root: MarkupNode): void {
  const folding: Folding = { state: 'start', trailing: null }
  const pending: Step[] = [{ kind: 'node', node: root, isPreserved: false }]
  for (let step = pending.pop(); step; step = pending.pop()) {
    if (step.kind === 'endOfBlock') {
      endLine(folding)
      continue
    }
    const { node } = step
    if (node.nodeType === 3) {
      if (step.isPreserved) preserveText(node, folding)
      else foldText(node, folding)
      continue
    }
    const name = node.localName ?? ''
    if (name === 'br' || isBlockName(name)) endLine(folding)
    if (isBlockName(name)) pending.push({ kind: 'endOfBlock' })
    if (replaced.has(name)) {
      folding.state = 'text'
      folding.trailing = null
    }
    if (preserving.has(name)) trimPreserved(node)
    const isPreserved = step.isPreserved || preserving.has(name)
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index]
      if (child) pending.push({ kind: 'node', node: child, isPreserved })
    }
  }
  endLine(folding)
  dropEmptyText(root)
}
