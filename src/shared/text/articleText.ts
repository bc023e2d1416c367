// Owns the one rule that turns an article's markup into its text, so that the offsets of the index, of search hits, of
// the outline and of the reader's marks all mean the same place. Works on any DOM-like tree; touches no platform.

/** As much of a DOM node as the rule needs; linkedom's and the browser's nodes both have it. */
export interface TextTreeNode {
  /** 1 element, 3 text, 9 document, 11 fragment; others are passed over. Source: DOM standard, Node.nodeType. */
  readonly nodeType: number
  /** The tag's name in lower case (elements). */
  readonly localName?: string
  /** The characters (text nodes). */
  readonly data?: string
  readonly childNodes: ArrayLike<TextTreeNode>
}

/** A text node and the offset of its first character in the article's text. */
export interface TextSegment<Node> {
  readonly node: Node
  readonly start: number
}

/** An article's text and where each of its text nodes begins in it, ascending. */
export interface CollectedText<Node> {
  readonly text: string
  readonly segments: readonly TextSegment<Node>[]
}

const blockNames = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot ' +
    'th thead tr ul'
  ).split(' ')
)
const skippedNames = new Set(['script', 'style', 'template', 'noscript', 'head', 'title'])

/** True where an element of this name starts and ends a line of the article's text. */
export function isBlockName(localName: string): boolean {
  return blockNames.has(localName)
}

/**
 * The text of a tree: the text nodes as they are, one after the other, a line feed for each `br` and between blocks.
 * White space is not folded here: the importer has folded it in the stored markup (`foldWhiteSpace`), and a browser that
 * parses that markup again gets the same text nodes.
 */
export function collectText<Node extends TextTreeNode>(root: Node): CollectedText<Node> {
  const parts: string[] = []
  const segments: TextSegment<Node>[] = []
  let length = 0
  let endsWithBreak = true

  const append = (piece: string): void => {
    parts.push(piece)
    length += piece.length
    endsWithBreak = piece.endsWith('\n')
  }
  const breakLine = (): void => {
    if (!endsWithBreak) append('\n')
  }

  // An explicit stack: a hostile page may nest deeper than the call stack reaches.
  const pending: Array<{ readonly node: Node } | 'break'> = [{ node: root }]
  while (pending.length > 0) {
    const next = pending.pop()
    if (next === undefined) break
    if (next === 'break') {
      breakLine()
      continue
    }
    const { node } = next
    if (node.nodeType === 3) {
      if (node.data) {
        segments.push({ node, start: length })
        append(node.data)
      }
      continue
    }
    const name = node.nodeType === 1 ? (node.localName ?? '') : ''
    if (skippedNames.has(name)) continue
    if (name === 'br') {
      append('\n')
      continue
    }
    if (isBlockName(name)) {
      breakLine()
      pending.push('break')
    }
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      pending.push({ node: node.childNodes[index] as Node })
    }
  }
  return { text: parts.join(''), segments }
}

/**
 * The index of the segment that holds the character at `offset`, by binary search; for an offset between segments (a
 * line feed of the rule's own) the segment before it; -1 where there is none.
 */
export function findSegment(segments: readonly TextSegment<unknown>[], offset: number): number {
  let low = 0
  let high = segments.length - 1
  let found = -1
  while (low <= high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.start ?? Infinity) <= offset) {
      found = middle
      low = middle + 1
    } else high = middle - 1
  }
  return found
}
