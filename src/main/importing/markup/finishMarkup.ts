// Owns the last steps of markup: sanitise, fold, and take the text of exactly what is stored. Knows no format.
import { collectText } from '@shared/text/articleText'
import type { OutlineEntry } from '@shared/model/article'
import { foldWhiteSpace } from './foldWhiteSpace'
import { sanitise } from './sanitise'
import { parseMarkup, serialiseMarkup, type MarkupNode } from './tree'

/** Finished markup and what follows from it. */
export interface FinishedMarkup {
  readonly html: string
  readonly text: string
  readonly outline: readonly OutlineEntry[]
  readonly relatedMentions: readonly string[]
  /** The beginning of the running text, for excerpts. */
  readonly proseText: string
}

/** Rounds that are tried. Markup that still changes is kept all the same: its text is taken from what is kept. */
const mostRounds = 4

function hasClass(node: MarkupNode, name: string): boolean {
  return node.attrs?.some(attribute => attribute.name === 'class' && attribute.value.split(' ').includes(name)) ?? false
}

function collectElements(root: MarkupNode, isWanted: (node: MarkupNode) => boolean): MarkupNode[] {
  const found: MarkupNode[] = []
  const pending = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.nodeType === 1 && isWanted(node)) found.push(node)
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index]
      if (child && child.nodeType !== 3) pending.push(child)
    }
  }
  return found
}

function firstTextNode(root: MarkupNode): MarkupNode | null {
  const pending = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.nodeType === 3) return node
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index]
      if (child) pending.push(child)
    }
  }
  return null
}

function makeOutline(root: MarkupNode, starts: ReadonlyMap<MarkupNode, number>): OutlineEntry[] {
  const headings = collectElements(root, node => /^h[1-6]$/.test(node.localName ?? ''))
  return headings.flatMap(heading => {
    const first = firstTextNode(heading)
    const offset = first ? starts.get(first) : undefined
    const text = collectText(heading).text.replace(/\s+/g, ' ').trim()
    if (offset === undefined || text === '') return []
    return [{ level: Number(heading.localName?.slice(1)), text, offset }]
  })
}

const wrappers = new Set(['div', 'section', 'article', 'main', 'blockquote'])
const noProse = new Set('aside pre table figure figcaption details h1 h2 h3 h4 h5 h6'.split(' '))

/** Length in UTF-16 code units of enough prose for a title, an excerpt and a language. */
export const proseLength = 4_000

/** The running text, without headings, mentions, code, tables, captions, footnotes; all the text where that is nothing. */
function collectProse(root: MarkupNode, text: string): string {
  const parts: string[] = []
  const pending = root.childNodes.toReversed()
  let length = 0
  for (let node = pending.pop(); node && length < proseLength; node = pending.pop()) {
    const name = node.localName ?? ''
    if (noProse.has(name) || hasClass(node, 'footnotes')) continue
    if (wrappers.has(name)) for (const child of node.childNodes.toReversed()) pending.push(child)
    else {
      const part = collectText(node).text
      parts.push(part)
      length += part.length
    }
  }
  const prose = parts.join('')
  return /\S/.test(prose) ? prose : text.slice(0, proseLength)
}

/**
 * Sanitises and folds markup until parsing it again gives the same text: some markup (a table with a paragraph out of
 * place) comes back differently once, none that browsers make comes back differently for ever.
 */
export function finishMarkup(html: string): FinishedMarkup {
  let finished = sanitise(html)
  let tree = parseMarkup(finished)
  for (let round = 0; round < mostRounds; round++) {
    foldWhiteSpace(tree)
    const again = serialiseMarkup(tree)
    if (again === finished) break
    finished = again
    tree = parseMarkup(finished)
  }
  const { text, segments } = collectText(tree)
  const starts = new Map(segments.map(segment => [segment.node, segment.start]))
  const mentions = collectElements(tree, node => hasClass(node, 'related-mention'))
  return {
    html: finished,
    text,
    outline: makeOutline(tree, starts),
    relatedMentions: mentions.map(node => collectText(node).text.trim()).filter(mention => mention !== ''),
    proseText: collectProse(tree, text)
  }
}
